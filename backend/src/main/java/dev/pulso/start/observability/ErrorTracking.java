package dev.pulso.start.observability;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.sentry.Sentry;
import io.sentry.SentryOptions;
import io.sentry.jul.SentryHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends what is logged as an error to a Sentry-compatible tracker, without anything of the request but its ids. */
@ApplicationScoped
class ErrorTracking {
    private final Optional<String> dsn;

    ErrorTracking(@ConfigProperty(name = "pulso.sentry.dsn") Optional<String> dsn) {
        this.dsn = dsn;
    }

    void start(@Observes StartupEvent started) {
        dsn.ifPresent(ErrorTracking::sendTo);
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (dsn.isPresent()) {
            Sentry.close();
        }
    }

    /** @return take it off the root logger to stop */
    static SentryHandler sendTo(String dsn) {
        SentryOptions options = new SentryOptions();
        options.setDsn(dsn);
        options.setSendDefaultPii(false);
        options.addContextTag("request_id");
        options.addContextTag("tenant_id");
        SentryHandler handler = new SentryHandler(options);
        handler.setLevel(Level.SEVERE);
        handler.setMinimumEventLevel(Level.SEVERE);
        Logger.getLogger("").addHandler(handler);
        return handler;
    }
}
