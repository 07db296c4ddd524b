package dev.pulso.store.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pulso.kernel.Ids;
import io.quarkus.arc.ClientProxy;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A transaction of two round trips: as good as any other, and no statement more than it needs. */
@QuarkusTest
class TurnTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Read<Integer> SEVEN =
            new Read<>("select 7", Tuple.tuple(), rows -> rows.iterator().next().getInteger(0));
    private static final Read<?> FINE = new Read<>("select 1", Tuple.tuple(), rows -> rows);
    private static final Read<?> REFUSED = new Read<>("select 1 / (random() * 0)::int", Tuple.tuple(), rows -> rows);

    @Inject
    Tenancy tenancy;

    @Inject
    ProbeTables tables;

    @Inject
    Pool pool;

    private Caller caller;

    @BeforeEach
    void somebody() throws Exception {
        tables.create();
        caller = new Caller(Ids.next(), null, "someone@example.com", Set.of(), null);
    }

    @Test
    void what_sql_and_sessions_write_in_it_is_committed_with_its_last_statement() {
        turn(FINE, read -> {
            assertThat(read).isEqualTo(7);
            return insert().chain(() -> tenancy.write(caller, session -> session.persist(note()))
                            .chain(() -> tenancy.query(caller, "select count(*) from probe_notes", Tuple.tuple()))
                            .invoke(rows -> assertThat(rows.iterator().next().getLong(0))
                                    .isEqualTo(2))
                            // Another session, and one inside it.
                            .chain(() -> tenancy.write(
                                    caller,
                                    session -> session.persist(note())
                                            .chain(() -> tenancy.write(caller, same -> same.persist(note()))))))
                    .replaceWithVoid();
        });
        assertThat(count()).isEqualTo(4);
    }

    @Test
    void nothing_of_it_is_left_when_its_last_statement_is_refused() {
        assertThatThrownBy(() -> turn(
                        REFUSED,
                        read -> insert().chain(() -> tenancy.write(caller, session -> session.persist(note())))))
                .hasMessageContaining("zero");
        assertThat(count()).isZero();
    }

    @Test
    void nothing_of_it_is_left_when_a_part_of_it_fails_and_somebody_looks_away() {
        assertThatThrownBy(() -> turn(
                        FINE,
                        read -> insert().chain(() -> tenancy.write(
                                        caller,
                                        session -> session.persist(note())
                                                .chain(() -> Uni.createFrom()
                                                        .<Void>failure(
                                                                new IllegalStateException("thought better of it"))))
                                .onFailure()
                                .recoverWithNull())))
                .hasMessageContaining("rolled back");
        assertThatThrownBy(() -> turn(
                        FINE, read -> insert().chain(() -> Uni.createFrom().failure(new IllegalStateException("no")))))
                .hasMessage("no");
        assertThat(count()).isZero();
    }

    @Test
    void nothing_of_it_is_left_when_nobody_waits_for_it() {
        CompletableFuture<Void> reached = new CompletableFuture<>();
        CompletableFuture<Void> goOn = new CompletableFuture<>();
        var subscription = tenancy.turn(
                        caller,
                        SEVEN,
                        read -> insert().invoke(() -> reached.complete(null))
                                .chain(() -> Uni.createFrom().completionStage(goOn)),
                        FINE)
                .subscribe()
                .with(done -> {}, failure -> {});
        reached.orTimeout(20, java.util.concurrent.TimeUnit.SECONDS).join();
        subscription.cancel();
        goOn.complete(null);
        TenantPool known = (TenantPool) ClientProxy.unwrap(pool);
        await().atMost(SOON).until(() -> known.permits().takenBy(caller.tenantId()) == 0);
        assertThat(count()).isZero();
    }

    @Test
    void it_is_a_transaction_of_its_own() {
        assertThatThrownBy(() -> tenancy.sql(
                                caller,
                                connection -> tenancy.turn(
                                        caller, SEVEN, read -> Uni.createFrom().voidItem(), FINE))
                        .await()
                        .atMost(SOON))
                .isInstanceOf(TenantViolation.class);
    }

    @Test
    void an_event_costs_five_statements() {
        Map<Integer, List<String>> sent = new ConcurrentHashMap<>();
        TenantPool known = (TenantPool) ClientProxy.unwrap(pool);
        known.seeAs(raw -> watched(raw, sent));
        try {
            tenancy.sql(
                            caller,
                            connection -> connection
                                    .preparedQuery(
                                            "insert into work (queue, tenant_id, key, ref) values ('test-recorder', $1, $2, $2)")
                                    .execute(Tuple.of(caller.tenantId(), UUID.randomUUID())))
                    .await()
                    .atMost(SOON);
            await().atMost(SOON)
                    .until(() -> sent.values().stream()
                            .anyMatch(one -> one.stream().anyMatch(sql -> sql.contains("end_work"))
                                    && one.getLast().equals("commit")));
        } finally {
            known.seeAs(UnaryOperator.identity());
        }
        List<String> turn = sent.values().stream()
                .filter(one -> one.stream().anyMatch(sql -> sql.contains("end_work")))
                .findFirst()
                .orElseThrow();
        assertThat(turn).hasSize(5);
        assertThat(turn.get(2)).contains("from outbox_events");
    }

    private static SqlConnection watched(SqlConnection raw, Map<Integer, List<String>> sent) {
        List<String> statements = new CopyOnWriteArrayList<>();
        sent.put(sent.size(), statements);
        return (SqlConnection) Proxy.newProxyInstance(
                SqlConnection.class.getClassLoader(), raw.getClass().getInterfaces(), (proxy, method, arguments) -> {
                    if (method.getName().endsWith("uery") && arguments != null && arguments.length == 1) {
                        statements.add((String) arguments[0]);
                    }
                    try {
                        Object answer = method.invoke(raw, arguments);
                        return answer == raw ? proxy : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void turn(Read<?> last, java.util.function.Function<Integer, Uni<Void>> work) {
        tenancy.turn(caller, SEVEN, work, last).await().atMost(SOON);
    }

    private Note note() {
        return new Note(Ids.next(), caller.tenantId(), "in turn");
    }

    private Uni<Void> insert() {
        return tenancy.sql(
                caller,
                connection -> connection
                        .preparedQuery("insert into probe_notes (tenant_id, id, text) values ($1, $2, 'in turn')")
                        .execute(Tuple.of(caller.tenantId(), Ids.next()))
                        .replaceWithVoid());
    }

    private long count() {
        return tenancy.query(caller, "select count(*) from probe_notes", Tuple.tuple())
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getLong(0);
    }
}
