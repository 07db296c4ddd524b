package dev.pulso.files.internal;

import dev.pulso.store.jobs.Leftovers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Files that are kept until a moment go after it; their bytes by the sweep. */
@ApplicationScoped
class ExpiredFiles implements Leftovers {
    @Override
    public List<Leftover> leftovers() {
        return List.of(new Leftover("expired_files", """
                delete from files where ctid = any(array(
                    select ctid from files where expires_at < $1::timestamptz limit $2))"""));
    }
}
