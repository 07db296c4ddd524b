package dev.pulso.store.queue;

import dev.pulso.store.tenancy.Read;
import dev.pulso.store.tenancy.Tenancy;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The statements about {@code work}; what they do stands with the functions of the database. */
@ApplicationScoped
class WorkTable {
    private static final String DUE = """
            select q.name from unnest($1::text[]) as q(name)
            where exists (select from work w where w.queue = q.name and w.dead_at is null and w.due_at <= now())""";
    private static final String TAKE = "select * from take_work($1, $2, $3, $4, $5, $6, $7 * interval '1 millisecond')";
    private static final String BEAT = """
            update work w set due_at = clock_timestamp() + $6 * interval '1 millisecond'
            from unnest($1::text[], $2::uuid[], $3::uuid[], $4::bigint[], $5::uuid[]) as mine(queue, tenant_id, key, seq, lease)
            where w.queue = mine.queue and w.tenant_id = mine.tenant_id and w.key = mine.key and w.seq = mine.seq
              and w.leased_by = mine.lease
            returning w.seq""";
    private static final String RELEASE = """
            update work w set due_at = clock_timestamp(), leased_by = null
            from unnest($1::text[], $2::uuid[], $3::uuid[], $4::bigint[], $5::uuid[]) as mine(queue, tenant_id, key, seq, lease)
            where w.queue = mine.queue and w.tenant_id = mine.tenant_id and w.key = mine.key and w.seq = mine.seq
              and w.leased_by = mine.lease""";
    private static final String FINISH = "select finish_work($1, $2, $3, $4, $5)";
    private static final String END = "select end_work($1, $2, $3, $4, $5)";
    private static final String FAIL = "select fail_work($1, $2, $3, $4, $5, $6 * interval '1 millisecond', $7)";

    private final Tenancy tenancy;
    private final Timer taking;

    WorkTable(Tenancy tenancy, MeterRegistry meters) {
        this.tenancy = tenancy;
        this.taking = Timer.builder("pulso.work.take")
                .description("How long it took to be handed out work")
                .register(meters);
    }

    /** @param more so many had to be set aside that asking again at once may find others */
    record Taken(List<Work> work, boolean more) {}

    /** Which of the queues have something to do: one statement for all of them and all tenants. */
    Uni<Set<String>> due(Collection<String> queues) {
        return tenancy.withoutTenant(
                        connection -> connection.preparedQuery(DUE).execute(Tuple.of(queues.toArray(String[]::new))))
                .map(rows -> {
                    Set<String> due = new HashSet<>();
                    rows.forEach(row -> due.add(row.getString(0)));
                    return due;
                });
    }

    /**
     * @param after the tenant that was served last
     * @param each how many of one tenant may be leased, on all nodes
     * @param suspects whether one that has killed a process may be among them
     */
    Uni<Taken> take(Worker worker, UUID after, int free, int each, boolean suspects, Duration patience) {
        UUID lease = UUID.randomUUID();
        long asked = System.nanoTime();
        Tuple values = Tuple.tuple()
                .addString(worker.queue())
                .addUUID(lease)
                .addUUID(after)
                .addInteger(free)
                .addInteger(each)
                .addBoolean(suspects)
                .addLong(patience.toMillis());
        return tenancy.withoutTenant(
                        connection -> connection.preparedQuery(TAKE).execute(values))
                .invoke(rows -> taking.record(System.nanoTime() - asked, TimeUnit.NANOSECONDS))
                .map(rows -> taken(worker, lease, rows));
    }

    private static Taken taken(Worker worker, UUID lease, RowSet<Row> rows) {
        List<Work> work = new ArrayList<>();
        boolean more = false;
        for (Row row : rows) {
            if (row.getLong("seq") == 0) {
                more = true;
            } else {
                work.add(new Work(
                        worker.queue(),
                        row.getUUID("tenant_id"),
                        row.getUUID("key"),
                        row.getLong("seq"),
                        row.getUUID("id"),
                        row.getUUID("ref"),
                        lease,
                        row.getInteger("failures"),
                        row.getInteger("crashes")));
            }
        }
        return new Taken(work, more);
    }

    /** A sign of life for all that this process holds. Answers the numbers of what is still its own. */
    Uni<Set<Long>> beat(Collection<Work> held, Duration patience) {
        return tenancy.withoutTenant(connection ->
                        connection.preparedQuery(BEAT).execute(mine(held).addLong(patience.toMillis())))
                .map(rows -> {
                    Set<Long> ours = new HashSet<>();
                    rows.forEach(row -> ours.add(row.getLong(0)));
                    return ours;
                });
    }

    /** Gives work back that was not done, as if it had never been taken. */
    Uni<Void> release(Collection<Work> held) {
        return tenancy.withoutTenant(
                        connection -> connection.preparedQuery(RELEASE).execute(mine(held)))
                .replaceWithVoid();
    }

    /** Ends work in the open transaction; fails when somebody else has it by now. */
    Uni<Void> finish(SqlConnection connection, Work work) {
        return connection
                .preparedQuery(FINISH)
                .execute(Tuple.of(work.queue(), work.tenantId(), work.key(), work.seq(), work.lease()))
                .invoke(WorkTable::requireOurs)
                .replaceWithVoid();
    }

    /** The same as a statement, which fails when somebody else has it by now. */
    static Read<?> end(Work work) {
        return new Read<>(
                END, Tuple.of(work.queue(), work.tenantId(), work.key(), work.seq(), work.lease()), rows -> rows);
    }

    /** @param pause until the next attempt; null leaves it to a person */
    Uni<Void> fail(SqlConnection connection, Work work, @Nullable Duration pause, String why) {
        return connection
                .preparedQuery(FAIL)
                .execute(Tuple.tuple()
                        .addString(work.queue())
                        .addUUID(work.tenantId())
                        .addUUID(work.key())
                        .addLong(work.seq())
                        .addUUID(work.lease())
                        .addLong(pause == null ? null : pause.toMillis())
                        .addString(why))
                .invoke(WorkTable::requireOurs)
                .replaceWithVoid();
    }

    private static void requireOurs(RowSet<Row> answer) {
        if (!answer.iterator().next().getBoolean(0)) {
            throw new LeaseLost();
        }
    }

    private static Tuple mine(Collection<Work> held) {
        return Tuple.tuple()
                .addArrayOfString(held.stream().map(Work::queue).toArray(String[]::new))
                .addArrayOfUUID(held.stream().map(Work::tenantId).toArray(UUID[]::new))
                .addArrayOfUUID(held.stream().map(Work::key).toArray(UUID[]::new))
                .addArrayOfLong(held.stream().map(Work::seq).toArray(Long[]::new))
                .addArrayOfUUID(held.stream().map(Work::lease).toArray(UUID[]::new));
    }
}
