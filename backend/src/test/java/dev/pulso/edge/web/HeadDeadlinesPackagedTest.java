package dev.pulso.edge.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.testing.PackagedApp;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

class HeadDeadlinesPackagedTest {
    private static final String HEAD = "GET /q/health/live HTTP/1.1\r\nHost: x\r\n";

    @Test
    void a_head_that_drips_does_not_hold_its_connection() throws Exception {
        try (PackagedApp app = new PackagedApp("-Dpulso.http.head-timeout=PT3S").start()) {
            dripsAfter(app, 0);
            // One that came in two pieces before is no dripping, and one connection has several heads.
            dripsAfter(app, 2);
        }
    }

    private static void dripsAfter(PackagedApp app, int requests) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), app.port())) {
            socket.setSoTimeout(300_000);
            OutputStream out = socket.getOutputStream();
            for (int i = 0; i < requests; i++) {
                out.write(HEAD.getBytes(US_ASCII));
                out.flush();
                out.write("\r\n".getBytes(US_ASCII));
                assertThat(answer(socket)).startsWith("HTTP/1.1 200");
            }
            out.write((HEAD + "X-Drip: ").getBytes(US_ASCII));
            // Each byte is activity enough for any other limit.
            Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        out.write('x');
                        Thread.sleep(100);
                    }
                } catch (IOException | InterruptedException closed) {
                    // As it should be.
                }
            });
            assertThat(hangsUp(socket)).as("after %d requests", requests).isTrue();
        }
    }

    /** Its head and its body, whose end its length tells. */
    private static String answer(Socket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) socket.getInputStream().read());
        }
        String length = head.toString().replaceAll("(?is).*\\r\\ncontent-length: (\\d+).*", "$1");
        return head + new String(socket.getInputStream().readNBytes(Integer.parseInt(length)), US_ASCII);
    }

    /** Without a word. */
    private static boolean hangsUp(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException stillThere) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }
}
