package dev.pulso.crm.internal.deal;

import dev.pulso.crm.internal.pipeline.StageField;
import dev.pulso.crm.internal.pipeline.StageType;
import dev.pulso.kernel.FractionalKey;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where in a stage a card goes. The stage is locked (shared) before anything else: so it can neither be deleted nor
 * respaced while somebody drops a card into it, and nobody who waits for a stage holds a card that another waits for.
 */
@ApplicationScoped
class StageOrder {
    private static final String STAGE =
            "select id, pipeline_id, type, name, required_fields from stages where id = $1 for key share";

    private static final String STAGE_OF_TYPE = """
            select s.id, s.pipeline_id, s.type, s.name, s.required_fields from stages s
            where s.type = $2 and s.pipeline_id = (select d.pipeline_id from deals d where d.id = $1)
            order by s.ordinal limit 1 for key share""";

    private static final String TOP = """
            select d.position from deals d where d.stage_id = $1 order by d.position, d.id limit 1""";

    /** The gap right below one card, else right above another, else at the top; the moved card itself does not count. */
    private static final String GAP = """
            select 1 as choice, a.id as card, a.position as above,
                   (select d.position from deals d
                    where d.stage_id = $1 and d.id <> $2 and (d.position, d.id) > (a.position, a.id)
                    order by d.position, d.id limit 1) as below
            from deals a where a.id = $3 and a.id <> $2 and a.stage_id = $1
            union all
            select 2, b.id,
                   (select d.position from deals d
                    where d.stage_id = $1 and d.id <> $2 and (d.position, d.id) < (b.position, b.id)
                    order by d.position desc, d.id desc limit 1),
                   b.position
            from deals b where b.id = $4 and b.id <> $2 and b.stage_id = $1
            union all
            select 3, null, null,
                   (select d.position from deals d where d.stage_id = $1 and d.id <> $2 order by d.position, d.id limit 1)
            order by choice limit 1""";

    private final Tenancy tenancy;

    StageOrder(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /** A stage that stays as it is until the transaction ends. */
    record LockedStage(UUID pipelineId, UUID id, StageType type, String name, Set<StageField> required) {
        Place at(String position) {
            return new Place(pipelineId, id, type, position);
        }
    }

    /** The stage, or null. */
    Uni<@Nullable LockedStage> lock(Caller caller, UUID stageId) {
        return lock(caller, STAGE, Tuple.of(stageId));
    }

    /** The first stage of that type in the deal's pipeline; null when there is no such deal. */
    Uni<@Nullable LockedStage> lockFirst(Caller caller, UUID dealId, StageType type) {
        return lock(caller, STAGE_OF_TYPE, Tuple.of(dealId, type.name()));
    }

    private Uni<@Nullable LockedStage> lock(Caller caller, String sql, Tuple values) {
        return tenancy.query(caller, sql, values).map(rows -> {
            for (Row row : rows) {
                return new LockedStage(
                        row.getUUID("pipeline_id"),
                        row.getUUID("id"),
                        StageType.valueOf(row.getString("type")),
                        row.getString("name"),
                        Stream.of(row.getArrayOfStrings("required_fields"))
                                .map(StageField::valueOf)
                                .collect(Collectors.toUnmodifiableSet()));
            }
            return null;
        });
    }

    Uni<Place> atTop(Caller caller, LockedStage stage) {
        return tenancy.query(caller, TOP, Tuple.of(stage.id())).map(rows -> {
            String first = rows.size() == 0 ? null : rows.iterator().next().getString("position");
            return stage.at(FractionalKey.between(null, first));
        });
    }

    /**
     * Right below {@code afterId}, else right above {@code beforeId}, else at the top; a neighbour that is not in the stage
     * is ignored. Fails with {@link CrowdedStage} when the two neighbours share a key.
     */
    Uni<Place> between(
            Caller caller, LockedStage stage, UUID movedId, @Nullable UUID afterId, @Nullable UUID beforeId) {
        return tenancy.query(caller, GAP, Tuple.of(stage.id(), movedId, afterId, beforeId))
                .map(rows -> {
                    Row gap = rows.iterator().next();
                    String above = gap.getString("above");
                    String below = gap.getString("below");
                    if (above != null && above.equals(below)) {
                        throw new CrowdedStage(gap.getUUID("card"));
                    }
                    return stage.at(FractionalKey.between(above, below));
                });
    }
}
