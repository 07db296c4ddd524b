package dev.pulso.edge.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.pulso.edge.limits.Taken;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.DatabaseBusy;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.Operator;
import dev.pulso.testing.TestTenant;
import dev.pulso.testing.TestTenant.Role;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a tenant may have of the installation, and what the others have while it asks for more. */
@QuarkusTest
class LimitsTest {
    private static final Duration SOON = Duration.ofSeconds(15);

    @TestHTTPResource("/")
    URI server;

    @Inject
    Tenancy tenancy;

    @Inject
    Taken taken;

    @Inject
    MeterRegistry meters;

    @ConfigProperty(name = "quarkus.datasource.reactive.max-size")
    int connections;

    private TestTenant tenant;
    private TestTenant neighbour;

    @BeforeEach
    void twoCompanies() {
        tenant = TestTenant.register();
        neighbour = TestTenant.register();
    }

    @Test
    void a_company_has_as_many_requests_as_its_plan_and_its_neighbour_does_not_notice() {
        onPlan("few", "10");
        double before = refused("tenant");
        Response refused = await().atMost(SOON).until(this::pipelines, answer -> answer.statusCode() == 429);
        refused.then()
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("1"))
                .header("RateLimit-Limit", equalTo("10"))
                .header("RateLimit-Remaining", equalTo("0"))
                .header("RateLimit-Reset", notNullValue())
                .body("type", equalTo("/docs/problems/too_many_requests"));
        assertThat(refused("tenant")).isGreaterThan(before);
        neighbour.api().get("/api/crm/pipelines").then().statusCode(200).header("RateLimit-Limit", equalTo("2000"));
        // Nobody's plan: what is public, and whether the product is well.
        given().get("/q/health/live").then().statusCode(200);
        given().get("/openapi.json").then().statusCode(200);
        given().contentType(ContentType.JSON)
                .body(Map.of("email", tenant.adminEmail(), "password", tenant.password()))
                .post("/api/auth/login")
                .then()
                .statusCode(200);
    }

    @Test
    void only_the_operator_gives_plans_and_only_those_there_are() {
        Operator.plan(tenant.id(), "no-such-plan")
                .statusCode(400)
                .body("violations[0].field", equalTo("plan"))
                .body("detail", containsString("standard"));
        Operator.plan(UUID.randomUUID(), "large").statusCode(404);
        tenant.api()
                .body(Map.of("plan", "large"))
                .put("/api/operator/tenants/{id}/plan", neighbour.id())
                .then()
                .statusCode(404);
        onPlan("large", "10000");
        tenant.api()
                .get("/api/audit?entity=tenants")
                .then()
                .statusCode(200)
                .body("data[0].after.plan", equalTo("large"))
                .body("data[0].actor", containsString("operator: "));
        onPlan("standard", "2000");
    }

    @Test
    void requests_beyond_the_slots_wait_for_their_turn_and_a_flood_is_refused() throws Exception {
        onPlan("narrow", "10000");
        double before = refused("concurrency");
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            long started = System.nanoTime();
            List<CompletableFuture<Integer>> three = IntStream.range(0, 3)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> sleeping("0.3"), clients))
                    .toList();
            assertThat(three).extracting(CompletableFuture::join).containsOnly(200);
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(Duration.ofMillis(890));

            List<CompletableFuture<Integer>> flood = IntStream.range(0, 40)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> sleeping("0.5"), clients))
                    .toList();
            await().atMost(SOON).until(() -> taken.by(tenant.id()) == 1);
            neighbour.api().get("/api/crm/pipelines").then().statusCode(200);
            List<Integer> statuses = flood.stream().map(CompletableFuture::join).toList();
            assertThat(statuses)
                    .containsOnly(200, 429)
                    .filteredOn(status -> status == 200)
                    .hasSizeBetween(3, 8);
            assertThat(refused("concurrency") - before)
                    .isEqualTo(statuses.stream().filter(status -> status == 429).count());
        }
        await().atMost(SOON).until(() -> taken.by(tenant.id()) == 0);
        pipelines().then().statusCode(200);
    }

    @Test
    void a_slot_comes_back_after_an_answer_a_failure_and_a_client_that_has_gone() throws Exception {
        onPlan("narrow", "10000");
        tenant.unchecked().get("/api/probe/bug").then().statusCode(500);
        tenant.unchecked().get("/api/crm/deals/{id}", UUID.randomUUID()).then().statusCode(404);
        tenant.unchecked().body("{").post("/api/crm/leads").then().statusCode(400);
        await().atMost(SOON).until(() -> taken.by(tenant.id()) == 0);
        List<Socket> clients = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            clients.add(asks("/api/probe/sql", "{\"sql\": \"select pg_sleep(8)\"}"));
        }
        await().atMost(SOON).until(() -> taken.by(tenant.id()) == 1);
        for (Socket client : clients) {
            client.close();
        }
        await().atMost(SOON).until(() -> taken.by(tenant.id()) == 0);
        pipelines().then().statusCode(200);
    }

    @Test
    void the_database_stops_reading_for_a_client_that_has_hung_up() throws Exception {
        String mark = "hung up " + tenant.id();
        Socket client = asks("/api/probe/read", "{\"sql\": \"select pg_sleep(25), '" + mark + "'\"}");
        await().atMost(SOON).until(() -> running(mark) == 1);
        client.close();
        await().atMost(Duration.ofSeconds(5)).until(() -> running(mark) == 0);
        pipelines().then().statusCode(200);
    }

    @Test
    void a_stream_holds_no_slot() throws Exception {
        onPlan("narrow", "10000");
        try (Socket stream = new Socket(server.getHost(), server.getPort())) {
            stream.getOutputStream()
                    .write(("GET /api/live HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\nAuthorization: Bearer "
                                    + tenant.token(Role.admin) + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            stream.setSoTimeout(10_000);
            assertThat(new String(stream.getInputStream().readNBytes(15), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 200 OK");
            // The request before it gives its slot back just after its answer.
            await().atMost(SOON).until(() -> taken.by(tenant.id()) == 0);
            pipelines().then().statusCode(200);
        }
    }

    @Test
    void who_gets_no_connection_hears_it_within_two_seconds_and_is_served_soon_after() {
        CompletableFuture<Void> release = new CompletableFuture<>();
        List<CompletableFuture<?>> held = new ArrayList<>();
        List<CompletableFuture<Void>> asked = new ArrayList<>();
        // All that tenants may have, by as many of them: one has only its share, and two are kept for other work.
        for (int i = 0; i < connections - 2; i++) {
            CompletableFuture<Void> tried = new CompletableFuture<>();
            asked.add(tried);
            held.add(tenancy.sql(Caller.system(UUID.randomUUID(), "test", null), connection -> {
                        tried.complete(null);
                        return Uni.createFrom().completionStage(release);
                    })
                    // Somebody else had one of the connections.
                    .onFailure(DatabaseBusy.class)
                    .retry()
                    .atMost(10)
                    .subscribeAsCompletionStage()
                    .toCompletableFuture());
        }
        asked.forEach(tried -> tried.orTimeout(20, TimeUnit.SECONDS).join());
        try {
            long began = System.nanoTime();
            Response answer = pipelines();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(2_800));
            answer.then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", equalTo("1"))
                    .body("type", equalTo("/docs/problems/busy"));
        } finally {
            release.complete(null);
        }
        held.forEach(CompletableFuture::join);
        await().atMost(Duration.ofSeconds(5)).until(() -> pipelines().statusCode() == 200);
    }

    @Test
    void a_company_that_has_all_its_connections_is_told_so_and_its_neighbour_is_served() {
        CompletableFuture<Void> release = new CompletableFuture<>();
        List<CompletableFuture<?>> held = new ArrayList<>();
        pipelines().then().statusCode(200);
        for (int i = 0; i < connections * 2 / 5; i++) {
            CompletableFuture<Void> has = new CompletableFuture<>();
            held.add(tenancy.sql(Caller.system(tenant.id(), "test", null), connection -> {
                        has.complete(null);
                        return Uni.createFrom().completionStage(release);
                    })
                    .subscribeAsCompletionStage()
                    .toCompletableFuture());
            has.orTimeout(20, TimeUnit.SECONDS).join();
        }
        try {
            pipelines()
                    .then()
                    .statusCode(429)
                    .header("Retry-After", equalTo("1"))
                    .body("type", equalTo("/docs/problems/too_many_requests"));
            neighbour.api().get("/api/crm/pipelines").then().statusCode(200);
            given().get("/q/health/ready").then().statusCode(200);
        } finally {
            release.complete(null);
        }
        held.forEach(CompletableFuture::join);
        pipelines().then().statusCode(200);
    }

    @Test
    void who_has_left_is_not_remembered() {
        for (int i = 0; i < 20; i++) {
            neighbour.api().get("/api/crm/pipelines").then().statusCode(200);
            pipelines().then().statusCode(200);
        }
        await().atMost(SOON).until(() -> taken.known() == 0);
    }

    @Test
    void every_limit_that_refuses_is_counted() {
        for (String limit : List.of("tenant", "concurrency", "api-key", "upload")) {
            assertThat(refused(limit)).isNotNegative();
        }
    }

    @Test
    void a_statement_that_takes_too_long_is_a_503_and_leaves_nothing_half_written() {
        tenant.unchecked()
                .body(Map.of("name", "Half written"))
                .post("/api/probe/slow-write")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("1"))
                .body("type", equalTo("/docs/problems/busy"));
        assertThat(tenant.get("/api/crm/leads").getList("data")).isEmpty();
    }

    @Test
    void a_page_is_compressed_for_who_can_read_it_and_an_answer_of_one_packet_is_not() {
        tenant.api()
                .header("Accept-Encoding", "gzip")
                .get("/api/crm/contacts")
                .then()
                .statusCode(200)
                .header("Content-Encoding", not(equalTo("gzip")))
                .header("Content-Length", Integer::parseInt, lessThan(1024));
        for (int i = 0; i < 10; i++) {
            tenant.create("/api/crm/contacts", Map.of("name", "Person number " + i));
        }
        given().header("Authorization", "Bearer " + tenant.token(Role.admin))
                .header("Accept-Encoding", "gzip")
                .get("/api/crm/contacts")
                .then()
                .statusCode(200)
                .header("Content-Encoding", equalTo("gzip"))
                .body("data.size()", equalTo(10));
    }

    /** How many statements with this text the database works on. */
    private long running(String text) {
        return tenancy.withoutTenant(connection -> connection
                        .preparedQuery("select count(*) from pg_stat_activity where state = 'active'"
                                + " and strpos(query, $1) > 0 and pid <> pg_backend_pid()")
                        .execute(Tuple.of(text)))
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getLong(0);
    }

    private void onPlan(String plan, String requests) {
        Operator.plan(tenant.id(), plan).statusCode(204);
        await().atMost(SOON).until(() -> requests.equals(pipelines().header("RateLimit-Limit")));
    }

    private Response pipelines() {
        return tenant.unchecked().get("/api/crm/pipelines");
    }

    private int sleeping(String seconds) {
        return tenant.unchecked()
                .body(Map.of("sql", "select pg_sleep(" + seconds + ")"))
                .post("/api/probe/sql")
                .statusCode();
    }

    /** A request whose answer nobody has read yet. */
    private Socket asks(String path, String body) throws Exception {
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.getOutputStream()
                .write(("POST " + path
                                + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                                + tenant.token(Role.admin) + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private double refused(String limit) {
        return meters.find("pulso.limits.refused").tag("limit", limit).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
