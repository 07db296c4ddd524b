package dev.pulso.store.jobs;

import dev.pulso.kernel.Steps;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantClock;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Looks every half minute what has come due, with one statement for all tenants: {@code job_due} says when each job of each
 * is due next. What is due is put down as a run; doing it is the queue's, so a look never waits for a run. After down time
 * the newest run that was missed is made up for; days before that are caught up by the job itself, which knows what it has
 * not done yet.
 */
@ApplicationScoped
class JobScheduler {
    private static final Logger LOG = Logger.getLogger(JobScheduler.class);

    /** Stands for all jobs of a tenant that has just come, or whose time zone has changed. */
    private static final String ALL = "";

    private static final int AT_ONCE = 500;
    private static final int SIDE_BY_SIDE = 2;

    /** Tenants that have not heard of some job, as when a release brings a new one. */
    private static final String SEED = """
            insert into job_due (tenant_id, job, due_at)
            select d.tenant_id, '', $2 from tenant_directory d
            where d.active and exists (
                select from unnest($1::text[]) as j(name)
                where not exists (select from job_due k where k.tenant_id = d.tenant_id and k.job = j.name))
            on conflict (tenant_id, job) do nothing""";

    private static final String DUE = """
            select distinct d.tenant_id, t.time_zone
            from (select tenant_id from job_due where due_at <= $1 order by due_at limit $2) d
            join tenant_directory t on t.tenant_id = d.tenant_id and t.active""";
    /** Another node that looks at the same time leaves alone what this one has. */
    private static final String HOLD =
            "select job from job_due where tenant_id = $1 and due_at <= $2 for update skip locked";

    private static final String NEXT = """
            with gone as (delete from job_due where tenant_id = $1 and job = any($2))
            insert into job_due (tenant_id, job, due_at)
            select $1::uuid, n.job, n.due_at from unnest($3::text[], $4::timestamptz[]) as n(job, due_at)
            on conflict (tenant_id, job) do update set due_at = excluded.due_at""";

    record Tenant(UUID id, ZoneId zone) {}

    private final Tenancy tenancy;
    private final JobRunner runner;
    private final JobRuns runs;
    private final Clock clock;
    private volatile boolean seeded;

    JobScheduler(Tenancy tenancy, JobRunner runner, JobRuns runs, Clock clock) {
        this.tenancy = tenancy;
        this.runner = runner;
        this.runs = runs;
        this.clock = clock;
    }

    @Scheduled(
            every = "${pulso.jobs.every:30s}",
            delayed = "${pulso.jobs.delay:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            identity = "jobs")
    Uni<Void> tick() {
        return seed().chain(this::planAll)
                .onFailure()
                .invoke(failure -> LOG.warn("what is due could not be read; it waits for the next look", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> seed() {
        if (seeded) {
            return Uni.createFrom().voidItem();
        }
        String[] names = runner.jobs().stream().map(Job::name).toArray(String[]::new);
        return tenancy.withoutTenant(
                        connection -> connection.preparedQuery(SEED).execute(Tuple.of(names, now())))
                .invoke(() -> seeded = true)
                .replaceWithVoid();
    }

    private Uni<Void> planAll() {
        AtomicInteger planned = new AtomicInteger();
        return due().chain(tenants -> Steps.sideBySide(
                        SIDE_BY_SIDE,
                        tenants,
                        tenant -> tenancy.inBackground(() -> plan(tenant)
                                .invoke(planned::incrementAndGet)
                                .onFailure()
                                .invoke(failure ->
                                        LOG.errorf(failure, "the jobs of %s wait for the next look", tenant.id()))
                                .onFailure()
                                .recoverWithNull()))
                // At a full hour there are many; the rest of them need not wait half a minute.
                .chain(() -> planned.get() > 0 && tenants.size() * runner.jobs().size() >= AT_ONCE
                        ? planAll()
                        : Uni.createFrom().voidItem()));
    }

    private Uni<List<Tenant>> due() {
        return tenancy.withoutTenant(connection -> connection.preparedQuery(DUE).execute(Tuple.of(now(), AT_ONCE)))
                .map(rows -> {
                    List<Tenant> tenants = new ArrayList<>();
                    rows.forEach(row -> tenants.add(new Tenant(row.getUUID(0), ZoneId.of(row.getString(1)))));
                    return tenants;
                });
    }

    /** Puts down what is due of one tenant, and when each of it is due next. */
    Uni<Void> plan(Tenant tenant) {
        Caller caller = Caller.system(tenant.id(), "system", null);
        return tenancy.bookkeeping(
                caller,
                connection -> connection
                        .preparedQuery(HOLD)
                        .execute(Tuple.of(tenant.id(), now()))
                        .chain(rows -> {
                            Set<String> due = new HashSet<>();
                            rows.forEach(row -> due.add(row.getString(0)));
                            return due.isEmpty() ? Uni.createFrom().voidItem() : plan(connection, caller, tenant, due);
                        }));
    }

    private Uni<Void> plan(SqlConnection connection, Caller caller, Tenant tenant, Set<String> due) {
        // The day of its business; when the next one begins is a matter of machines again.
        Duration ahead = TenantClock.ahead(tenant.id());
        ZonedDateTime now = clock.instant().plus(ahead).atZone(tenant.zone());
        List<Job> jobs = runner.jobs().stream()
                .filter(job -> due.contains(ALL) || due.contains(job.name()))
                .toList();
        return runs.schedule(
                        connection,
                        caller,
                        jobs.stream().map(job -> run(job, now)).toList())
                .chain(() -> connection
                        .preparedQuery(NEXT)
                        .execute(Tuple.of(
                                tenant.id(),
                                due.stream()
                                        .filter(name -> jobs.stream()
                                                .noneMatch(job -> job.name().equals(name)))
                                        .toArray(String[]::new),
                                jobs.stream().map(Job::name).toArray(String[]::new),
                                jobs.stream()
                                        .map(job -> next(job, now).minus(ahead))
                                        .toArray(OffsetDateTime[]::new))))
                .replaceWithVoid();
    }

    /** Today's run once its time has come, else yesterday's, which may have been missed. */
    private static JobRuns.Due run(Job job, ZonedDateTime now) {
        boolean today = !now.toLocalTime().isBefore(job.runsAt());
        LocalDate on = today ? now.toLocalDate() : now.toLocalDate().minusDays(1);
        Instant missedAt =
                today ? null : on.atTime(job.runsAt()).atZone(now.getZone()).toInstant();
        return new JobRuns.Due(job.name(), on, missedAt);
    }

    private static OffsetDateTime next(Job job, ZonedDateTime now) {
        LocalDate day = now.toLocalTime().isBefore(job.runsAt())
                ? now.toLocalDate()
                : now.toLocalDate().plusDays(1);
        return day.atTime(job.runsAt()).atZone(now.getZone()).toInstant().atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
