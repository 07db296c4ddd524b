package dev.pulso.start.observability;

import dev.pulso.kernel.StartSteps;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Behind everybody else who does something at the start: from here on requests are served, with the patience of requests. */
@ApplicationScoped
class StartEnd {
    void started(@Observes @Priority(Integer.MAX_VALUE) StartupEvent event) {
        StartSteps.finish();
    }
}
