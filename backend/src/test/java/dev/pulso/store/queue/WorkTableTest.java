package dev.pulso.store.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.WorkClaim;
import dev.pulso.store.tenancy.WorkTakenOver;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is handed out to whom, asked as two nodes would: no worker of the server knows these queues. */
@QuarkusTest
class WorkTableTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final UUID FIRST = new UUID(0, 0);

    @Inject
    Tenancy tenancy;

    @Inject
    WorkTable table;

    @Inject
    WorkQueue queue;

    @Inject
    @DataSource("owner")
    AgroalDataSource owner;

    private Probe worker;
    private UUID tenant;

    /** A worker that nobody runs. */
    record Probe(String queue, int atOncePerTenant) implements Delivery {
        @Override
        public Uni<Void> deliver(Caller caller, Work work) {
            throw new UnsupportedOperationException();
        }
    }

    @BeforeEach
    void a_queue_of_its_own() {
        worker = new Probe("probe-" + UUID.randomUUID(), 100);
        tenant = UUID.randomUUID();
    }

    @Test
    void of_one_record_only_the_oldest_is_handed_out_and_others_do_not_wait_for_it() {
        UUID record = UUID.randomUUID();
        List<UUID> ofRecord = List.of(put(record), put(record), put(record));
        UUID other = put(UUID.randomUUID());

        List<Work> taken = take(10);
        assertThat(refs(taken)).containsExactlyInAnyOrder(ofRecord.getFirst(), other);
        assertThat(take(10)).isEmpty();

        finish(of(taken, ofRecord.getFirst()));
        assertThat(refs(take(10))).containsExactly(ofRecord.get(1));
    }

    @Test
    void a_failure_holds_up_its_own_record_only_until_it_is_left_to_a_person() {
        UUID record = UUID.randomUUID();
        UUID first = put(record);
        UUID second = put(record);
        fail(of(take(10), first), Duration.ofHours(1));
        UUID other = put(UUID.randomUUID());
        assertThat(refs(take(10))).containsExactly(other);

        due(first);
        fail(of(take(10), first), null);
        assertThat(refs(take(10))).containsExactly(second);
    }

    @Test
    void a_tenant_with_many_waiting_holds_no_other_back() {
        tenancy.sql(
                        system(),
                        connection -> connection
                                .preparedQuery("insert into work (queue, tenant_id, key, ref, due_at) select $1, $2,"
                                        + " gen_random_uuid(), gen_random_uuid(), now() - interval '1 hour'"
                                        + " from generate_series(1, 5000)")
                                .execute(Tuple.of(worker.queue(), tenant)))
                .await()
                .atMost(SOON);
        List<UUID> others = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            tenant = UUID.randomUUID();
            others.add(put(UUID.randomUUID()));
        }

        assertThat(refs(take(40))).containsAll(others).hasSizeBetween(31, 40);
    }

    @Test
    void who_was_served_last_comes_last_again() {
        List<UUID> tenants = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            tenant = UUID.randomUUID();
            tenants.add(tenant);
            for (int j = 0; j < 2; j++) {
                put(UUID.randomUUID());
            }
        }
        UUID after = FIRST;
        List<UUID> served = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            List<Work> taken = table.take(worker, after, 2, 100, true, LONG)
                    .await()
                    .atMost(SOON)
                    .work();
            taken.forEach(work -> served.add(work.tenantId()));
            after = taken.getLast().tenantId();
        }
        assertThat(served.subList(0, 6)).containsExactlyInAnyOrderElementsOf(tenants);
        assertThat(served.subList(6, 12)).containsExactlyElementsOf(served.subList(0, 6));
    }

    @Test
    void a_tenant_has_no_more_at_once_than_it_may_on_all_nodes() {
        worker = new Probe(worker.queue(), 3);
        for (int i = 0; i < 5; i++) {
            put(UUID.randomUUID());
        }
        List<Work> taken = take(10);
        assertThat(taken).hasSize(3);
        assertThat(take(10)).isEmpty();
        finish(taken.getFirst());
        assertThat(take(10)).hasSize(1);
    }

    @Test
    void who_lost_the_lease_ends_nothing_and_writes_nothing() {
        UUID ref = put(UUID.randomUUID());
        Work slow = of(take(1), ref);
        due(ref);
        Work quick = of(take(1), ref);
        assertThat(quick.crashes()).isEqualTo(1);

        assertThatThrownBy(() -> finish(slow)).isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> fail(slow, null)).isInstanceOf(LeaseLost.class);
        assertThat(table.beat(List.of(slow, quick), LONG).await().atMost(SOON)).containsExactly(quick.seq());
        // Two leases on one row: the sign of life of the first must not count for the second.
        assertThat(table.beat(List.of(slow), LONG).await().atMost(SOON)).isEmpty();
        assertThatThrownBy(() -> tenancy.sql(
                                system().workingFor(claim(slow)),
                                connection -> connection.query("select 1").execute())
                        .await()
                        .atMost(SOON))
                .isInstanceOf(WorkTakenOver.class);

        finish(quick);
        assertThat(waiting()).isZero();
    }

    @Test
    void nothing_is_taken_over_while_a_transaction_works_for_it() {
        UUID ref = put(UUID.randomUUID());
        Work mine = of(take(1), ref);
        due(ref);
        List<Work> taken = tenancy.sql(
                        system().workingFor(claim(mine)),
                        connection -> tenancy.apart(() -> table.take(worker, FIRST, 1, 100, true, LONG))
                                .map(WorkTable.Taken::work))
                .await()
                .atMost(SOON);
        assertThat(taken).isEmpty();
        assertThat(take(1)).hasSize(1);
    }

    @Test
    void what_may_have_killed_a_process_is_handed_out_alone_and_its_neighbours_keep_their_attempts() {
        for (int i = 0; i < 4; i++) {
            put(UUID.randomUUID());
        }
        assertThat(take(10)).hasSize(4);
        tenancy.withoutTenant(connection -> connection
                        .preparedQuery("update work set due_at = now() where queue = $1")
                        .execute(Tuple.of(worker.queue())))
                .await()
                .atMost(SOON);
        put(UUID.randomUUID());

        // Of the four that were in hand one, with what has nothing to do with it.
        List<Work> taken = take(10);
        assertThat(taken).hasSize(2);
        assertThat(taken).extracting(Work::crashes).containsExactlyInAnyOrder(0, 1);
        assertThat(taken).extracting(Work::failures).containsOnly(0);
        assertThat(table.take(worker, FIRST, 10, 100, false, LONG)
                        .await()
                        .atMost(SOON)
                        .work())
                .isEmpty();
    }

    @Test
    void work_of_a_transaction_that_fails_was_never_there() {
        assertThatThrownBy(() -> tenancy.sql(
                                system(),
                                connection -> queue.put(connection, system(), worker.queue(), tenant, tenant)
                                        .chain(() -> Uni.createFrom()
                                                .<Void>failure(new IllegalStateException("rolled back"))))
                        .await()
                        .atMost(SOON))
                .hasMessage("rolled back");
        assertThat(take(1)).isEmpty();
    }

    @Test
    void who_publishes_never_waits_for_who_works_and_its_event_is_not_forgotten() {
        UUID record = UUID.randomUUID();
        Work head = of(take(1, put(record)), null);
        // The transaction sees the first at work; that ends before it commits.
        UUID late = UUID.randomUUID();
        tenancy.sql(
                        system(),
                        connection -> queue.put(connection, system(), worker.queue(), record, late)
                                .chain(() -> tenancy.apart(
                                        () -> tenancy.bookkeeping(system(), inner -> table.finish(inner, head)))))
                .await()
                .atMost(SOON);
        assertThat(refs(take(10))).containsExactly(late);
    }

    @Test
    void inside_a_tenant_the_pointers_of_others_do_not_exist() {
        put(UUID.randomUUID());
        UUID mine = tenant;
        tenant = UUID.randomUUID();
        assertThat(waiting()).isZero();
        assertThatThrownBy(() -> tenancy.sql(
                                system(),
                                connection -> connection
                                        .preparedQuery(
                                                "insert into work (queue, tenant_id, key, ref) values ($1, $2, $2, $2)")
                                        .execute(Tuple.of(worker.queue(), mine)))
                        .await()
                        .atMost(SOON))
                .hasMessageContaining("row-level security");
    }

    /** The table is mostly empty, so that is what the planner knows of it when a flood comes. */
    @Test
    void what_is_due_is_found_by_index_whatever_the_planner_knew() throws SQLException {
        String rows = "insert into work (queue, tenant_id, key, ref) select '%s', '" + tenant
                + "', gen_random_uuid(), gen_random_uuid() from generate_series(1, %d)";
        try (Connection connection = owner.getConnection();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("select set_config('app.tenant_id', '" + tenant + "', true)");
            sql.execute(rows.formatted("probe-few", 30));
            sql.execute("analyze work");
            sql.execute(rows.formatted(worker.queue(), 20_000));
            sql.execute("select set_config('app.tenant_id', '', true)");
            try (ResultSet plan = sql.executeQuery("explain (analyze, buffers, timing off) select * from take_work('"
                    + worker.queue() + "', gen_random_uuid(), '" + FIRST + "', 96, 96, true, interval '1 minute')")) {
                String text = "";
                while (plan.next()) {
                    text += plan.getString(1) + "\n";
                }
                Matcher pages = Pattern.compile("rows=96\\b.*\\n\\s*Buffers: shared hit=(\\d+)")
                        .matcher(text);
                assertThat(pages.find()).as(text).isTrue();
                // A look at one index over all that is due is 20,000 already.
                assertThat(Integer.parseInt(pages.group(1))).as(text).isLessThan(10_000);
            } finally {
                connection.rollback();
            }
        }
    }

    private List<Work> take(int free) {
        return table.take(worker, FIRST, free, worker.atOncePerTenant(), true, LONG)
                .await()
                .atMost(SOON)
                .work();
    }

    private List<Work> take(int free, UUID put) {
        assertThat(put).isNotNull();
        return take(free);
    }

    private void finish(Work work) {
        tenancy.bookkeeping(Caller.system(work.tenantId(), "test", null), connection -> table.finish(connection, work))
                .await()
                .atMost(SOON);
    }

    private void fail(Work work, Duration pause) {
        tenancy.bookkeeping(system(), connection -> table.fail(connection, work, pause, "because"))
                .await()
                .atMost(SOON);
    }

    private void due(UUID ref) {
        tenancy.withoutTenant(connection -> connection
                        .preparedQuery("update work set due_at = now() where queue = $1 and ref = $2")
                        .execute(Tuple.of(worker.queue(), ref)))
                .await()
                .atMost(SOON);
    }

    private UUID put(UUID key) {
        UUID ref = UUID.randomUUID();
        tenancy.sql(system(), connection -> queue.put(connection, system(), worker.queue(), key, ref))
                .await()
                .atMost(SOON);
        return ref;
    }

    private long waiting() {
        return tenancy.query(system(), "select count(*) from work where queue = $1", Tuple.of(worker.queue()))
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getLong(0);
    }

    private Caller system() {
        return Caller.system(tenant, "test", null);
    }

    private static WorkClaim claim(Work work) {
        return new WorkClaim(work.queue(), work.key(), work.seq(), work.lease());
    }

    private static Work of(List<Work> taken, UUID ref) {
        return taken.stream()
                .filter(work -> ref == null || work.ref().equals(ref))
                .findFirst()
                .orElseThrow();
    }

    private static HashSet<UUID> refs(List<Work> taken) {
        HashSet<UUID> refs = new HashSet<>();
        taken.forEach(work -> refs.add(work.ref()));
        return refs;
    }
}
