package dev.pulso.notifications.internal;

import dev.pulso.store.jobs.Leftovers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What was read is kept for a while; what nobody has read for twice as long nobody will. */
@ApplicationScoped
class OldNotifications implements Leftovers {
    @Override
    public List<Leftover> leftovers() {
        return List.of(new Leftover("notifications", """
                delete from notifications where ctid = any(array(
                    select ctid from notifications
                    where created_at < $1::timestamptz - interval '90 days'
                      and (read_at < $1::timestamptz - interval '90 days' or created_at < $1::timestamptz - interval '180 days')
                    limit $2))"""));
    }
}
