package dev.pulso.store.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pulso.kernel.Ids;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Everybody shares one connection: whatever a transaction leaves on it, the next tenant would find. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneConnectionTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Vertx vertx;

    @Inject
    ProbeTables tables;

    @ConfigProperty(name = "quarkus.datasource.reactive.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    private TenantPool pool;
    private Tenancy tenancy;

    @BeforeAll
    void onePool() throws Exception {
        tables.create();
        PgConnectOptions server = PgConnectOptions.fromUri(url)
                .setUser(user)
                .setPassword(password)
                .setCachePreparedStatements(true);
        pool = (TenantPool) new TenantPoolCreator(
                        Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(10), Optional.empty())
                .create(new PgPoolCreator.Input() {
                    @Override
                    public Vertx vertx() {
                        return vertx;
                    }

                    @Override
                    public PoolOptions poolOptions() {
                        return new PoolOptions().setMaxSize(1);
                    }

                    @Override
                    public List<PgConnectOptions> pgConnectOptionsList() {
                        return List.of(server);
                    }
                });
        tenancy = new Tenancy(
                vertx,
                () -> {
                    throw new IllegalStateException("no sessions here");
                },
                () -> pool);
    }

    @AfterAll
    void close() {
        pool.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void tenants_alternate_with_errors_and_cancellations_and_never_meet() {
        Caller[] callers = {someone(), someone(), someone()};
        long[] expected = new long[callers.length];
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            int who = random.nextInt(callers.length);
            Caller caller = callers[who];
            switch (random.nextInt(6)) {
                case 0 -> {
                    insert(caller).await().atMost(SOON);
                    expected[who]++;
                }
                case 1 ->
                    assertThatThrownBy(() -> tenancy.sql(
                                            caller,
                                            connection -> insertOn(connection, caller)
                                                    .chain(() -> connection
                                                            .query("select 1 / 0")
                                                            .execute()))
                                    .await()
                                    .atMost(SOON))
                            .hasMessageContaining("division by zero");
                case 2 ->
                    assertThatThrownBy(() -> tenancy.query(caller, "select nonsense from nowhere", Tuple.tuple())
                                    .await()
                                    .atMost(SOON))
                            .hasMessageContaining("nowhere");
                case 3 ->
                    assertThatThrownBy(() -> tenancy.sql(
                                            caller,
                                            connection -> insertOn(connection, caller)
                                                    .map(rows -> {
                                                        throw new IllegalStateException("thought better of it");
                                                    }))
                                    .await()
                                    .atMost(SOON))
                            .hasMessage("thought better of it");
                case 4 ->
                    tenancy.sql(
                                    caller,
                                    connection -> insertOn(connection, caller)
                                            .chain(() -> connection
                                                    .query("select pg_sleep(0.002)")
                                                    .execute()))
                            .subscribe()
                            .with(ignored -> {}, ignored -> {})
                            .cancel();
                default ->
                    tenancy.query(caller, "select pg_sleep(0.001)", Tuple.tuple())
                            .subscribe()
                            .with(ignored -> {}, ignored -> {})
                            .cancel();
            }
            int reader = random.nextInt(callers.length);
            assertThat(count(callers[reader])).isEqualTo(expected[reader]);
        }
    }

    @Test
    void who_finds_no_connection_is_told_within_two_seconds_and_later_served() {
        Caller caller = someone();
        CompletableFuture<Void> taken = new CompletableFuture<>();
        var sleeper = tenancy.sql(caller, connection -> {
                    taken.complete(null);
                    return connection.query("select pg_sleep(4)").execute();
                })
                .subscribe()
                .asCompletionStage();
        taken.orTimeout(10, TimeUnit.SECONDS).join();
        long started = System.nanoTime();
        assertThatThrownBy(() -> count(caller)).isInstanceOf(DatabaseBusy.class);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofMillis(2_600));
        Awaitility.await().atMost(10, TimeUnit.SECONDS).until(sleeper::isDone);
        assertThat(count(caller)).isZero();
    }

    @Test
    void a_statement_that_runs_too_long_is_stopped() {
        assertThatThrownBy(() -> tenancy.sql(
                                someone(),
                                connection -> connection
                                        .query("set local statement_timeout = '200ms'")
                                        .execute()
                                        .chain(() -> connection
                                                .query("select pg_sleep(5)")
                                                .execute()))
                        .await()
                        .atMost(SOON))
                .hasMessageContaining("statement timeout");
        assertThat(tenancy.query(someone(), "show statement_timeout", Tuple.tuple())
                        .await()
                        .atMost(SOON)
                        .iterator()
                        .next()
                        .getString(0))
                .isEqualTo("10s");
    }

    private Uni<?> insert(Caller caller) {
        return tenancy.sql(caller, connection -> insertOn(connection, caller));
    }

    private static Uni<?> insertOn(io.vertx.mutiny.sqlclient.SqlConnection connection, Caller caller) {
        return connection
                .preparedQuery("insert into probe_notes (tenant_id, id, text) values ($1, $2, 'one connection')")
                .execute(Tuple.of(caller.tenantId(), Ids.next()));
    }

    private long count(Caller caller) {
        return tenancy.query(caller, "select count(*) from probe_notes", Tuple.tuple())
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getLong(0);
    }

    private static Caller someone() {
        return new Caller(Ids.next(), null, "someone@example.com", Set.of(), null);
    }
}
