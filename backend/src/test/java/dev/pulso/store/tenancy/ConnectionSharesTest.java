package dev.pulso.store.tenancy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.pulso.testing.TestTenant;
import io.quarkus.arc.ClientProxy;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** One tenant and the connections of all. */
@QuarkusTest
class ConnectionSharesTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Tenancy tenancy;

    @Inject
    Pool pool;

    @ConfigProperty(name = "quarkus.datasource.reactive.max-size")
    int connections;

    private static Caller tenant() {
        return Caller.system(UUID.randomUUID(), "test", null);
    }

    private ConnectionPermits permits() {
        return ((TenantPool) ClientProxy.unwrap(pool)).permits();
    }

    private Uni<?> sleeps(Caller caller, String seconds) {
        return tenancy.query(caller, "select pg_sleep(" + seconds + ")", Tuple.tuple());
    }

    @Test
    void a_tenant_at_twenty_times_its_share_leaves_the_others_their_connections() {
        Caller big = tenant();
        int share = connections * 2 / 5;
        ConcurrentLinkedQueue<String> ended = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < 20 * share; i++) {
            (i % 2 == 0
                            ? sleeps(big, "0.2")
                            : tenancy.sql(
                                    big, c -> c.query("select pg_sleep(0.2)").execute()))
                    .subscribe()
                    .with(
                            done -> ended.add("served"),
                            failure -> ended.add(
                                    failure instanceof DatabaseBusy busy && busy.own() ? "told" : failure.toString()));
        }
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            long began = System.nanoTime();
            sleeps(tenant(), "0").await().atMost(SOON);
            millis.add((System.nanoTime() - began) / 1_000_000);
            assertThat(permits().takenBy(big.tenantId())).isLessThanOrEqualTo(share);
        }
        // Its line is longer than two seconds; nobody else waits for it.
        assertThat(millis.stream().sorted().toList().get(10)).isLessThan(1_000);
        await().atMost(SOON).until(() -> ended.size() == 20 * share);
        assertThat(ended).containsOnly("served", "told").contains("served", "told");
        await().atMost(SOON).until(() -> permits().takenBy(big.tenantId()) == 0);
    }

    @Test
    void what_nobody_waits_for_has_a_share_of_its_own() {
        Caller big = tenant();
        CompletableFuture<Void> release = new CompletableFuture<>();
        List<CompletableFuture<?>> working = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            working.add(tenancy.inBackground(
                            () -> tenancy.sql(big, c -> Uni.createFrom().completionStage(release)))
                    .subscribeAsCompletionStage()
                    .toCompletableFuture());
        }
        await().atMost(SOON).until(() -> permits().takenBy(big.tenantId()) == connections / 5);
        sleeps(big, "0").await().atMost(SOON);
        release.complete(null);
        working.forEach(CompletableFuture::join);
        await().atMost(SOON).until(() -> permits().takenBy(big.tenantId()) == 0);
    }

    @Test
    void a_connection_comes_back_after_an_end_an_error_a_timeout_and_who_has_gone() {
        Caller caller = tenant();
        for (int i = 0; i < connections; i++) {
            assertThatThrownBy(() -> tenancy.query(caller, "select nonsense", Tuple.tuple())
                            .await()
                            .atMost(SOON))
                    .hasMessageContaining("nonsense");
            assertThatThrownBy(() -> tenancy.sql(
                                    caller, c -> c.query("select 1 / 0").execute())
                            .await()
                            .atMost(SOON))
                    .hasMessageContaining("zero");
            assertThatThrownBy(() -> tenancy.sql(
                                    caller,
                                    c -> c.query("set local statement_timeout = 5")
                                            .execute()
                                            .chain(() -> c.query("select pg_sleep(5)")
                                                    .execute()))
                            .await()
                            .atMost(SOON))
                    .hasMessageContaining("timeout");
            assertThatThrownBy(() -> tenancy.read(caller, session -> {
                                throw new IllegalStateException("thought better of it");
                            })
                            .await()
                            .atMost(SOON))
                    .hasMessageContaining("thought better");
        }
        assertThat(permits().takenBy(caller.tenantId())).isZero();
        // More than may: some have a connection when they go, the others wait in line.
        List<Cancellable> gone = new ArrayList<>();
        for (int i = 0; i < 2 * connections; i++) {
            Uni<?> work = switch (i % 3) {
                case 0 -> sleeps(caller, "1");
                case 1 ->
                    tenancy.sql(caller, c -> c.query("select pg_sleep(0.3)").execute());
                default ->
                    tenancy.read(
                            caller,
                            session -> session.createNativeQuery("select pg_sleep(0.3)")
                                    .getSingleResult());
            };
            gone.add(work.subscribe().with(done -> {}, failure -> {}));
        }
        await().atMost(SOON).until(() -> permits().takenBy(caller.tenantId()) > 1);
        gone.forEach(Cancellable::cancel);
        await().atMost(SOON).until(() -> permits().takenBy(caller.tenantId()) == 0);
        sleeps(caller, "0").await().atMost(SOON);
    }

    @Test
    void a_full_pool_is_ready_as_long_as_it_moves_and_not_when_nothing_comes_back() {
        CompletableFuture<Void> release = new CompletableFuture<>();
        List<CompletableFuture<?>> held = new ArrayList<>();
        for (int i = 0; i < connections - 2; i++) {
            held.add(tenancy.sql(tenant(), c -> Uni.createFrom().completionStage(release))
                    .onFailure(DatabaseBusy.class)
                    .retry()
                    .indefinitely()
                    .subscribeAsCompletionStage()
                    .toCompletableFuture());
        }
        await().atMost(SOON).until(() -> permits().taken() >= connections - 2);
        Cancellable waiting = sleeps(tenant(), "0")
                .onFailure(DatabaseBusy.class)
                .retry()
                .indefinitely()
                .subscribe()
                .with(done -> {}, failure -> {});
        try {
            await().atMost(SOON)
                    .untilAsserted(() -> given().get("/q/health/ready")
                            .then()
                            .statusCode(503)
                            .body("checks.find { it.name == 'database' }.status", equalTo("DOWN")));
        } finally {
            release.complete(null);
            waiting.cancel();
        }
        held.forEach(CompletableFuture::join);
        await().atMost(SOON)
                .untilAsserted(() -> given().get("/q/health/ready")
                        .then()
                        .statusCode(200)
                        .body("checks.find { it.name == 'database' }.status", equalTo("UP")));
    }

    @Test
    void a_dashboard_takes_one_connection() {
        TestTenant company = TestTenant.register();
        company.api().get("/api/dashboard/metrics").then().statusCode(200);
        Map<String, Integer> connectionOf = new java.util.concurrent.ConcurrentHashMap<>();
        TenantPool known = (TenantPool) ClientProxy.unwrap(pool);
        known.seeAs(raw -> (SqlConnection) Proxy.newProxyInstance(
                SqlConnection.class.getClassLoader(), raw.getClass().getInterfaces(), (proxy, method, arguments) -> {
                    if (method.getName().equals("preparedQuery") && ((String) arguments[0]).contains("_facts")
                            || method.getName().equals("preparedQuery")
                                    && ((String) arguments[0]).contains("recurring_revenue_spans")) {
                        connectionOf.put((String) arguments[0], System.identityHashCode(proxy));
                    }
                    try {
                        Object answer = method.invoke(raw, arguments);
                        return answer == raw ? proxy : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
        try {
            company.api().get("/api/dashboard/metrics").then().statusCode(200);
        } finally {
            known.seeAs(UnaryOperator.identity());
        }
        assertThat(connectionOf).hasSize(5);
        assertThat(connectionOf.values().stream().distinct()).hasSize(1);
    }
}
