package dev.pulso.edge.live;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** One stream as a client of the API reads it. */
final class LiveReader implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    record Heard(String event, @Nullable String id, String data) {}

    private final InputStream body;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    private LiveReader(InputStream body) {
        this.body = body;
        Thread.ofVirtual().start(this::read);
    }

    static HttpResponse<InputStream> ask(String token, @Nullable String seen) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/live"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (seen != null) {
            request.header("Last-Event-ID", seen);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Open, and told that it is. */
    static LiveReader open(String token, @Nullable String seen) {
        HttpResponse<InputStream> answer = ask(token, seen);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("the stream answered " + answer.statusCode());
        }
        LiveReader reader = new LiveReader(answer.body());
        Awaitility.await().atMost(SOON).until(() -> reader.lastId() != null);
        return reader;
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            String event = "message";
            String id = null;
            StringBuilder data = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    heard.add(new Heard(event, id, data.toString()));
                    event = "message";
                    id = null;
                    data.setLength(0);
                } else if (line.startsWith("event:")) {
                    event = line.substring(6).strip();
                } else if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring(5).strip());
                }
            }
        } catch (IOException e) {
            // Closed by us, or broken off: ended either way.
        } finally {
            ended = true;
        }
    }

    /** All but the pings. */
    List<Heard> heard() {
        return heard.stream().filter(one -> !one.event().equals("ping")).toList();
    }

    Heard first() {
        return heard.getFirst();
    }

    @Nullable
    String lastId() {
        return heard.stream()
                .map(Heard::id)
                .filter(id -> id != null)
                .reduce((a, b) -> b)
                .orElse(null);
    }

    boolean knows(String text) {
        return heard.stream().anyMatch(one -> one.data().contains(text));
    }

    void awaitKnowing(String text) {
        Awaitility.await().atMost(SOON).until(() -> knows(text));
    }

    void awaitEnd() {
        Awaitility.await().atMost(SOON).until(() -> ended);
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
