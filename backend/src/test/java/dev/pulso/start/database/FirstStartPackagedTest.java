package dev.pulso.start.database;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pulso.testing.TestDatabase;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The very first start, as the two commands make it: an empty data folder, and the classes are recorded for the next one. */
class FirstStartPackagedTest {
    private static final Path JAR = Path.of("target", "app", "pulso-runner.jar");

    private final Path home = TestDatabase.temporaryHome();
    private final Path data = home.resolve("data");
    private final Path said = home.resolve("said.log");
    private final int port = TestDatabase.freePort();
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (Process process : started.reversed()) {
            process.destroyForcibly().waitFor();
        }
        Path postmaster = data.resolve("postgres/postmaster.pid");
        if (Files.exists(postmaster)) {
            ProcessHandle.of(Long.parseLong(Files.readAllLines(postmaster).getFirst()))
                    .ifPresent(orphan -> {
                        orphan.destroyForcibly();
                        orphan.onExit().join();
                    });
        }
        TestDatabase.delete(home);
    }

    @Test
    @Tag("slow")
    void it_succeeds_on_a_machine_that_has_three_other_things_to_do_per_processor() throws Exception {
        for (int i = 0; i < 3 * Runtime.getRuntime().availableProcessors(); i++) {
            started.add(new ProcessBuilder("sh", "-c", "while :; do :; done").start());
        }
        Process app = start(Map.of());
        await().atMost(Duration.ofMinutes(14))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    assertThat(app.isAlive()).as(this::said).isTrue();
                    return answers();
                });
        assertThat(said()).contains("pulso: still ").doesNotContain("did not start");
    }

    @Test
    @Tag("slow")
    void one_that_fails_says_at_which_step_and_leaves_nothing_behind() throws Exception {
        Process app = start(Map.of("PULSO_SECRET_KEYS", "this-is-no-key"));
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> said().contains("pulso: did not start: ") || !app.isAlive());
        long told = System.nanoTime();
        assertThat(app.waitFor(1, TimeUnit.MINUTES)).isTrue();
        Duration took = Duration.ofNanos(System.nanoTime() - told);

        assertThat(said()).containsPattern("pulso: did not start: loading the application.*PULSO_SECRET_KEYS");
        // A second on a machine of one's own; recording the classes takes more than that on any.
        assertThat(took).isLessThan(Duration.ofSeconds(5));
        assertThat(app.exitValue()).isNotZero();
        assertThat(home.resolve("classes.aot")).doesNotExist();
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
        try (FileChannel lock = FileChannel.open(data.resolve("pulso.lock"), StandardOpenOption.WRITE)) {
            assertThat(lock.tryLock()).isNotNull();
        }
    }

    @Test
    void one_that_only_migrates_ends_well_and_leaves_a_database_to_start_on() throws Exception {
        Process migrates = start(Map.of(), "migrate");
        assertThat(migrates.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(migrates.exitValue()).as(this::said).isZero();
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();

        Process again = start(Map.of(), "migrate");
        assertThat(again.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(again.exitValue()).as(this::said).isZero();
    }

    @Test
    @Tag("slow")
    void one_that_finds_its_database_port_taken_ends_at_once() throws Exception {
        try (var taken = new java.net.ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            Process app = start(Map.of("PULSO_DB_PORT", Integer.toString(taken.getLocalPort())));
            assertThat(app.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(said()).contains("pulso: port " + taken.getLocalPort() + " is taken");
            assertThat(home.resolve("classes.aot")).doesNotExist();
        }
    }

    /** Records the classes, unless it is started for something else. */
    private Process start(Map<String, String> settings, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                // It lives for seconds: the second compiler costs more than it brings.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-jar",
                JAR.toAbsolutePath().toString()));
        if (arguments.length == 0) {
            command.add(1, "-XX:AOTCacheOutput=" + home.resolve("classes.aot"));
        }
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(Map.of(
                        "PORT", Integer.toString(port),
                        "PULSO_HOST", "127.0.0.1",
                        "PULSO_DATA", data.toString(),
                        "PULSO_DB_PORT", Integer.toString(TestDatabase.freePort())));
        builder.environment().remove("DATABASE_URL");
        builder.environment().putAll(settings);
        Process app =
                builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        started.add(app);
        return app;
    }

    private boolean answers() {
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

    private String said() {
        try {
            return Files.exists(said) ? Files.readString(said) : "";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
