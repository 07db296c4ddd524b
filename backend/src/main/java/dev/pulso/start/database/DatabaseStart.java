package dev.pulso.start.database;

import dev.pulso.kernel.DataFolder;
import dev.pulso.kernel.StartSteps;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Chooses the database of this run and hands it to Quarkus by system properties. */
public final class DatabaseStart {
    /** Below the range from which Linux lends ports to outgoing connections, so that no stranger holds it for a moment. */
    private static final String DEFAULT_PORT = "15432";

    private static final String REACTIVE_URL = "quarkus.datasource.reactive.url";
    private static final String OWNER_URL = "quarkus.datasource.owner.jdbc.url";

    /** For tests of migrations that end badly. */
    private static final String CHANGELOG = "pulso.db.changelog";

    private final Map<String, String> environment;
    private final CountDownLatch applicationStopped = new CountDownLatch(1);
    private volatile boolean shuttingDown;
    /** Held as long as the JVM lives: two runs on one data folder would stop each other's database. */
    private @Nullable FileChannel lock;

    private EmbeddedDatabase.@Nullable Server server;

    public DatabaseStart(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Makes the database ready and brings it to this program's version; a node that is not to migrate only checks that.
     *
     * @throws DatabaseUnavailable with one line for the person who started the product
     */
    public void prepare() {
        Migrations migrations = reach();
        if (migratesAtStart()) {
            migrations.run();
        } else {
            migrations.check();
        }
    }

    /**
     * Only brings the database to this program's version: a start of its own, before the nodes of a release.
     *
     * @throws DatabaseUnavailable with one line for the person who started it
     */
    public void migrate() {
        reach().run();
    }

    private Migrations reach() {
        Path data = DataFolder.locate(environment, Path.of(""));
        System.setProperty(DataFolder.PROPERTY, data.toString());
        DatabaseUrl owner = external();
        if (owner == null) {
            owner = embedded(data);
        } else {
            DatabaseTls.check(owner, environment, setting("quarkus.profile"));
        }
        DatabaseUrl chosen = owner;
        StartSteps.during(
                        "preparing the database " + owner.display(),
                        () -> settings(chosen, environment.get("PULSO_DB_APP_PASSWORD")))
                .forEach(System::setProperty);
        System.setProperty("quarkus.liquibase.owner.migrate-at-start", "false");
        return new Migrations(
                owner,
                System.getProperty(CHANGELOG, Migrations.CHANGELOG),
                what -> System.err.println("pulso: " + what));
    }

    private boolean migratesAtStart() {
        String wanted = environment.getOrDefault("PULSO_MIGRATE", "true").strip();
        return switch (wanted) {
            case "true", "" -> true;
            case "false" -> false;
            default -> throw new DatabaseUnavailable("PULSO_MIGRATE must be true or false, not " + wanted);
        };
    }

    /** The Quarkus settings for a database whose owner is known; creates the app role on the way. */
    public static Map<String, String> settings(DatabaseUrl owner, @Nullable String appPassword) {
        DatabaseUrl app = DatabaseBootstrap.appLogin(owner, appPassword);
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(REACTIVE_URL, app.reactiveUrl());
        String authority = app.parameters().get("sslrootcert");
        if (authority != null) {
            settings.put("pulso.db.root-certificate", authority);
        }
        settings.put("quarkus.datasource.username", app.user());
        settings.put("quarkus.datasource.password", app.password());
        settings.put(OWNER_URL, owner.jdbcUrl());
        settings.put("quarkus.datasource.owner.username", owner.user());
        settings.put("quarkus.datasource.owner.password", owner.password());
        return settings;
    }

    /** Starts the embedded server that the class path brings. */
    public static EmbeddedDatabase.Server startServer(EmbeddedDatabase.Settings settings) {
        return ServiceLoader.load(EmbeddedDatabase.class, EmbeddedDatabase.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new DatabaseUnavailable("this build has no embedded PostgreSQL: set DATABASE_URL to "
                        + "postgres://user:password@host:5432/database"))
                .start(settings);
    }

    /** Ends a start that failed: the database stops, and the process is gone within a moment. Does not return. */
    public void abandon() {
        if (server != null) {
            server.stop();
        }
        AbandonedStart.endNow();
    }

    /** Tells the embedded server's shutdown hook that nobody uses the database any more. */
    public void applicationStopped() {
        applicationStopped.countDown();
    }

    public boolean shuttingDown() {
        return shuttingDown;
    }

    private @Nullable DatabaseUrl external() {
        String url = environment.get("DATABASE_URL");
        if (url != null && !url.isBlank()) {
            return DatabaseUrl.parse(url);
        }
        String owner = setting(OWNER_URL);
        if (owner != null) {
            return login(DatabaseUrl.parse(owner), "quarkus.datasource.owner");
        }
        String reactive = setting(REACTIVE_URL);
        return reactive == null ? null : login(DatabaseUrl.parse(reactive), "quarkus.datasource");
    }

    private DatabaseUrl login(DatabaseUrl url, String prefix) {
        String user = setting(prefix + ".username");
        String password = setting(prefix + ".password");
        return url.withLogin(user == null ? url.user() : user, password == null ? url.password() : password);
    }

    private @Nullable String setting(String key) {
        String value = System.getProperty(key);
        return value != null
                ? value
                : environment.get(key.toUpperCase(java.util.Locale.ROOT).replace('.', '_'));
    }

    private DatabaseUrl embedded(Path data) {
        lock(data);
        // Somebody tries it out on their own machine: defaults that an installation for others must not have.
        System.setProperty("pulso.embedded", "true");
        System.setProperty("pulso.this-machine", "127.0.0.1,0:0:0:0:0:0:0:1");
        EmbeddedDatabase.Settings settings = new EmbeddedDatabase.Settings(
                data,
                data.resolve("postgres-bin"),
                port(),
                environment.getOrDefault("PULSO_DB_SHARED_BUFFERS", "256MB"),
                true);
        EmbeddedDatabase.Server started =
                StartSteps.during("starting the database in " + data, () -> startServer(settings));
        server = started;
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAfterApplication(started), "embedded-postgres-stop"));
        return StartSteps.during("preparing the database", () -> DatabaseBootstrap.embedded(started));
    }

    private void stopAfterApplication(EmbeddedDatabase.Server server) {
        shuttingDown = true;
        try {
            // Hooks run side by side; the pools must close before their server goes away.
            applicationStopped.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.stop();
        if (!StartSteps.finished()) {
            AbandonedStart.endNow();
        }
    }

    private int port() {
        String text = environment.getOrDefault("PULSO_DB_PORT", DEFAULT_PORT);
        try {
            int port = Integer.parseInt(text.strip());
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // falls through to the one message for both mistakes
        }
        throw new DatabaseUnavailable("PULSO_DB_PORT must be a port number, not " + text);
    }

    private void lock(Path data) {
        try {
            DataFolder.keepPrivate(data);
            lock = FileChannel.open(data.resolve("pulso.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                throw new DatabaseUnavailable("another Pulso is already running on the data folder " + data
                        + ": stop it, or set PULSO_DATA and PULSO_DB_PORT for a second one");
            }
        } catch (OverlappingFileLockException e) {
            // A live reload of this same process: the first start still holds the lock.
            return;
        } catch (IOException e) {
            throw new DatabaseUnavailable("the data folder " + data + " cannot be written: " + e.getMessage());
        }
    }
}
