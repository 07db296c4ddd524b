package dev.pulso.store.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pulso.kernel.Problem;
import io.vertx.mutiny.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server that speaks as clamd does. */
class VirusScannerTest {
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    @TempDir
    Path folder;

    private Vertx vertx;
    private ServerSocket server;
    private byte[] heard;

    @BeforeEach
    void start() throws IOException {
        vertx = Vertx.vertx();
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        vertx.closeAndAwait();
    }

    @Test
    void what_is_clean_passes_whole_and_in_pieces() throws IOException, InterruptedException {
        byte[] content = new byte[200_000];
        Arrays.fill(content, (byte) 7);
        Thread clamd = clamd();
        check(content);
        clamd.join();
        assertThat(heard).isEqualTo(content);
    }

    @Test
    void what_it_finds_is_refused() throws IOException {
        clamd();
        assertThatThrownBy(() -> check(("xx" + EICAR).getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        refused -> assertThat(refused.violations().getFirst().code())
                                .isEqualTo("infected"));
    }

    @Test
    void a_scanner_that_is_not_there_or_cannot_tell_lets_nothing_in() throws IOException {
        clamd("INSTREAM size limit exceeded. ERROR\0");
        assertThatThrownBy(() -> check(new byte[] {1})).isInstanceOf(FileStoreDown.class);
        clamd("");
        assertThatThrownBy(() -> check(new byte[] {1})).isInstanceOf(FileStoreDown.class);
        int port = server.getLocalPort();
        server.close();
        assertThatThrownBy(() -> check(port, new byte[] {1})).isInstanceOf(FileStoreDown.class);
    }

    @Test
    void without_a_scanner_nothing_is_asked() throws IOException {
        Path file = Files.write(folder.resolve("a"), EICAR.getBytes(StandardCharsets.US_ASCII));
        assertThatCode(() -> new VirusScanner(vertx, Optional.empty())
                        .check(file)
                        .await()
                        .atMost(Duration.ofSeconds(10)))
                .doesNotThrowAnyException();
    }

    private Thread clamd() {
        return clamd(null);
    }

    private Thread clamd(String answer) {
        return Thread.ofVirtual().start(() -> {
            try (Socket client = server.accept()) {
                DataInputStream in = new DataInputStream(client.getInputStream());
                assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII))
                        .isEqualTo("zINSTREAM\0");
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    content.writeBytes(in.readNBytes(length));
                }
                heard = content.toByteArray();
                boolean found = content.toString(StandardCharsets.US_ASCII).contains(EICAR);
                String told = answer != null ? answer : found ? "stream: Eicar-Signature FOUND\0" : "stream: OK\0";
                client.getOutputStream().write(told.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void check(byte[] content) throws IOException {
        check(server.getLocalPort(), content);
    }

    private void check(int port, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("file"), content);
        new VirusScanner(vertx, Optional.of("127.0.0.1:" + port))
                .check(file)
                .await()
                .atMost(Duration.ofSeconds(30));
    }
}
