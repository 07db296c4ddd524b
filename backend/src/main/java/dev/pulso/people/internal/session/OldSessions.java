package dev.pulso.people.internal.session;

import dev.pulso.store.jobs.Leftovers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** For a year after its end a session tells from where its owner has logged in before; how it began and ended stands in the trail. */
@ApplicationScoped
class OldSessions implements Leftovers {
    @Override
    public List<Leftover> leftovers() {
        return List.of(new Leftover("sessions", """
                delete from sessions where ctid = any(array(
                    select ctid from sessions
                    where least(expires_at, revoked_at) < $1::timestamptz - interval '1 year' limit $2))"""));
    }
}
