package dev.pulso.start.observability;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive means: the event loop answers. Says which version does. */
@Liveness
@ApplicationScoped
class BuildHealth implements AsyncHealthCheck {
    private final HealthCheckResponse alive;

    BuildHealth() {
        Properties build = new Properties();
        try (InputStream stream =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("build.properties")) {
            if (stream != null) {
                build.load(stream);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        alive = HealthCheckResponse.named("pulso")
                .up()
                .withData("version", build.getProperty("version", "unknown"))
                .withData("commit", build.getProperty("commit", "unknown"))
                .build();
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom().item(alive);
    }
}
