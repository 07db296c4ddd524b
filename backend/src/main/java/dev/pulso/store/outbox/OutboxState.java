package dev.pulso.store.outbox;

import dev.pulso.store.tenancy.Tenancy;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * How the outbox is doing, as gauges and in the health answer. Late events do not make a node unready: taking it out of
 * service would deliver nothing sooner. An alert on the gauges calls a person.
 */
@Readiness
@ApplicationScoped
class OutboxState implements AsyncHealthCheck {
    private static final String STATE = """
            select count(*) filter (where next_attempt_at < 'infinity') as waiting,
                   count(*) filter (where next_attempt_at = 'infinity') as parked,
                   coalesce(extract(epoch from now() - min(next_attempt_at)), 0)::float8 as late_seconds
            from outbox_queue""";

    private record State(long waiting, long parked, double lateSeconds) {}

    private final Tenancy tenancy;
    private volatile State last = new State(0, 0, 0);

    OutboxState(Tenancy tenancy, MeterRegistry registry) {
        this.tenancy = tenancy;
        registry.gauge("pulso.outbox.waiting", this, outbox -> outbox.last.waiting());
        registry.gauge("pulso.outbox.parked", this, outbox -> outbox.last.parked());
        registry.gauge("pulso.outbox.late.seconds", this, outbox -> outbox.last.lateSeconds());
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP, identity = "outbox-state")
    Uni<Void> measure() {
        return look().onFailure().recoverWithItem(last).replaceWithVoid();
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return look().map(state -> HealthCheckResponse.named("outbox")
                        .up()
                        .withData("waiting", state.waiting())
                        .withData("parked", state.parked())
                        .withData("late_seconds", Math.round(state.lateSeconds()))
                        .build())
                .onFailure()
                .recoverWithItem(HealthCheckResponse.down("outbox"));
    }

    private Uni<State> look() {
        return tenancy.withoutTenant(connection -> connection.query(STATE).execute())
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return new State(
                            row.getLong("waiting"), row.getLong("parked"), Math.max(0, row.getDouble("late_seconds")));
                })
                .invoke(state -> last = state);
    }
}
