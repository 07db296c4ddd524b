package dev.pulso.crm.internal.deal;

import dev.pulso.crm.DealStageChanged;
import dev.pulso.crm.internal.pipeline.StageDeals;
import dev.pulso.store.outbox.NewEvent;
import dev.pulso.store.outbox.Outbox;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * All deals of a stage that goes are put below those of another, by one statement. The stage is locked first, as a drop does it: who
 * is about to drop a card into it waits and then finds no stage, and a card that was dropped just before goes along.
 */
@ApplicationScoped
class StageMerging implements StageDeals {
    private static final String LOCK = "select id from stages where id = $1 for update";

    /** A key that begins with that of the lowest card and goes on is below it, and the order among the moved ones stays. */
    private static final String MOVE = """
        update deals d
        set stage_id = $2, position = lowest.position || d.position, stage_entered_at = app_now(), updated_at = app_now(),
            version = d.version + 1
        from (select coalesce(max(t.position), '') as position from deals t where t.stage_id = $2) lowest
        where d.stage_id = $1
        returning d.id, d.amount_cents, d.currency, d.pipeline_id, d.status, d.owner_id\
        """;

    private static final int EVENTS_AT_ONCE = 1_000;

    private final Tenancy tenancy;
    private final Outbox outbox;

    StageMerging(Tenancy tenancy, Outbox outbox) {
        this.tenancy = tenancy;
        this.outbox = outbox;
    }

    @Override
    public Uni<Void> moveAll(Caller caller, UUID from, UUID to) {
        // The whole stage, not only the cards that somebody sees.
        return tenancy.sql(
                caller.reachingAll(),
                connection -> connection
                        .preparedQuery(LOCK)
                        .execute(Tuple.of(from))
                        .chain(() -> connection.preparedQuery(MOVE).execute(Tuple.of(from, to)))
                        .chain(rows -> {
                            List<NewEvent> moved = new ArrayList<>();
                            for (Row row : rows) {
                                moved.add(new NewEvent(
                                        DealStageChanged.TYPE,
                                        row.getUUID("id"),
                                        new DealStageChanged(
                                                row.getUUID("id"),
                                                row.getLong("amount_cents"),
                                                row.getString("currency"),
                                                row.getUUID("pipeline_id"),
                                                from,
                                                to,
                                                row.getString("status"),
                                                row.getUUID("owner_id"))));
                            }
                            return publish(caller, connection, moved, 0);
                        }));
    }

    private Uni<Void> publish(Caller caller, SqlConnection connection, List<NewEvent> moved, int done) {
        if (done >= moved.size()) {
            return Uni.createFrom().voidItem();
        }
        int end = Math.min(done + EVENTS_AT_ONCE, moved.size());
        return outbox.publishAll(connection, caller, moved.subList(done, end))
                .chain(() -> publish(caller, connection, moved, end));
    }
}
