package dev.pulso.start.database.zonky;

import dev.pulso.kernel.StartSteps;
import dev.pulso.start.database.DatabaseUnavailable;
import dev.pulso.start.database.EmbeddedDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Real PostgreSQL from Maven artifacts. The library is meant for tests; this turns durability and passwords back on. */
public final class ZonkyDatabase implements EmbeddedDatabase {
    private static final String SUPERUSER = "postgres";
    /** Older ones have no C.UTF-8; what is sorted and compared follows ICU on each platform. */
    private static final boolean MACOS = System.getProperty("os.name").startsWith("Mac");

    private static final Duration RECOVERY = StartSteps.LIMIT;
    private static final Duration SHUTDOWN = Duration.ofSeconds(20);

    @Override
    public Server start(Settings settings) {
        Path data = settings.home().resolve("postgres");
        try {
            Files.createDirectories(data);
            Files.createDirectories(settings.binaries());
            String password = password(settings.home(), data);
            Optional<Postmaster> orphan = Postmaster.read(data);
            if (orphan.isPresent() && orphan.get().alive()) {
                int port = awaitLogin(orphan.get(), data, password);
                return new Running(orphan.get(), port, password, null);
            }
            if (orphan.isPresent() && orphan.get().pidReused()) {
                // PostgreSQL would take the stranger for its own postmaster and refuse to start.
                Files.deleteIfExists(data.resolve(Postmaster.FILE));
            }
            refuseTakenPort(settings.port());
            EmbeddedPostgres booted = boot(settings, data, password);
            Postmaster started = Postmaster.read(data)
                    .orElseThrow(() -> new DatabaseUnavailable("the embedded PostgreSQL wrote no postmaster.pid"));
            return new Running(started, settings.port(), password, booted);
        } catch (IOException | IllegalStateException e) {
            throw new DatabaseUnavailable("the embedded PostgreSQL did not start: " + e.getMessage() + " (see "
                    + settings.home().resolve("postgres.log") + ")");
        }
    }

    private static EmbeddedPostgres boot(Settings settings, Path data, String password) throws IOException {
        ProcessBuilder.Redirect log = ProcessBuilder.Redirect.appendTo(
                settings.home().resolve("postgres.log").toFile());
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(settings.binaries().toFile())
                .setPort(settings.port())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(RECOVERY)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setConnectConfig("password", password)
                .setLocaleConfig("locale", MACOS ? "en_US.UTF-8" : "C.UTF-8")
                .setLocaleConfig("locale-provider", "icu")
                .setLocaleConfig("icu-locale", "pt-BR")
                // Extra initdb options travel the same way; they come after the library's "-A trust" and win.
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", passwordFile(settings.home()).toString());
        // The library passes -F (no fsync) and synchronous_commit=off: an acknowledged write must survive a crash.
        String durable = settings.durable() ? "on" : "off";
        builder.setServerConfig("fsync", durable)
                .setServerConfig("synchronous_commit", durable)
                .setServerConfig("full_page_writes", durable)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("shared_buffers", settings.sharedBuffers())
                .setServerConfig("max_connections", "60")
                .setServerConfig("effective_cache_size", "1GB")
                .setServerConfig("work_mem", "16MB")
                .setServerConfig("maintenance_work_mem", "128MB")
                .setServerConfig("max_wal_size", "1GB")
                .setServerConfig("random_page_cost", "1.1")
                .setServerConfig("jit", "off")
                // The minute of the default is long for somebody who looks at a board right after an import.
                .setServerConfig("autovacuum_naptime", "10s")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("log_timezone", "UTC");
        return builder.start();
    }

    /** The superuser's password: made once, readable by the owner of the folder only. */
    private static String password(Path home, Path data) throws IOException {
        Path file = passwordFile(home);
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        if (Files.exists(data.resolve("PG_VERSION"))) {
            throw new DatabaseUnavailable("the password of the embedded database is missing: restore " + file);
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, HexFormat.of().formatHex(random));
        return HexFormat.of().formatHex(random);
    }

    private static Path passwordFile(Path home) {
        return home.resolve("postgres.password").toAbsolutePath();
    }

    /** Waits until the orphan takes logins (it may be recovering) and makes sure that it serves our data folder. */
    private static int awaitLogin(Postmaster orphan, Path data, String password) throws IOException {
        long deadline = System.nanoTime() + RECOVERY.toNanos();
        String last = "no answer";
        while (orphan.alive() && System.nanoTime() < deadline) {
            int port = Postmaster.read(data).map(Postmaster::port).orElse(orphan.port());
            try (Connection connection = DriverManager.getConnection(
                            "jdbc:postgresql://127.0.0.1:" + port + "/postgres?connectTimeout=120",
                            SUPERUSER,
                            password);
                    Statement sql = connection.createStatement();
                    ResultSet row = sql.executeQuery("show data_directory")) {
                row.next();
                if (Path.of(row.getString(1)).toRealPath().equals(data.toRealPath())) {
                    return port;
                }
                throw new DatabaseUnavailable("port " + port + " serves another PostgreSQL: stop process "
                        + orphan.pid() + " or set PULSO_DB_PORT");
            } catch (SQLException e) {
                last = e.getMessage();
                pause();
            }
        }
        throw new DatabaseUnavailable(
                "a PostgreSQL (process " + orphan.pid() + ") left on " + data + " does not accept logins: " + last);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("interrupted while waiting for the embedded PostgreSQL");
        }
    }

    private static void refuseTakenPort(int port) {
        try (java.net.ServerSocket probe = new java.net.ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new java.net.InetSocketAddress("127.0.0.1", port));
        } catch (IOException e) {
            throw new DatabaseUnavailable("port " + port + " is taken by another program: set PULSO_DB_PORT");
        }
    }

    /** What postmaster.pid says: line 1 the process, line 4 the port. */
    private record Postmaster(Path file, long pid, int port) {
        static final String FILE = "postmaster.pid";

        static Optional<Postmaster> read(Path data) throws IOException {
            Path file = data.resolve(FILE);
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file);
            try {
                return Optional.of(new Postmaster(
                        file,
                        Long.parseLong(lines.get(0).strip()),
                        Integer.parseInt(lines.get(3).strip())));
            } catch (NumberFormatException | IndexOutOfBoundsException e) {
                return Optional.empty();
            }
        }

        /** The file goes with the server; the process may linger as somebody's zombie. */
        boolean running() {
            return Files.exists(file) && alive();
        }

        boolean alive() {
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent() && !pidReused();
        }

        boolean pidReused() {
            return ProcessHandle.of(pid)
                    .flatMap(process -> process.info().command())
                    .map(command -> !command.contains("postgres"))
                    .orElse(false);
        }
    }

    /** @param booted the library's handle, which also holds a lock on the data folder; null when adopted */
    private record Running(
            Postmaster postmaster,
            int port,
            String password,
            @Nullable EmbeddedPostgres booted) implements Server {
        @Override
        public String superuser() {
            return SUPERUSER;
        }

        @Override
        public boolean adopted() {
            return booted == null;
        }

        @Override
        public void stop() {
            try {
                if (booted != null) {
                    booted.close();
                } else if (postmaster.alive()) {
                    // SIGINT is PostgreSQL's fast shutdown: roll back, checkpoint, leave. ProcessHandle can only send
                    // SIGTERM, which would wait for every client.
                    new ProcessBuilder("kill", "-INT", Long.toString(postmaster.pid()))
                            .inheritIO()
                            .start()
                            .waitFor();
                }
                // Not onExit(): for a process that is not our child it looks only every few seconds.
                long deadline = System.nanoTime() + SHUTDOWN.toNanos();
                while (postmaster.running() && System.nanoTime() < deadline) {
                    TimeUnit.MILLISECONDS.sleep(20);
                }
                if (postmaster.running()) {
                    System.err.println("pulso: PostgreSQL (process " + postmaster.pid() + ") is still shutting down");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                System.err.println(
                        "pulso: PostgreSQL (process " + postmaster.pid() + ") did not stop: " + e.getMessage());
            }
        }
    }
}
