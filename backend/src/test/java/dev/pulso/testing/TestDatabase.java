package dev.pulso.testing;

import dev.pulso.start.database.DatabaseBootstrap;
import dev.pulso.start.database.DatabaseStart;
import dev.pulso.start.database.EmbeddedDatabase;
import dev.pulso.start.database.MigratedTemplate;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The same server, roles and migrations as in {@code make run}, in a temporary folder on a free port, for the whole suite. */
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {
    private EmbeddedDatabase.Server server;
    private Path home;

    @Override
    public Map<String, String> start() {
        home = temporaryHome();
        MigratedTemplate.copyTo(home);
        server = DatabaseStart.startServer(settings(home, freePort()));
        Map<String, String> settings =
                new LinkedHashMap<>(DatabaseStart.settings(DatabaseBootstrap.embedded(server), null));
        settings.put("pulso.data", home.resolve("data").toString());
        settings.put("quarkus.liquibase.owner.migrate-at-start", "false");
        return settings;
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop();
            delete(home);
        }
    }

    /** The unpacked server is shared by all runs of this machine; the data is not, and need not outlive a power cut. */
    public static EmbeddedDatabase.Settings settings(Path home, int port) {
        Path binaries = Path.of(System.getProperty("java.io.tmpdir"), "pulso-test-postgres-bin");
        return new EmbeddedDatabase.Settings(home, binaries, port, "128MB", false);
    }

    public static Path temporaryHome() {
        try {
            return Files.createTempDirectory("pulso-test-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
