package dev.pulso.store.queue;

import dev.pulso.store.tenancy.Tenancy;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * How the queue is doing, as gauges and in the health answer, which repeats what was measured last. Late work does not make
 * a node unready: taking it out of service would do nothing sooner. An alert on the gauges calls a person.
 */
@Readiness
@ApplicationScoped
class WorkState implements AsyncHealthCheck {
    /** Not more than are counted in no time: who has ten thousand waiting need not know how many more. */
    private static final String STATE = """
            select (select count(*) from (select from work where dead_at is null and due_at < 'infinity' limit 10000) w)
                       as waiting,
                   (select count(*) from (select from work where dead_at is not null limit 10000) d) as parked,
                   coalesce((select max(extract(epoch from now() - first.due_at))
                             from unnest($1::text[]) as q(name)
                             cross join lateral (select w.due_at from work w where w.queue = q.name and w.dead_at is null
                                                 order by w.due_at limit 1) first), 0)::float8 as late_seconds""";

    private record State(long waiting, long parked, double lateSeconds) {}

    private final Tenancy tenancy;
    private final WorkRunner runner;
    private volatile State last = new State(0, 0, 0);

    WorkState(Tenancy tenancy, WorkRunner runner, MeterRegistry registry) {
        this.tenancy = tenancy;
        this.runner = runner;
        registry.gauge("pulso.work.waiting", this, work -> work.last.waiting());
        registry.gauge("pulso.work.parked", this, work -> work.last.parked());
        registry.gauge("pulso.work.late.seconds", this, work -> work.last.lateSeconds());
    }

    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP, identity = "work-state")
    Uni<Void> measure() {
        return tenancy.withoutTenant(connection -> connection
                        .preparedQuery(STATE)
                        .execute(Tuple.of(runner.queues().toArray(String[]::new))))
                .invoke(rows -> {
                    Row row = rows.iterator().next();
                    last = new State(
                            row.getLong("waiting"), row.getLong("parked"), Math.max(0, row.getDouble("late_seconds")));
                })
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        State state = last;
        return Uni.createFrom()
                .item(HealthCheckResponse.named("work")
                        .up()
                        .withData("waiting", state.waiting())
                        .withData("parked", state.parked())
                        .withData("late_seconds", Math.round(state.lateSeconds()))
                        .build());
    }
}
