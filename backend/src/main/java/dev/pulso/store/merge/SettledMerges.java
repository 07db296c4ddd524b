package dev.pulso.store.merge;

import dev.pulso.store.jobs.Leftovers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What was kept for the way back goes when there is none any more. That the two are one stays: old ids and keys go on being found. */
@ApplicationScoped
class SettledMerges implements Leftovers {
    @Override
    public List<Leftover> leftovers() {
        return List.of(new Leftover("settled_merges", """
                update merges set loser = '{}', before = '{}', after = '{}', moved = '{}', dropped = '{}' where ctid = any(array(
                    select ctid from merges
                    where undone_at is null and loser <> '{}' and created_at < $1::timestamptz - interval '31 days'
                    limit $2))"""));
    }
}
