package dev.pulso.lists.internal.export;

import dev.pulso.store.jobs.Leftovers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What was asked for is listed as long as what a bulk job has refused; the trail tells it longer. Files go after seven days. */
@ApplicationScoped
class OldExports implements Leftovers {
    @Override
    public List<Leftover> leftovers() {
        return List.of(new Leftover("exports", """
                delete from exports where ctid = any(array(
                    select ctid from exports where finished_at < $1::timestamptz - interval '90 days' limit $2))"""));
    }
}
