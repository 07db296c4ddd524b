package dev.pulso.store.jobs;

import dev.pulso.kernel.Steps;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Looks every half minute which tenant's day has come. After down time the newest run that was missed is made up for;
 * days before that are caught up by the job itself, which knows what it has not done yet.
 */
@ApplicationScoped
class JobScheduler {
    private static final Logger LOG = Logger.getLogger(JobScheduler.class);

    record Tenant(UUID id, ZoneId zone) {}

    private record Key(UUID tenant, String job) {}

    /** Companies that have their runs side by side; one with much to do does not hold up all the others. */
    private static final int COMPANIES_AT_ONCE = 2;

    private final Tenancy tenancy;
    private final JobRunner runner;
    private final Clock clock;
    /** Saves asking the database again on the same day; the unique key there decides. */
    private final Map<Key, LocalDate> done = new ConcurrentHashMap<>();

    JobScheduler(Tenancy tenancy, JobRunner runner, Clock clock) {
        this.tenancy = tenancy;
        this.runner = runner;
        this.clock = clock;
    }

    @Scheduled(
            every = "${pulso.jobs.every:30s}",
            delayed = "${pulso.jobs.delay:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            identity = "jobs")
    Uni<Void> tick() {
        return tenants()
                .chain(tenants ->
                        Steps.sideBySide(COMPANIES_AT_ONCE, tenants, tenant -> tenancy.apart(() -> runDue(tenant))))
                .onFailure()
                .invoke(failure ->
                        LOG.warn("the companies could not be read; their jobs wait for the next look", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<List<Tenant>> tenants() {
        return tenancy.withoutTenant(connection -> connection
                .query("select tenant_id, time_zone from tenant_directory where active order by tenant_id")
                .execute()
                .map(rows -> {
                    List<Tenant> tenants = new ArrayList<>();
                    rows.forEach(row -> tenants.add(new Tenant(row.getUUID(0), ZoneId.of(row.getString(1)))));
                    return tenants;
                }));
    }

    /** What is due of one tenant: runs that a dead process has left, failed ones, and the newest of the schedule. */
    Uni<Void> runDue(Tenant tenant) {
        ZonedDateTime now = clock.instant().atZone(tenant.zone());
        Caller caller = Caller.system(tenant.id(), "system", null);
        return runner.takeUp(caller)
                .chain(() -> Steps.inOrder(runner.jobs(), job -> {
                    Key key = new Key(tenant.id(), job.name());
                    boolean today = !now.toLocalTime().isBefore(job.runsAt());
                    LocalDate on = today ? now.toLocalDate() : now.toLocalDate().minusDays(1);
                    if (on.equals(done.get(key))) {
                        return Uni.createFrom().voidItem();
                    }
                    Instant missedAt = today
                            ? null
                            : on.atTime(job.runsAt()).atZone(tenant.zone()).toInstant();
                    Caller atWork = Caller.system(tenant.id(), "job:" + job.name(), null);
                    return runner.runScheduled(atWork, job, on, missedAt).invoke(() -> done.put(key, on));
                }))
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.errorf(failure, "jobs of tenant %s could not run; they will be tried again", tenant.id());
                    return Uni.createFrom().voidItem();
                });
    }
}
