package dev.pulso.crm.internal.deal;

import dev.pulso.kernel.FractionalKey;
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
import org.jspecify.annotations.Nullable;

/**
 * Gives cards fresh keys where ties or long keys have piled up: those around one card, and more of the stage only if that
 * does not help. The order stays, and so does each card's version: nothing has changed for who looks at it.
 */
@ApplicationScoped
class StageSpacing {
    private static final int REACH = 50;

    private static final String LOCK = "select id from stages where id = $1 for update";

    private static final String AROUND = """
            (select d.id, d.position, true as above from deals a join deals d on d.stage_id = a.stage_id
             where a.id = $2 and a.stage_id = $1 and (d.position, d.id) <= (a.position, a.id)
             order by d.position desc, d.id desc limit $3)
            union all
            (select d.id, d.position, false from deals a join deals d on d.stage_id = a.stage_id
             where a.id = $2 and a.stage_id = $1 and (d.position, d.id) > (a.position, a.id)
             order by d.position, d.id limit $3)
            order by position, id""";

    private static final String UPDATE = """
            update deals d set position = fresh.position, updated_at = app_now()
            from unnest($1::uuid[], $2::text[]) as fresh(id, position)
            where d.id = fresh.id""";

    private record Card(UUID id, String position, boolean above) {}

    private final Tenancy tenancy;

    StageSpacing(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /** One transaction of its own, in which nobody drops a card into the stage. Does nothing when the card has gone. */
    Uni<Void> respace(Caller caller, UUID stageId, UUID aroundId) {
        // The whole stage, not only the cards that somebody sees.
        return tenancy.sql(
                caller.reachingAll(),
                connection -> connection
                        .preparedQuery(LOCK)
                        .execute(Tuple.of(stageId))
                        .chain(() -> respace(connection, stageId, aroundId, REACH)));
    }

    private static Uni<Void> respace(SqlConnection connection, UUID stageId, UUID aroundId, int reach) {
        return connection
                .preparedQuery(AROUND)
                .execute(Tuple.of(stageId, aroundId, reach))
                .chain(rows -> {
                    List<Card> cards = new ArrayList<>();
                    for (Row row : rows) {
                        cards.add(new Card(row.getUUID("id"), row.getString("position"), row.getBoolean("above")));
                    }
                    // The outermost card on a side that has more cards stays, and is what the fresh keys keep clear of.
                    boolean moreAbove = cards.stream().filter(Card::above).count() == reach;
                    boolean moreBelow =
                            cards.stream().filter(card -> !card.above()).count() == reach;
                    String low = moreAbove ? cards.getFirst().position() : null;
                    String high = moreBelow ? cards.getLast().position() : null;
                    List<Card> between = cards.subList(moreAbove ? 1 : 0, cards.size() - (moreBelow ? 1 : 0));
                    List<String> keys = freshKeys(low, high, between.size());
                    return keys == null
                            ? respace(connection, stageId, aroundId, reach * 8)
                            : update(connection, between, keys);
                });
    }

    /** Ascending keys in the gap; null when the gap is too small to make short ones. */
    static @Nullable List<String> freshKeys(@Nullable String low, @Nullable String high, int count) {
        if (low != null && low.equals(high)) {
            return null;
        }
        List<String> keys = FractionalKey.sequence(low, high, count);
        boolean whole = low == null && high == null;
        return whole || keys.stream().noneMatch(FractionalKey::needsRebalance) ? keys : null;
    }

    private static Uni<Void> update(SqlConnection connection, List<Card> cards, List<String> keys) {
        if (cards.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(UPDATE)
                .execute(Tuple.of(cards.stream().map(Card::id).toArray(UUID[]::new), keys.toArray(String[]::new)))
                .replaceWithVoid();
    }
}
