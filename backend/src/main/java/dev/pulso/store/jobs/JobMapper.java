package dev.pulso.store.jobs;

import dev.pulso.api.model.JobList;
import dev.pulso.api.model.JobRun;
import dev.pulso.api.model.JobRunPage;
import dev.pulso.store.data.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Jobs at the edge of the API. */
final class JobMapper {
    private JobMapper() {}

    static JobList toApi(List<Job> jobs, Map<String, JobRunData> latest, LocalDate today) {
        return new JobList()
                .data(jobs.stream().map(job -> toApi(job, latest, today)).toList());
    }

    private static dev.pulso.api.model.Job toApi(Job job, Map<String, JobRunData> latest, LocalDate today) {
        JobRunData last = latest.get(job.name());
        RunDays byHand = job.byHand(today);
        return new dev.pulso.api.model.Job()
                .name(job.name())
                .description(job.description())
                .runsAt(job.runsAt().toString())
                .byHandFrom(byHand.from())
                .byHandTo(byHand.to())
                .lastRun(last == null ? null : toApi(last));
    }

    static JobRunPage toApi(Page<JobRunData> page) {
        return new JobRunPage()
                .data(page.data().stream().map(JobMapper::toApi).toList())
                .nextCursor(page.nextCursor());
    }

    static JobRun toApi(JobRunData run) {
        return new JobRun()
                .id(run.id())
                .job(run.job())
                .on(run.on())
                .trigger(JobRun.TriggerEnum.fromString(run.trigger()))
                .status(JobRun.StatusEnum.fromString(run.status()))
                .attempt(run.attempt())
                .nextAttemptAt(run.nextAttemptAt())
                .startedAt(run.startedAt())
                .finishedAt(run.finishedAt())
                .createdAt(run.createdAt())
                .updatedAt(run.updatedAt())
                .counts(run.counts())
                .error(run.error());
    }
}
