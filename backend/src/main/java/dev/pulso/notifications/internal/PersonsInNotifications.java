package dev.pulso.notifications.internal;

import dev.pulso.store.data.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** What somebody who has left was told, and wanted to be; of others nothing is kept but that they have done it. */
@ApplicationScoped
class PersonsInNotifications implements PersonalData {
    @Override
    public List<Trace> traces() {
        return List.of(
                new Trace("users", "notifications", "user_id = $1", Map.of()),
                new Trace("users", "notification_preferences", "id = $1", Map.of()));
    }
}
