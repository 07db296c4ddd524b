package dev.pulso.audit.internal.trail;

import dev.pulso.store.data.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** From where, and with what, somebody logged in. */
@ApplicationScoped
class PersonsSecurityEvents implements PersonalData {
    @Override
    public List<Trace> traces() {
        return List.of(new Trace("users", "security_events", "user_id = $1", Map.of()));
    }
}
