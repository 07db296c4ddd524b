package dev.pulso.edge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pulso.testing.TestTenant;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BrokenUploadsTest {
    @TestHTTPResource("/")
    URI server;

    @ConfigProperty(name = "quarkus.http.body.uploads-directory")
    String folder;

    @Inject
    BrokenUploads uploads;

    @Test
    void the_file_of_an_upload_that_broke_off_goes_away_and_one_that_goes_on_stays() throws Exception {
        TestTenant tenant = TestTenant.register();
        List<Path> before = files();
        try (Socket goingOn = halfAnUpload(tenant)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> files().size() == before.size() + 1);
            List<Path> kept = files();
            halfAnUpload(tenant).close();
            await().atMost(Duration.ofSeconds(20)).until(() -> files().size() == before.size() + 2);

            uploads.sweep();
            assertThat(files()).hasSize(before.size() + 2);

            Path broken = files().stream()
                    .filter(file -> !kept.contains(file))
                    .findFirst()
                    .orElseThrow();
            // What had arrived before the line broke may still be written, which makes the file young again.
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                Files.setLastModifiedTime(
                        broken,
                        FileTime.from(Instant.now().minus(BrokenUploads.AGE).minusSeconds(1)));
                uploads.sweep();
                return !Files.exists(broken);
            });
            assertThat(files()).containsAll(kept);
        }
    }

    @Test
    void nobody_else_on_the_machine_reads_the_folder() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(folder))))
                .isEqualTo("rwx------");
    }

    private Socket halfAnUpload(TestTenant tenant) throws IOException {
        Socket socket = new Socket(server.getHost(), server.getPort());
        String head = "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n";
        String request = "POST /api/imports HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + tenant.token(TestTenant.Role.admin)
                + "\r\nContent-Type: multipart/form-data; boundary=part\r\nContent-Length: 6000000\r\n\r\n" + head;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(new byte[3_000_000]);
        socket.getOutputStream().flush();
        return socket;
    }

    private List<Path> files() throws IOException {
        Path path = Path.of(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(path)) {
            return all.toList();
        }
    }
}
