package dev.pulso.platform.jobs;

import dev.pulso.platform.tenancy.Caller;
import dev.pulso.platform.web.Problem;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Starts runs and sees them to their end, whoever asked. */
@ApplicationScoped
class JobRunner {
    private static final Logger LOG = Logger.getLogger(JobRunner.class);

    private final JobRuns runs;
    private final List<Job> jobs;

    JobRunner(JobRuns runs, @All List<Job> jobs) {
        this.runs = runs;
        this.jobs = jobs.stream().sorted(Comparator.comparing(Job::name)).toList();
    }

    List<Job> jobs() {
        return jobs;
    }

    /** Starts a run for a person and answers it at once; the work goes on in the background. */
    Uni<JobRunData> startByHand(Caller caller, String name, LocalDate on) {
        Job job = jobs.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(Problem::notFound);
        return runs.start(caller, name, on, "manual").invoke(run -> inBackground(caller, job, run));
    }

    /** Runs a job if the schedule has not had it on that day; ends when the run has ended. */
    Uni<Void> runScheduled(Caller caller, Job job, LocalDate on) {
        return runs.start(caller, job.name(), on, "schedule")
                .chain(run -> run == null ? Uni.createFrom().voidItem() : execute(caller, job, run));
    }

    /** Goes on with runs that a dead process left behind. */
    Uni<Void> takeUpDead(Caller caller) {
        return runs.takeUpDead(caller)
                .invoke(dead -> dead.forEach(run -> jobs.stream()
                        .filter(job -> job.name().equals(run.job()))
                        .findFirst()
                        .ifPresent(job -> {
                            LOG.infof("run %s of %s is taken up again", run.id(), run.job());
                            inBackground(caller, job, run);
                        })))
                .replaceWithVoid();
    }

    private void inBackground(Caller caller, Job job, JobRunData run) {
        Caller atWork = new Caller(
                caller.tenantId(), caller.userId(), "job:" + job.name(), caller.permissions(), caller.requestId());
        // On a thread of its own, so that the run does not live in the context of the request that asked for it.
        Infrastructure.getDefaultExecutor()
                .execute(() -> execute(atWork, job, run).subscribe().with(done -> {}, this::unrecorded));
    }

    private Uni<Void> execute(Caller caller, Job job, JobRunData run) {
        return Uni.createFrom()
                .deferred(() -> job.run(caller, run.on(), counts -> runs.heartbeat(caller, run.id(), counts)))
                .chain(counts -> runs.succeeded(caller, run.id(), counts))
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.errorf(failure, "run %s of %s failed", run.id(), job.name());
                    return runs.failed(caller, run.id(), reason(failure));
                });
    }

    private static String reason(Throwable failure) {
        @Nullable String detail = failure instanceof Problem problem ? problem.getMessage() : null;
        return detail == null ? "The run failed; the log of the server tells why." : detail;
    }

    private void unrecorded(Throwable failure) {
        LOG.error("the end of a run could not be recorded; it will be taken up again", failure);
    }
}
