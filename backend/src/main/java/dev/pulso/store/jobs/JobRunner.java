package dev.pulso.store.jobs;

import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.start.observability.LogContext;
import dev.pulso.store.queue.Delivery;
import dev.pulso.store.queue.NotAgain;
import dev.pulso.store.queue.Work;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.TenantDay;
import dev.pulso.store.tenancy.WorkTakenOver;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Does the runs that schedule and people put down, so many at a time. */
@ApplicationScoped
class JobRunner implements Delivery {
    static final String QUEUE = "jobs";

    private static final Logger LOG = Logger.getLogger(JobRunner.class);

    /** After so many attempts a run is left to a person. */
    private static final int ATTEMPTS = 5;
    /** Before the second attempt, the third, ... */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofMinutes(60));

    private final JobRuns runs;
    private final TenantDay days;
    private final List<Job> jobs;
    private final MeterRegistry registry;

    JobRunner(JobRuns runs, TenantDay days, MeterRegistry registry, @All List<Job> jobs) {
        this.runs = runs;
        this.days = days;
        this.registry = registry;
        this.jobs = jobs.stream().sorted(Comparator.comparing(Job::name)).toList();
    }

    List<Job> jobs() {
        return jobs;
    }

    /**
     * Puts a run down for a person and answers it at once; it is done in the background.
     *
     * @param on today when null; 400 for a day that the job does not take from people
     * @throws Problem 409 when the one that was asked for before has not ended yet
     */
    Uni<JobRunData> startByHand(Caller caller, String name, @Nullable LocalDate on) {
        return dayByHand(caller, job(name), on)
                .chain(day -> runs.start(caller, name, day))
                .onItem()
                .ifNull()
                .failWith(
                        () -> Problem.conflict(ProblemType.JOB_RUNNING, "a run of this job by hand has not ended yet"));
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
        job.permissions().forEach(caller::require);
        return days.today(caller).map(today -> {
            LocalDate day = on == null ? today : on;
            job.byHand(today).require(day);
            return day;
        });
    }

    private Job job(String name) {
        Job found = find(name);
        if (found == null) {
            throw Problem.notFound();
        }
        return found;
    }

    @Override
    public String queue() {
        return QUEUE;
    }

    @Override
    public int attempts() {
        return ATTEMPTS;
    }

    @Override
    public int crashes() {
        return ATTEMPTS;
    }

    @Override
    public Duration pause(int failures) {
        return PAUSES.get(Math.min(failures, PAUSES.size()) - 1);
    }

    /** The list of runs shows what has failed. */
    @Override
    public boolean keepsDead() {
        return false;
    }

    @Override
    public Uni<Void> deliver(Caller caller, Work work) {
        return runs.begin(caller, work.ref(), work.attempt())
                .onItem()
                .ifNotNull()
                .transformToUni(begun -> run(caller, work, begun));
    }

    private Uni<Void> run(Caller given, Work work, JobRuns.Begun begun) {
        JobRunData run = begun.run();
        Job job = find(run.job());
        if (job == null) {
            return Uni.createFrom()
                    .failure(Problem.of(ProblemType.JOB_UNKNOWN, "This release has no job " + run.job() + "."));
        }
        Caller caller = new Caller(
                given.tenantId(),
                begun.requestedById(),
                "job:" + job.name(),
                Set.of(),
                begun.requestId(),
                given.reach(),
                given.claim());
        LogContext.caller(caller);
        long began = System.nanoTime();
        UUID id = work.ref();
        return job.run(caller, run.on(), counts -> runs.heartbeat(caller, id, counts))
                .chain(counts -> runs.succeeded(caller, id, counts))
                .invoke(() -> ended(job, "succeeded", began))
                .onFailure()
                .invoke(failure -> {
                    boolean lost = WorkTakenOver.isCauseOf(failure);
                    ended(job, lost ? "taken_over" : "failed", began);
                    if (!lost) {
                        LOG.errorf(failure, "run %s of %s failed", id, job.name());
                    }
                })
                // A person who asked for it sees it fail, and may ask again.
                .onFailure(failure -> run.trigger().equals("manual") && !WorkTakenOver.isCauseOf(failure))
                .transform(NotAgain::new);
    }

    @Override
    public Uni<Void> failed(Caller caller, Work work, Throwable failure, @Nullable Duration pause) {
        return runs.failed(caller, work.ref(), reason(failure), pause);
    }

    private @Nullable Job find(String name) {
        return jobs.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private void ended(Job job, String outcome, long began) {
        registry.timer("pulso.job.runs", "job", job.name(), "outcome", outcome)
                .record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
    }

    private static String reason(Throwable thrown) {
        Throwable failure = thrown instanceof NotAgain && thrown.getCause() != null ? thrown.getCause() : thrown;
        @Nullable String detail = failure instanceof Problem problem ? problem.getMessage() : null;
        return detail == null ? "The run failed; the log of the server tells why." : detail;
    }
}
