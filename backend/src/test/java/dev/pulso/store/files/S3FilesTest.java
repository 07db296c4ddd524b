package dev.pulso.store.files;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pulso.kernel.Ids;
import dev.pulso.kernel.Problem;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against S3Mock of Adobe, a process of its own. */
class S3FilesTest extends FileStoreContract {
    private static final Path MOCK = Path.of("target/s3mock/s3mock.jar");

    @TempDir
    static Path root;

    private static Process mock;
    private static int port;

    @BeforeAll
    static void start() throws IOException {
        port = freePort();
        mock = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        MOCK.toString(),
                        "--server.address=127.0.0.1",
                        "--server.port=0",
                        "--com.adobe.testing.s3mock.httpPort=" + port,
                        "--com.adobe.testing.s3mock.store.root=" + root.resolve("objects"),
                        "--com.adobe.testing.s3mock.store.initialBuckets=pulso")
                .redirectErrorStream(true)
                .redirectOutput(root.resolve("log").toFile())
                .start();
        HttpClient client = HttpClient.newHttpClient();
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            try {
                return client.send(
                                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/pulso"))
                                                .build(),
                                        HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200;
            } catch (IOException notYet) {
                if (!mock.isAlive()) {
                    throw new IllegalStateException(Files.readString(root.resolve("log")));
                }
                return false;
            }
        });
    }

    @AfterAll
    static void stop() throws InterruptedException {
        mock.destroy();
        mock.waitFor(20, TimeUnit.SECONDS);
    }

    @Override
    FileStore store(Vertx vertx) {
        return at(vertx, port, "pulso");
    }

    @Test
    void a_store_that_does_not_answer_or_refuses_is_told_as_busy() throws IOException {
        FileStore silent = at(vertx, freePort(), "pulso");
        assertThatThrownBy(() -> silent.remove(tenant, Ids.next()).await().atMost(Duration.ofSeconds(30)))
                .isInstanceOf(FileStoreDown.class)
                .isInstanceOf(Problem.class);
        FileStore elsewhere = at(vertx, port, "no-such-bucket");
        Path file = Files.writeString(folder.resolve("a"), "a");
        Fingerprint fingerprint = Fingerprint.of(file);
        assertThatThrownBy(() -> elsewhere
                        .put(tenant, Ids.next(), file, fingerprint)
                        .await()
                        .atMost(Duration.ofSeconds(30)))
                .isInstanceOf(FileStoreDown.class);
    }

    private static FileStore at(Vertx vertx, int port, String bucket) {
        return new S3Files(
                vertx,
                URI.create("http://127.0.0.1:" + port),
                bucket,
                "files/",
                new S3Signature("us-east-1", "key", "secret"),
                Clock.systemUTC());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
