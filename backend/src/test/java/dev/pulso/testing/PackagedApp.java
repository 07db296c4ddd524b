package dev.pulso.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pulso.start.database.DatabaseBootstrap;
import dev.pulso.start.database.DatabaseStart;
import dev.pulso.start.database.DatabaseUrl;
import dev.pulso.start.database.EmbeddedDatabase;
import dev.pulso.start.database.MigratedTemplate;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The product as it is shipped, in a process of its own that a test may kill, with a database that outlives it. The
 * schedule is off: jobs run when the test says so.
 */
public final class PackagedApp implements AutoCloseable {
    private static final Path JAR = Path.of("target", "app", "pulso-runner.jar");
    /** What tests hand to the product by name. */
    private static final Path RESOURCES = Path.of("src", "test", "resources");

    private final Path home;
    private final int port = TestDatabase.freePort();
    /** Null in a further node: the first one stops it. */
    private final EmbeddedDatabase.@Nullable Server server;

    private final DatabaseUrl database;
    private final List<String> options;
    /** Between the product and its database, when there is one. */
    private final @Nullable BreakingProxy proxy;

    private @Nullable Process process;

    /** @param options of the JVM, such as {@code -Dpulso.jobs.every=1s} */
    public PackagedApp(String... options) {
        this(true, false, options);
    }

    /** On a database that nobody has migrated. */
    public static PackagedApp onAnEmptyDatabase() {
        return new PackagedApp(false, false);
    }

    /** With a line to the database that can be broken. */
    public static PackagedApp behindAProxy(String... options) {
        return new PackagedApp(true, true, options);
    }

    private PackagedApp(boolean migrated, boolean proxied, String... options) {
        assertThat(JAR)
                .as("the packaged product; mvn package builds it before these tests")
                .exists();
        home = TestDatabase.temporaryHome();
        if (migrated) {
            MigratedTemplate.copyTo(home);
        }
        server = DatabaseStart.startServer(TestDatabase.settings(home, TestDatabase.freePort()));
        database = DatabaseBootstrap.embedded(server);
        this.options = List.of(options);
        proxy = proxied ? new BreakingProxy(database.port()) : null;
    }

    /** The line to the database of {@link #behindAProxy}. */
    public BreakingProxy proxy() {
        return Objects.requireNonNull(proxy);
    }

    private PackagedApp(PackagedApp first) {
        home = first.home;
        server = null;
        database = first.database;
        options = first.options;
        proxy = first.proxy;
    }

    /** A second process of the same installation; close it before the first. */
    public PackagedApp anotherNode() {
        return new PackagedApp(this);
    }

    /** Starts the product and waits until it is ready. */
    public PackagedApp start() {
        run(Map.of());
        return awaitReady();
    }

    /**
     * Starts the product and waits for nothing.
     *
     * @param environment beside what every start gets
     * @param more options of the JVM; with them, test resources are on the class path
     */
    public Process run(Map<String, String> environment, String... more) {
        return run(environment, List.of(more), List.of());
    }

    /** Starts the product with arguments, such as {@code migrate}, and waits for nothing. */
    public Process command(String... arguments) {
        return run(Map.of(), List.of(), List.of(arguments));
    }

    private Process run(Map<String, String> environment, List<String> more, List<String> arguments) {
        try {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx1g",
                    // It lives for seconds: the second compiler costs more than it brings.
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Dpulso.jobs.every=off",
                    "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
            command.addAll(options);
            command.addAll(more);
            command.addAll(
                    more.isEmpty()
                            ? List.of("-jar", JAR.toAbsolutePath().toString())
                            : List.of(
                                    "-cp",
                                    JAR.toAbsolutePath() + File.pathSeparator + RESOURCES.toAbsolutePath(),
                                    "dev.pulso.Pulso"));
            command.addAll(arguments);
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment()
                    .putAll(Map.of(
                            "DATABASE_URL",
                            "postgres://%s:%s@%s:%d/%s"
                                    .formatted(
                                            database.user(),
                                            URLEncoder.encode(database.password(), StandardCharsets.UTF_8),
                                            database.host(),
                                            proxy == null ? database.port() : proxy.port(),
                                            database.database()),
                            "PORT",
                            Integer.toString(port),
                            "PULSO_HOST",
                            "127.0.0.1",
                            "PULSO_DATA",
                            home.resolve("app").toString(),
                            "PULSO_DEMO",
                            "false"));
            builder.environment().putAll(environment);
            process = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()))
                    .start();
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public PackagedApp awaitReady() {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    assertThat(process.isAlive()).as(this::log).isTrue();
                    return isReady();
                });
        return this;
    }

    public boolean isReady() {
        try {
            return given().port(port).get("/q/health/ready").statusCode() == 200;
        } catch (Exception e) {
            // Nobody listens yet, or whoever does hangs up: not all of a server that is going up is there at once.
            if (e instanceof IOException) {
                return false;
            }
            throw e;
        }
    }

    /** {@code kill -9}: nothing of the process gets to run any more. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public int port() {
        return port;
    }

    /** A JSON request; with a token when there is one. */
    public RequestSpecification api(@Nullable String token) {
        RequestSpecification request = given().port(port).contentType(ContentType.JSON);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    /** The database as its owner, who is bound by row-level security as well: set {@code app.tenant_id} first. */
    public Connection database() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    /** The database as its superuser. */
    public Connection superuser() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), server.superuser(), server.password());
    }

    /** What the database says. */
    public Path databaseLog() {
        return home.resolve("postgres.log");
    }

    /** {@code kill -TERM}. */
    public void askToStop() throws IOException, InterruptedException {
        signal("TERM");
    }

    public void awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    /** Stops it in the middle of whatever it does, without its knowing. */
    public void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    public void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        String pid = Long.toString(process.pid());
        assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor())
                .isZero();
    }

    /** How many times it has asked Linux to write something. */
    public long writes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/io")).stream()
                .filter(line -> line.startsWith("syscw: "))
                .mapToLong(line -> Long.parseLong(line.substring("syscw: ".length())))
                .sum();
    }

    private Path logFile() {
        return home.resolve("app-" + port + ".log");
    }

    /** All that the process has said. */
    public String log() {
        try {
            return Files.readString(logFile());
        } catch (IOException e) {
            return "no log: " + e;
        }
    }

    @Override
    public void close() throws InterruptedException, IOException {
        if (process != null) {
            kill();
        }
        if (server != null) {
            if (proxy != null) {
                proxy.close();
            }
            server.stop();
            TestDatabase.delete(home);
        }
    }
}
