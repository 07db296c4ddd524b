package dev.pulso.start.observability;

import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: a connection is free and the database answers. Quarkus' own check would go around the envelope. */
@Readiness
@ApplicationScoped
class DatabaseHealth implements AsyncHealthCheck {
    private final Tenancy tenancy;

    DatabaseHealth(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return tenancy.withoutTenant(connection -> connection.query("select 1").execute())
                .replaceWith(HealthCheckResponse.up("database"))
                .onFailure()
                .recoverWithItem(HealthCheckResponse.down("database"));
    }
}
