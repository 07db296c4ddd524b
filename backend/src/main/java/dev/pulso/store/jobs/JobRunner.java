package dev.pulso.store.jobs;

import dev.pulso.kernel.Problem;
import dev.pulso.start.observability.LogContext;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.RunClaim;
import dev.pulso.store.tenancy.RunTakenOver;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantDay;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Starts runs and sees them to their end, whoever asked. */
@ApplicationScoped
class JobRunner {
    private static final Logger LOG = Logger.getLogger(JobRunner.class);

    private final Tenancy tenancy;
    private final JobRuns runs;
    private final TenantDay days;
    private final List<Job> jobs;
    private final MeterRegistry registry;

    JobRunner(Tenancy tenancy, JobRuns runs, TenantDay days, MeterRegistry registry, @All List<Job> jobs) {
        this.tenancy = tenancy;
        this.runs = runs;
        this.days = days;
        this.registry = registry;
        this.jobs = jobs.stream().sorted(Comparator.comparing(Job::name)).toList();
    }

    List<Job> jobs() {
        return jobs;
    }

    /**
     * Starts a run for a person and answers it at once; the work goes on in the background.
     *
     * @param on today when null; 400 for a day that the job does not take from people
     */
    Uni<JobRunData> startByHand(Caller caller, String name, @Nullable LocalDate on) {
        Job job = job(name);
        return dayByHand(caller, job, on)
                .chain(day -> runs.start(caller, name, day))
                .invoke(run -> inBackground(caller, job, run));
    }

    /** What a run by hand would do. */
    record Preview(LocalDate on, Map<String, Long> counts) {}

    /** As {@link #startByHand}, but only tells. */
    Uni<Preview> preview(Caller caller, String name, @Nullable LocalDate on) {
        Job job = job(name);
        return dayByHand(caller, job, on)
                .chain(day -> job.preview(caller, day).map(counts -> new Preview(day, counts)));
    }

    private Uni<LocalDate> dayByHand(Caller caller, Job job, @Nullable LocalDate on) {
        return days.today(caller).map(today -> {
            LocalDate day = on == null ? today : on;
            job.byHand(today).require(day);
            return day;
        });
    }

    private Job job(String name) {
        return jobs.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /** Runs a job if the schedule has not had it on that day; ends when the run has ended. */
    Uni<Void> runScheduled(Caller caller, Job job, LocalDate on, @Nullable Instant missedAt) {
        return runs.startScheduled(caller, job.name(), on, missedAt)
                .chain(run -> run == null ? Uni.createFrom().voidItem() : execute(caller, job, run));
    }

    /** Goes on with runs that a dead process left behind, and tries failed ones again. */
    Uni<Void> takeUp(Caller caller) {
        return runs.takeUp(caller)
                .invoke(waiting -> waiting.forEach(run -> jobs.stream()
                        .filter(job -> job.name().equals(run.job()))
                        .findFirst()
                        .ifPresent(job -> {
                            LOG.infof("run %s of %s is taken up again, attempt %d", run.id(), run.job(), run.attempt());
                            inBackground(caller, job, run);
                        })))
                .replaceWithVoid();
    }

    private void inBackground(Caller caller, Job job, JobRunData run) {
        Caller atWork = new Caller(
                caller.tenantId(), caller.userId(), "job:" + job.name(), caller.permissions(), caller.requestId());
        tenancy.apart(() -> execute(atWork, job, run)).subscribe().with(done -> {}, this::unrecorded);
    }

    private Uni<Void> execute(Caller asked, Job job, JobRunData run) {
        Caller caller = asked.workingFor(new RunClaim(run.id(), run.attempt()));
        long began = System.nanoTime();
        return Uni.createFrom()
                .deferred(() -> {
                    LogContext.caller(caller);
                    return job.run(caller, run.on(), counts -> runs.heartbeat(caller, run.id(), counts));
                })
                .chain(counts -> runs.succeeded(caller, run.id(), counts))
                .invoke(() -> ended(job, "succeeded", began))
                // A process that was frozen first finds its connections closed, and the run taken over when it says so.
                .onFailure(failure -> !RunTakenOver.isCauseOf(failure))
                .recoverWithUni(failure -> {
                    LOG.errorf(failure, "run %s of %s failed", run.id(), job.name());
                    return runs.failed(caller, run.id(), reason(failure)).invoke(() -> ended(job, "failed", began));
                })
                .onFailure(RunTakenOver::isCauseOf)
                .recoverWithUni(lost -> {
                    LOG.warnf("run %s of %s was taken over: this process stops working for it", run.id(), job.name());
                    ended(job, "taken_over", began);
                    return Uni.createFrom().voidItem();
                });
    }

    private void ended(Job job, String outcome, long began) {
        registry.timer("pulso.job.runs", "job", job.name(), "outcome", outcome)
                .record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
    }

    private static String reason(Throwable failure) {
        @Nullable String detail = failure instanceof Problem problem ? problem.getMessage() : null;
        return detail == null ? "The run failed; the log of the server tells why." : detail;
    }

    private void unrecorded(Throwable failure) {
        LOG.error("the end of a run could not be recorded; it will be taken up again", failure);
    }
}
