package dev.pulso.store.queue;

import dev.pulso.kernel.Problem;
import dev.pulso.store.data.KeysetQuery;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What has failed for good, for people: to be looked at, tried again or given up. */
@ApplicationScoped
class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private static final String COLUMNS = """
            w.id, w.queue, w.ref, e.type as event_type, e.aggregate_id as record_id, w.failures + w.crashes as attempts,
            w.error, w.created_at, w.dead_at""";
    private static final String FIND =
            "select queue, tenant_id, key, seq, id, ref, failures, crashes from work where id = $1 and dead_at is not null";
    private static final String REVIVE = """
            update work set dead_at = null, failures = 0, crashes = 0, due_at = clock_timestamp()
            where queue = $1 and tenant_id = $2 and key = $3 and seq = $4 and dead_at is not null""";
    private static final String DROP = """
            delete from work where queue = $1 and tenant_id = $2 and key = $3 and seq = $4 and dead_at is not null""";

    private final Tenancy tenancy;
    private final WorkQueue queue;
    private final WorkRunner runner;

    DeadLetters(Tenancy tenancy, WorkQueue queue, WorkRunner runner) {
        this.tenancy = tenancy;
        this.queue = queue;
        this.runner = runner;
    }

    Uni<Page<DeadLetterData>> list(Caller caller, @Nullable String queueName, PageRequest page) {
        return KeysetQuery.select(
                        COLUMNS,
                        "work w left join outbox_events e on e.tenant_id = w.tenant_id and e.id = w.ref",
                        "w.id")
                .where("w.dead_at is not null")
                .where("w.queue = ?", queueName)
                .sortable("failed_at", "w.dead_at", "timestamptz")
                .page(tenancy, caller, page, "-failed_at", DeadLetters::data);
    }

    /** Puts it back, with all its attempts and in its old place. */
    Uni<Void> retry(Caller caller, UUID id) {
        return end(caller, id, REVIVE, "tried again", (delivery, work) -> delivery.revived(caller, work))
                .invoke(queue::soon);
    }

    /** Gives it up. */
    Uni<Void> drop(Caller caller, UUID id) {
        return end(caller, id, DROP, "dropped", (delivery, work) -> delivery.dropped(caller, work));
    }

    private Uni<Void> end(
            Caller caller, UUID id, String statement, String how, BiFunction<Delivery, Work, Uni<Void>> note) {
        return tenancy.bookkeeping(
                caller,
                connection -> find(connection, id)
                        // As whoever takes and ends work: what waits for this one of its key must not be missed.
                        .call(work -> connection
                                .preparedQuery("select lock_work($1, $2)")
                                .execute(Tuple.of(work.queue(), work.tenantId())))
                        .call(work -> connection
                                .preparedQuery(statement)
                                .execute(Tuple.of(work.queue(), work.tenantId(), work.key(), work.seq()))
                                .invoke(rows -> {
                                    if (rows.rowCount() == 0) {
                                        throw Problem.notFound();
                                    }
                                }))
                        .call(work -> runner.worker(work.queue()) instanceof Delivery delivery
                                ? note.apply(delivery, work)
                                : Uni.createFrom().voidItem())
                        .invoke(work -> LOG.infof("%s %s is %s by %s", work.queue(), work.ref(), how, caller.userId()))
                        .replaceWithVoid());
    }

    private static Uni<Work> find(SqlConnection connection, UUID id) {
        return connection.preparedQuery(FIND).execute(Tuple.of(id)).map(rows -> {
            for (Row row : rows) {
                return new Work(
                        row.getString("queue"),
                        row.getUUID("tenant_id"),
                        row.getUUID("key"),
                        row.getLong("seq"),
                        row.getUUID("id"),
                        row.getUUID("ref"),
                        id,
                        row.getInteger("failures"),
                        row.getInteger("crashes"));
            }
            throw Problem.notFound();
        });
    }

    private static DeadLetterData data(Row row) {
        return new DeadLetterData(
                row.getUUID("id"),
                row.getString("queue"),
                row.getUUID("ref"),
                row.getString("event_type"),
                row.getUUID("record_id"),
                row.getInteger("attempts"),
                row.getString("error"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("dead_at").toInstant());
    }
}
