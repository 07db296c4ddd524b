package dev.pulso.start.observability;

import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready means: the database answers, and whoever waits for a connection gets one in the end. It is asked on a connection of its own,
 * so that a full pool alone, which one company can make on every node, takes no node away from the others.
 */
@Readiness
@ApplicationScoped
class DatabaseHealth implements AsyncHealthCheck {
    private static final String NAME = "database";

    private final Tenancy tenancy;
    private final Duration stuck;

    DatabaseHealth(Tenancy tenancy, @ConfigProperty(name = "pulso.db.stuck-after") Duration stuck) {
        this.tenancy = tenancy;
        this.stuck = stuck;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return tenancy.occupancy(stuck)
                .map(pool -> HealthCheckResponse.named(NAME)
                        .status(!pool.stuck())
                        .withData("connections_taken", pool.taken())
                        .withData("waiting", pool.waiting())
                        .build())
                .onFailure()
                .recoverWithItem(HealthCheckResponse.down(NAME));
    }
}
