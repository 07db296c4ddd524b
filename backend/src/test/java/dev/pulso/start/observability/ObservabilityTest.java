package dev.pulso.start.observability;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.sun.net.httpserver.HttpServer;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.sentry.Sentry;
import io.sentry.jul.SentryHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ObservabilityTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void metrics_tell_rate_errors_and_duration_of_every_route_by_its_template() {
        TestTenant tenant = TestTenant.register();
        tenant.create("/api/crm/leads", Map.of("name", "Ana"));
        tenant.unchecked().get("/api/crm/leads/{id}", tenant.id()).then().statusCode(404);

        String metrics = metrics();
        assertThat(metrics)
                .containsPattern(
                        "http_server_requests_seconds_count\\{.*method=\"POST\".*status=\"201\",uri=\"/api/crm/leads\"}")
                .containsPattern("http_server_requests_seconds_count\\{.*status=\"404\",uri=\"/api/crm/leads/\\{id}\"}")
                .containsPattern("http_server_requests_seconds_bucket\\{.*le=\"0.5\"}")
                .doesNotContain(tenant.id().toString())
                .containsPattern("pulso_db_pool_wait_seconds_count\\S* [1-9]")
                .containsPattern("pulso_event_loop_lag_seconds_count\\S* [1-9]")
                .containsPattern("pulso_work_waiting\\S* ")
                .containsPattern("pulso_work_parked\\S* ")
                .containsPattern("pulso_work_late_seconds\\S* ");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(metrics())
                        .containsPattern("business_events_total\\{.*type=\"lead.created\".*} [1-9]"));
    }

    @Test
    void nobody_makes_new_series_with_words_of_their_own() {
        TestTenant tenant = TestTenant.register();
        Runnable oddities = () -> {
            for (int i = 0; i < 100; i++) {
                given().request("PROBE" + UUID.randomUUID().toString().replace("-", ""), "/api/tenant");
                given().put("/api/crm/deals/{id}", UUID.randomUUID());
            }
            String some = Long.toString(System.nanoTime(), 36);
            given().request("X".repeat(5_000), "/" + some);
            given().get("/" + some);
            given().header("Accept", "text/html").get("/" + some);
            given().header("Accept", "text/html").get("/settings/" + some);
            given().get("/assets/" + some + ".js");
            given().get("/docs/" + some);
            given().get("/api/" + some);
            given().delete("/api/crm/leads/" + some);
            given().post("/");
            tenant.unchecked().get("/api/crm/leads/" + some);
            tenant.unchecked().put("/api/crm/leads/" + some);
            tenant.unchecked().get("/api/crm/leads/{id}/" + some, tenant.id());
        };
        oddities.run();
        long before = series();
        oddities.run();
        assertThat(series()).isEqualTo(before);
    }

    private static long series() {
        return metrics()
                .lines()
                .filter(line -> line.startsWith("http_server_requests_seconds_count"))
                .count();
    }

    @Test
    void metrics_are_for_who_knows_the_token_and_for_nobody_else_on_this_machine_or_any() {
        given().get("/q/metrics").then().statusCode(404);
        given().header("X-Forwarded-For", "203.0.113.9")
                .get("/q/metrics")
                .then()
                .statusCode(404);
        given().header("Authorization", "Bearer token-of-the-test")
                .get("/q/metrics")
                .then()
                .statusCode(404);
        given().get("/q/metrics/").then().statusCode(404);
        given().header("Authorization", "Bearer token-of-the-tests")
                .get("/q/metrics")
                .then()
                .statusCode(200);
    }

    @Test
    void runs_of_jobs_are_counted_by_their_outcome_and_their_log_lines_name_company_and_person() {
        TestTenant tenant = TestTenant.register();
        List<ExtLogRecord> errors = new CopyOnWriteArrayList<>();
        Handler collector = new Handler() {
            @Override
            public void publish(LogRecord line) {
                if (line instanceof ExtLogRecord one
                        && one.getFormattedMessage().contains("of test-count failed")) {
                    one.copyMdc();
                    errors.add(one);
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger.getLogger("").addHandler(collector);
        try {
            tenant.api()
                    .header("X-Request-Id", "night-42")
                    .body(Map.of("on", "1913-12-13"))
                    .post("/api/jobs/test-count/runs")
                    .then()
                    .statusCode(202);
            await().atMost(SOON)
                    .until(() -> errors.stream()
                            .anyMatch(line -> tenant.id().toString().equals(line.getMdc("tenant_id"))));
        } finally {
            Logger.getLogger("").removeHandler(collector);
        }

        ExtLogRecord line = errors.stream()
                .filter(one -> tenant.id().toString().equals(one.getMdc("tenant_id")))
                .findFirst()
                .orElseThrow();
        assertThat(line.getMdc("request_id")).isEqualTo("night-42");
        assertThat(line.getMdc("actor")).isEqualTo(tenant.adminId().toString());
        assertThat(metrics())
                .containsPattern("pulso_job_runs_seconds_count\\{.*job=\"test-count\".*outcome=\"failed\".*} [1-9]");
    }

    @Test
    void every_metric_of_the_dashboards_and_alerts_exists() throws IOException {
        TestTenant tenant = TestTenant.register();
        tenant.create("/api/crm/leads", Map.of("name", "Ana"));
        tenant.post("/api/jobs/test-count/runs", Map.of()).statusCode(202);
        Set<String> named = new TreeSet<>();
        Path folder = Path.of("..", "docker", "observability");
        for (String file : List.of("alerts.yml", "dashboards/pulso.json")) {
            Pattern.compile("\\b(?:http_server|pulso|business|jvm)_[a-z_]+")
                    .matcher(Files.readString(folder.resolve(file)))
                    .results()
                    .map(MatchResult::group)
                    .forEach(named::add);
        }

        assertThat(named).hasSizeGreaterThan(8);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(named)
                        .allSatisfy(name -> assertThat(metrics()).contains("\n" + name)));
    }

    @Test
    void health_tells_the_version_the_database_and_the_queue() {
        given().get("/q/health/live")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'pulso' }.data.version", notNullValue())
                .body("checks.find { it.name == 'pulso' }.data.commit", notNullValue());
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'database' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'work' }.data.parked", notNullValue());
    }

    @Test
    void an_error_in_the_log_reaches_the_tracker_with_the_ids_of_its_request_only() throws Exception {
        List<String> received = new CopyOnWriteArrayList<>();
        HttpServer tracker = tracker(received);
        SentryHandler handler = ErrorTracking.sendTo(
                "http://key@127.0.0.1:" + tracker.getAddress().getPort() + "/7");
        try {
            org.jboss.logging.MDC.put("tenant_id", "tenant-of-the-test");
            org.jboss.logging.Logger.getLogger(ObservabilityTest.class)
                    .error("the tracker test fails on purpose", new IllegalStateException("on purpose"));
            await().atMost(SOON).until(() -> received.stream().anyMatch(envelope -> envelope.contains("on purpose")));
        } finally {
            org.jboss.logging.MDC.remove("tenant_id");
            Logger.getLogger("").removeHandler(handler);
            Sentry.close();
            tracker.stop(0);
        }

        String envelope = received.stream()
                .filter(one -> one.contains("on purpose"))
                .findFirst()
                .orElseThrow();
        assertThat(envelope)
                .startsWith("/api/7/envelope/")
                .contains("IllegalStateException")
                .contains("tenant-of-the-test");
    }

    private static String metrics() {
        return given().header("Authorization", "Bearer token-of-the-tests")
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** Takes what a Sentry client sends, in the form of its protocol: gzipped envelopes. */
    private static HttpServer tracker(List<String> received) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            try (InputStream stream =
                    zipped ? new GZIPInputStream(new ByteArrayInputStream(body)) : new ByteArrayInputStream(body)) {
                received.add(
                        exchange.getRequestURI() + "\n" + new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            }
            byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return server;
    }
}
