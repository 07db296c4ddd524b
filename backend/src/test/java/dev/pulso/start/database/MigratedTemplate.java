package dev.pulso.start.database;

import dev.pulso.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A database with its roles, extensions and every migration, made once for what the sources say now; the database of each test
 * starts as a copy of its files. Those that try the making itself do without.
 */
public final class MigratedTemplate {
    private static final Path TEMPLATES = Path.of("target", "test-database");
    /** All that has a say in how an empty database looks. */
    private static final List<Path> SOURCES = List.of(
            Path.of("pom.xml"),
            Path.of("src", "main", "resources", "db"),
            Path.of("src", "main", "java", "dev", "pulso", "start", "database"),
            Path.of("src", "embedded"));

    private MigratedTemplate() {}

    /** @param home a folder for {@link DatabaseStart#startServer}, empty so far */
    public static synchronized void copyTo(Path home) {
        try {
            Files.createDirectories(TEMPLATES);
            // Processes that test side by side make it once.
            try (FileChannel channel = FileChannel.open(
                            TEMPLATES.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = channel.lock()) {
                Path template = TEMPLATES.resolve(key());
                if (!Files.exists(template)) {
                    make(template);
                }
                copy(template, home);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make(Path template) throws IOException {
        // Of other sources, or broken off.
        try (Stream<Path> others = Files.list(TEMPLATES)) {
            others.filter(Files::isDirectory).forEach(TestDatabase::delete);
        }
        Path made = Files.createTempDirectory(TEMPLATES, "made-");
        EmbeddedDatabase.Server server =
                DatabaseStart.startServer(TestDatabase.settings(made.toAbsolutePath(), TestDatabase.freePort()));
        try {
            DatabaseUrl owner = DatabaseBootstrap.embedded(server);
            DatabaseBootstrap.appLogin(owner, null);
            new Migrations(owner, Migrations.CHANGELOG, what -> System.err.println("template: " + what)).run();
        } finally {
            server.stop();
        }
        Files.delete(made.resolve("postgres.log"));
        Files.move(made, template, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = to.resolve(from.relativize(file));
                if (!copy.equals(to)) {
                    // With its rights: PostgreSQL wants a folder for itself.
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static String key() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            // The migrations cut growing tables into pieces from the day they run on.
            digest.update(YearMonth.now(ZoneOffset.UTC).toString().getBytes(StandardCharsets.UTF_8));
            for (Path source : SOURCES) {
                try (Stream<Path> files = Files.walk(source)) {
                    for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                        digest.update(file.toString().getBytes(StandardCharsets.UTF_8));
                        digest.update(Files.readAllBytes(file));
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
