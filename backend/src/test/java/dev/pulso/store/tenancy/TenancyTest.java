package dev.pulso.store.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.pulso.kernel.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.hibernate.StaleObjectStateException;
import org.hibernate.StaleStateException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenancyTest {
    /** What PostgreSQL says when the setting was never made, and when an earlier transaction's has ended. */
    private static final String NO_TENANT =
            "(?s).*(unrecognized configuration parameter \"app.tenant_id\"|invalid input syntax for type uuid: \"\").*";

    private static final String COUNT = "select count(*) from probe_notes";
    private static final long MEETING = 4_711_042L;

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Tenancy tenancy;

    @Inject
    ProbeTables tables;

    @Inject
    Pool pool;

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Vertx vertx;

    private Caller ours;
    private Caller theirs;

    @BeforeAll
    void tables() throws Exception {
        tables.create();
    }

    @BeforeEach
    void tenants() {
        ours = someone();
        theirs = someone();
    }

    @Test
    void of_what_cannot_be_read_any_more_nobody_says_that_it_is_gone() {
        // It knows no version.
        Overtaken unread = overtaken(new StaleObjectStateException(Note.class.getName(), Ids.next()));
        assertThat(unread.gone()).isFalse();
        assertThat(unread.currentVersion()).isNull();
        assertThat(overtaken(new StaleStateException("of some record")).gone()).isFalse();
        assertThat(overtaken(new StaleObjectStateException("Activity", Ids.next()))
                        .gone())
                .isTrue();
    }

    private Overtaken overtaken(RuntimeException stale) {
        return (Overtaken) catchThrowable(
                () -> tenancy.write(ours, session -> Uni.createFrom().failure(stale))
                        .await()
                        .atMost(SOON));
    }

    @Test
    void a_tenant_reads_back_what_it_wrote_and_the_other_sees_nothing() {
        UUID id = writeNote(ours, "for us");
        assertThat(textOf(ours, id)).isEqualTo("for us");
        assertThat(textOf(theirs, id)).isNull();
        assertThat(count(ours)).isOne();
        assertThat(count(theirs)).isZero();
    }

    @Test
    void every_transaction_knows_who_acts() {
        UUID id = writeNote(ours, "audited");
        var row = tenancy.query(
                        ours,
                        "select actor, actor_id, request_id, action, after from audit_log where entity_id = $1",
                        Tuple.of(id))
                .await()
                .atMost(SOON)
                .iterator()
                .next();
        assertThat(row.getString("actor")).isEqualTo(ours.actor());
        assertThat(row.getUUID("actor_id")).isEqualTo(ours.userId());
        assertThat(row.getString("request_id")).isEqualTo(ours.requestId());
        assertThat(row.getString("action")).isEqualTo("insert");
    }

    @Test
    void an_update_is_audited_with_its_changed_columns_and_never_with_secrets() {
        UUID id = writeNote(ours, "before");
        execute(
                ours,
                "update probe_notes set text = 'after', password_hash = 'x', version = version + 1 where id = $1",
                Tuple.of(id));
        execute(ours, "update probe_notes set version = version + 1 where id = $1", Tuple.of(id));
        execute(ours, "delete from probe_notes where id = $1", Tuple.of(id));
        List<String> trail = new ArrayList<>();
        tenancy.query(
                        ours,
                        "select action, before::text as before, after::text as after from audit_log"
                                + " where entity_id = $1 order by id",
                        Tuple.of(id))
                .await()
                .atMost(SOON)
                .forEach(row -> trail.add(
                        row.getString("action") + " " + row.getString("before") + " " + row.getString("after")));
        assertThat(trail).hasSize(3);
        assertThat(trail.get(1))
                .isEqualTo("update {\"text\": \"before\", \"version\": 0} {\"text\": \"after\", \"version\": 1}");
        assertThat(trail.get(2)).startsWith("delete {").endsWith("null");
        assertThat(trail).noneMatch(line -> line.contains("password_hash"));
    }

    @Test
    void history_can_not_be_rewritten() {
        UUID id = writeNote(ours, "x");
        assertThatThrownBy(() -> execute(ours, "update audit_log set actor = 'me' where entity_id = $1", Tuple.of(id)))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute(ours, "delete from audit_log where entity_id = $1", Tuple.of(id)))
                .hasMessageContaining("permission denied");
    }

    @Test
    void native_sql_without_a_tenant_fails_loudly() {
        writeNote(ours, "x");
        assertThatThrownBy(() -> tenancy.withoutTenant(connection ->
                                connection.query("select * from probe_notes").execute())
                        .await()
                        .atMost(SOON))
                .isInstanceOf(PgException.class)
                .hasMessageMatching(NO_TENANT);
        // The second time the connection has known a tenant, and the setting is empty instead of absent.
        for (int i = 0; i < 30; i++) {
            count(ours);
        }
        assertThatThrownBy(() -> tenancy.withoutTenant(connection ->
                                connection.query("select * from probe_notes").execute())
                        .await()
                        .atMost(SOON))
                .isInstanceOf(PgException.class)
                .hasMessageMatching(NO_TENANT);
    }

    @Test
    void the_pool_and_hibernate_refuse_work_outside_of_an_envelope() {
        assertThatThrownBy(() -> pool.query("select 1")).isInstanceOf(TenantViolation.class);
        assertThatThrownBy(() -> pool.preparedQuery("select 1")).isInstanceOf(TenantViolation.class);
        assertThat(pool.getConnection().toCompletionStage().toCompletableFuture())
                .failsWithin(SOON)
                .withThrowableThat()
                .withCauseInstanceOf(TenantViolation.class);
        CompletableFuture<Object> hibernate = new CompletableFuture<>();
        onEventLoop(() -> sessions.withTransaction(session ->
                        session.createSelectionQuery("from Note", Note.class).getResultList())
                .subscribe()
                .with(hibernate::complete, hibernate::completeExceptionally));
        assertThat(hibernate)
                .failsWithin(SOON)
                .withThrowableThat()
                .havingRootCause()
                .isInstanceOf(TenantViolation.class);
    }

    @Test
    void a_row_can_not_be_written_into_another_tenant() {
        assertThatThrownBy(() -> execute(
                        ours,
                        "insert into probe_notes (tenant_id, id, text) values ($1, $2, 'x')",
                        Tuple.of(theirs.tenantId(), Ids.next())))
                .hasMessageContaining("row-level security");
        UUID id = writeNote(ours, "x");
        assertThatThrownBy(() -> execute(
                        ours, "update probe_notes set tenant_id = $1 where id = $2", Tuple.of(theirs.tenantId(), id)))
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> tenancy.write(
                                ours, session -> session.persist(new Note(Ids.next(), theirs.tenantId(), "x")))
                        .await()
                        .atMost(SOON))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void a_key_can_not_point_to_another_tenants_row() {
        UUID foreign = writeNote(theirs, "theirs");
        assertThatThrownBy(() -> execute(
                        ours,
                        "insert into probe_lines (tenant_id, id, note_id) values ($1, $2, $3)",
                        Tuple.of(ours.tenantId(), Ids.next(), foreign)))
                .hasMessageContaining("foreign key");
    }

    @Test
    void nested_writes_join_and_roll_back_together() {
        UUID outer = Ids.next();
        UUID inner = Ids.next();
        assertThatThrownBy(() -> tenancy.write(
                                ours,
                                session -> session.persist(note(ours, outer))
                                        .chain(() -> tenancy.write(ours, joined -> {
                                            assertThat(joined).isSameAs(session);
                                            return joined.persist(note(ours, inner))
                                                    .chain(joined::flush);
                                        }))
                                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("late"))))
                        .await()
                        .atMost(SOON))
                .hasMessage("late");
        assertThat(textOf(ours, outer)).isNull();
        assertThat(textOf(ours, inner)).isNull();
    }

    @Test
    void sql_and_query_inside_a_write_see_and_commit_the_same_things() {
        UUID id = Ids.next();
        Long seen = tenancy.write(
                        ours,
                        session -> session.persist(note(ours, id))
                                .chain(() -> tenancy.sql(
                                        ours,
                                        connection -> connection
                                                .preparedQuery("update probe_notes set text = 'bulk' where id = $1")
                                                .execute(Tuple.of(id))))
                                .chain(() -> tenancy.query(ours, "select count(*) from probe_notes", Tuple.tuple()))
                                .map(rows -> rows.iterator().next().getLong(0)))
                .await()
                .atMost(SOON);
        assertThat(seen).isOne();
        assertThat(textOf(ours, id)).isEqualTo("bulk");
    }

    @Test
    void a_transaction_of_one_tenant_refuses_work_for_another() {
        assertThatThrownBy(() -> tenancy.write(ours, session -> tenancy.write(theirs, other -> other.flush()))
                        .await()
                        .atMost(SOON))
                .isInstanceOf(TenantViolation.class);
        assertThatThrownBy(() -> tenancy.sql(ours, connection -> tenancy.query(theirs, "select 1", Tuple.tuple()))
                        .await()
                        .atMost(SOON))
                .isInstanceOf(TenantViolation.class);
    }

    @Test
    void a_read_refuses_to_write() {
        assertThatThrownBy(() -> tenancy.read(ours, session -> tenancy.write(ours, inner -> inner.flush()))
                        .await()
                        .atMost(SOON))
                .isInstanceOf(TenantViolation.class);
        assertThatThrownBy(() -> tenancy.query(
                                ours,
                                "insert into probe_notes (tenant_id, id, text) values ($1, $2, 'x')",
                                Tuple.of(ours.tenantId(), Ids.next()))
                        .await()
                        .atMost(SOON))
                .hasMessageContaining("read-only");
    }

    @Test
    void many_tenants_share_the_pool_without_mixing() {
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            callers.add(someone());
        }
        List<Uni<Object>> work = new ArrayList<>();
        for (int round = 0; round < 10; round++) {
            for (Caller caller : callers) {
                work.add(tenancy.write(
                                caller,
                                session -> session.persist(note(caller, Ids.next()))
                                        .chain(session::flush)
                                        .chain(() -> session.createSelectionQuery(
                                                        "select n.tenantId from Note n", UUID.class)
                                                .getResultList()))
                        .invoke(tenants -> assertThat(tenants).containsOnly(caller.tenantId()))
                        .replaceWith((Object) true));
                work.add(tenancy.query(caller, "select tenant_id from probe_notes", Tuple.tuple())
                        .invoke(rows ->
                                rows.forEach(row -> assertThat(row.getUUID(0)).isEqualTo(caller.tenantId())))
                        .replaceWith((Object) true));
            }
        }
        Uni.join().all(work).usingConcurrencyOf(15).andFailFast().await().atMost(Duration.ofSeconds(60));
        callers.forEach(caller -> assertThat(count(caller)).isEqualTo(10));
    }

    /** As the cards of a board and what they sum up to: what is written between two statements is in both, or in none. */
    @Test
    void what_is_read_together_is_of_one_moment() {
        writeNote(ours, "before");
        Read<Long> first = new Read<>(COUNT, Tuple.tuple(), TenancyTest::number);
        // Waits for who holds it.
        Read<Integer> between =
                new Read<>("select pg_advisory_xact_lock_shared($1)", Tuple.of(MEETING), rows -> rows.size());
        Read<Long> last = new Read<>(COUNT, Tuple.tuple(), TenancyTest::number);
        CompletableFuture<Answers> asked = new CompletableFuture<>();
        tenancy.sql(
                        theirs,
                        holder -> holder.preparedQuery("select pg_advisory_xact_lock($1)")
                                .execute(Tuple.of(MEETING))
                                .invoke(() -> tenancy.apart(() -> tenancy.query(ours, List.of(first, between, last)))
                                        .subscribe()
                                        .with(asked::complete, asked::completeExceptionally))
                                .chain(() -> untilSomebodyWaits(holder))
                                .chain(() -> tenancy.apart(() -> tenancy.sql(
                                        ours,
                                        connection -> connection
                                                .preparedQuery("insert into probe_notes (id, tenant_id, text)"
                                                        + " values ($1, $2, 'between')")
                                                .execute(Tuple.of(Ids.next(), ours.tenantId()))))))
                .await()
                .atMost(SOON);
        Answers answers = asked.orTimeout(20, TimeUnit.SECONDS).join();
        assertThat(answers.of(first)).isOne();
        assertThat(answers.of(last)).isOne();
        assertThat(count(ours)).isEqualTo(2);
    }

    private static Uni<Boolean> untilSomebodyWaits(io.vertx.mutiny.sqlclient.SqlConnection holder) {
        return holder.preparedQuery("select exists (select from pg_locks where locktype = 'advisory' and not granted"
                        + " and objid = $1::bigint::oid)")
                .execute(Tuple.of(MEETING))
                .map(rows -> rows.iterator().next().getBoolean(0))
                .repeat()
                .until(waits -> waits)
                .collect()
                .last()
                .onItem()
                .ifNull()
                .continueWith(true);
    }

    private static long number(RowSet<Row> rows) {
        return rows.iterator().next().getLong(0);
    }

    @Test
    void a_cancelled_write_leaves_nothing_behind_and_returns_its_connection() {
        for (int i = 0; i < 15; i++) {
            CompletableFuture<Void> flushed = new CompletableFuture<>();
            var subscription = tenancy.write(
                            ours,
                            session -> session.persist(note(ours, Ids.next()))
                                    .chain(session::flush)
                                    .invoke(() -> flushed.complete(null))
                                    .chain(() -> session.createNativeQuery("select pg_sleep(1)")
                                            .getSingleResult()))
                    .subscribe()
                    .with(ignored -> {}, ignored -> {});
            if (i % 3 == 0) {
                // Some get as far as their statement, others are still waiting for a connection.
                flushed.orTimeout(20, TimeUnit.SECONDS).join();
            }
            subscription.cancel();
        }
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(openTransactions()).isZero());
        assertThat(count(ours)).isZero();
    }

    @Test
    void what_ends_an_abandoned_statement_meets_no_other() {
        AtomicInteger abandoned = new AtomicInteger();
        for (int round = 0; round < 30; round++) {
            List<Cancellable> reads = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                // Some end by themselves at the very moment they are abandoned.
                reads.add(tenancy.query(ours, "select pg_sleep(" + i % 5 * 0.002 + ")", Tuple.tuple())
                        .subscribe()
                        .with(done -> {}, failure -> abandoned.incrementAndGet()));
            }
            LockSupport.parkNanos(round % 6 * 2_000_000L);
            reads.forEach(Cancellable::cancel);
            List<Uni<RowSet<Row>>> others = Stream.generate(() -> tenancy.query(theirs, "select 1", Tuple.tuple()))
                    .limit(10)
                    .toList();
            Uni.join().all(others).andFailFast().await().atMost(SOON);
        }
        // Who has gone hears nothing, and nobody else's statement failed.
        assertThat(abandoned).hasValue(0);
    }

    private long openTransactions() {
        return tenancy.withoutTenant(connection -> connection
                        .query("select count(*) from pg_stat_activity where usename = 'pulso_app'"
                                + " and state like 'idle in transaction%' or query like '%pg_sleep%' and state = 'active'"
                                + " and pid <> pg_backend_pid()")
                        .execute())
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getLong(0);
    }

    private UUID writeNote(Caller caller, String text) {
        UUID id = Ids.next();
        tenancy.write(caller, session -> session.persist(new Note(id, caller.tenantId(), text)))
                .await()
                .atMost(SOON);
        return id;
    }

    private String textOf(Caller caller, UUID id) {
        return tenancy.read(caller, session -> session.find(Note.class, id))
                .map(note -> note == null ? null : note.text)
                .await()
                .atMost(SOON);
    }

    private long count(Caller caller) {
        return number(tenancy.query(caller, COUNT, Tuple.tuple()).await().atMost(SOON));
    }

    private void execute(Caller caller, String sql, Tuple parameters) {
        tenancy.sql(caller, connection -> connection.preparedQuery(sql).execute(parameters))
                .await()
                .atMost(SOON);
    }

    private void onEventLoop(Runnable work) {
        var context = io.smallrye.common.vertx.VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(ignored -> work.run());
    }

    private static Note note(Caller caller, UUID id) {
        return new Note(id, caller.tenantId(), "note");
    }

    private static Caller someone() {
        return new Caller(Ids.next(), Ids.next(), "someone@example.com", java.util.Set.of(), "req-1");
    }
}
