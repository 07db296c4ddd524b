package dev.pulso.lists.internal.view;

import dev.pulso.store.jobs.Leftovers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What somebody who has left kept for himself nobody sees any more; what was shared stays. */
@ApplicationScoped
class OldViews implements Leftovers {
    @Override
    public List<Leftover> leftovers() {
        return List.of(new Leftover("views", """
                delete from views where ctid = any(array(
                    select v.ctid from views v join user_names n on n.tenant_id = v.tenant_id and n.id = v.created_by_id
                    where v.visibility = 'private' and not n.present and v.updated_at < $1::timestamptz limit $2))"""));
    }
}
