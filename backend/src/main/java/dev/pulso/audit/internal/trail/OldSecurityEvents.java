package dev.pulso.audit.internal.trail;

import dev.pulso.store.jobs.Leftovers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Half a year is long enough to look for an attack by kind; what the events said stands in the trail. */
@ApplicationScoped
class OldSecurityEvents implements Leftovers {
    @Override
    public List<Leftover> leftovers() {
        return List.of(new Leftover("security_events", """
                delete from security_events where ctid = any(array(
                    select ctid from security_events where at < $1::timestamptz - interval '180 days' limit $2))"""));
    }
}
