package dev.pulso.lists.internal.bulk;

import dev.pulso.store.jobs.Leftovers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What fields were is kept as long as a job can be taken back; what was refused as long as somebody may want to know why. */
@ApplicationScoped
class OldBulkJobs implements Leftovers {
    @Override
    public List<Leftover> leftovers() {
        return List.of(new Leftover("bulk_items", """
                delete from bulk_items where ctid = any(array(
                    select i.ctid from bulk_items i
                    join bulk_jobs j on j.tenant_id = i.tenant_id and j.id = i.bulk_job_id
                    where i.state <> 'refused' and j.finished_at < $1::timestamptz - interval '24 hours'
                    limit $2))"""), new Leftover("bulk_jobs", """
                delete from bulk_jobs where ctid = any(array(
                    select ctid from bulk_jobs where finished_at < $1::timestamptz - interval '90 days' limit $2))"""));
    }
}
