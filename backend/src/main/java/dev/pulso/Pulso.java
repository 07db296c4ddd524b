package dev.pulso;

import dev.pulso.kernel.StartSteps;
import dev.pulso.start.database.DatabaseStart;
import dev.pulso.start.database.DatabaseUnavailable;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * Starts the product: first a database to talk to, then Quarkus. With the argument {@code migrate} it only brings the
 * database to its version and ends.
 */
@QuarkusMain
public final class Pulso {
    private Pulso() {}

    public static void main(String... args) {
        // Before the first line is logged; a plain `java -jar` does not say it.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        // The check would answer a bare 400; edge.web refuses such an address as a problem.
        System.setProperty("vertx.disableURIValidation", "true");
        // edge.web.HeadDeadlines, store.tenancy.OneWritePerTick.
        System.setProperty("io.netty.bootstrap.extensions", "serviceload");
        // OpenTelemetry's own variable; without it no trace is made at all.
        if (System.getenv("OTEL_EXPORTER_OTLP_ENDPOINT") != null) {
            System.setProperty("pulso.traces.off", "false");
        }
        DatabaseStart database = new DatabaseStart(System.getenv());
        boolean only = args.length > 0 && args[0].equals("migrate");
        try {
            if (only) {
                database.migrate();
                System.err.println("pulso: the database has the version of this program");
                // Nothing more is to be started: the end is no broken start.
                StartSteps.finish();
                database.applicationStopped();
                System.exit(0);
            }
            database.prepare();
        } catch (DatabaseUnavailable e) {
            System.err.println("pulso: " + e.getMessage());
            database.abandon();
        }
        StartSteps.begin("loading the application and bringing its tables up to date");
        Quarkus.run(
                null,
                (exitCode, failure) -> {
                    if (failure != null) {
                        System.err.println("pulso: did not start: " + StartSteps.told(failure));
                        if (!database.shuttingDown()) {
                            database.abandon();
                        }
                    }
                    database.applicationStopped();
                    // A JVM that is already shutting down must not be asked again: exit() would wait for itself.
                    if (exitCode != 0 || !database.shuttingDown()) {
                        System.exit(exitCode);
                    }
                },
                args);
    }
}
