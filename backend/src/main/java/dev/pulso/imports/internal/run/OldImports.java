package dev.pulso.imports.internal.run;

import dev.pulso.store.jobs.Leftovers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Failed rows hold what people wrote of other people: they stay as long as somebody may still mend them. That there was an
 * import, and what it did, is told for two years.
 */
@ApplicationScoped
class OldImports implements Leftovers {
    @Override
    public List<Leftover> leftovers() {
        return List.of(new Leftover("import_failed_rows", """
                delete from import_failed_rows where ctid = any(array(
                    select f.ctid from import_failed_rows f join imports i on i.tenant_id = f.tenant_id and i.id = f.import_id
                    where i.finished_at < $1::timestamptz - interval '90 days' limit $2))"""), new Leftover("imports", """
                delete from imports where ctid = any(array(
                    select ctid from imports where finished_at < $1::timestamptz - interval '2 years' limit $2))"""));
    }
}
