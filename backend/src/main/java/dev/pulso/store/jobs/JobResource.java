package dev.pulso.store.jobs;

import dev.pulso.api.JobsApi;
import dev.pulso.api.model.JobList;
import dev.pulso.api.model.JobPreview;
import dev.pulso.api.model.JobRun;
import dev.pulso.api.model.JobRunCreate;
import dev.pulso.api.model.JobRunPage;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.tenancy.TenantDay;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.UUID;

/** Jobs over HTTP. */
@AtMostOnce
class JobResource implements JobsApi {
    private final JobRunner runner;
    private final JobRuns runs;
    private final CallerContext context;
    private final TenantDay days;

    JobResource(JobRunner runner, JobRuns runs, CallerContext context, TenantDay days) {
        this.runner = runner;
        this.runs = runs;
        this.context = context;
        this.days = days;
    }

    @Override
    public Uni<JobList> listJobs() {
        return days.today(context.caller())
                .chain(today ->
                        runs.latest(context.caller()).map(latest -> JobMapper.toApi(runner.jobs(), latest, today)));
    }

    @Override
    public Uni<JobRun> runJob(String name, JobRunCreate body) {
        return runner.startByHand(context.caller(), name, body == null ? null : body.getOn())
                .map(JobMapper::toApi);
    }

    @Override
    public Uni<JobPreview> previewJob(String name, LocalDate on) {
        return runner.preview(context.caller(), name, on)
                .map(preview -> new JobPreview().on(preview.on()).counts(preview.counts()));
    }

    @Override
    public Uni<JobRunPage> listJobRuns(String job, Integer limit, String cursor) {
        return runs.list(context.caller(), job, PageRequest.of(limit, null, cursor))
                .map(JobMapper::toApi);
    }

    @Override
    public Uni<JobRun> getJobRun(UUID id) {
        return runs.get(context.caller(), id).map(JobMapper::toApi);
    }
}
