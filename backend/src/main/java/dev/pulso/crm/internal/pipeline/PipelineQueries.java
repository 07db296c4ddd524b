package dev.pulso.crm.internal.pipeline;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Pipelines with their stages in order, in one statement. */
@ApplicationScoped
class PipelineQueries {
    private static final String SELECT = """
        select p.id, p.name, p.is_default, p.created_at, p.updated_at, p.version,
               s.id as stage_id, s.name as stage_name, s.type, s.probability, s.rotting_days,
               s.required_fields
        from pipelines p join stages s on s.pipeline_id = p.id
        where %s
        order by p.is_default desc, p.name, p.id, s.ordinal\
        """;

    private static final String ALL = SELECT.formatted("true");
    private static final String BY_ID = SELECT.formatted("p.id = $1");
    private static final String BY_NAME = SELECT.formatted("p.name = $1");
    private static final String DEFAULT = SELECT.formatted("p.is_default");
    private static final String BY_STAGE = SELECT.formatted("p.id = (select pipeline_id from stages where id = $1)");

    private final Tenancy tenancy;

    PipelineQueries(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    Uni<List<PipelineData>> all(Caller caller) {
        return read(caller, ALL, Tuple.tuple());
    }

    Uni<@Nullable PipelineData> byId(Caller caller, UUID id) {
        return read(caller, BY_ID, Tuple.of(id)).map(PipelineQueries::first);
    }

    Uni<@Nullable PipelineData> byName(Caller caller, String name) {
        return read(caller, BY_NAME, Tuple.of(name)).map(PipelineQueries::first);
    }

    Uni<@Nullable PipelineData> byStage(Caller caller, UUID stageId) {
        return read(caller, BY_STAGE, Tuple.of(stageId)).map(PipelineQueries::first);
    }

    Uni<@Nullable PipelineData> defaultOne(Caller caller) {
        return read(caller, DEFAULT, Tuple.tuple()).map(PipelineQueries::first);
    }

    /** Those of the stages that hold deals. */
    Uni<List<UUID>> inUse(Caller caller, List<UUID> stageIds) {
        return tenancy.query(
                        caller,
                        "select s.id from stages s where s.id = any($1) and exists (select from deals d where"
                                + " d.stage_id = s.id)",
                        Tuple.of(stageIds.toArray(UUID[]::new)))
                .map(rows -> {
                    List<UUID> ids = new ArrayList<>();
                    rows.forEach(row -> ids.add(row.getUUID("id")));
                    return ids;
                });
    }

    private Uni<List<PipelineData>> read(Caller caller, String sql, Tuple values) {
        return tenancy.query(caller, sql, values).map(rows -> {
            List<PipelineData> pipelines = new ArrayList<>();
            List<StageData> stages = new ArrayList<>();
            Row last = null;
            for (Row row : rows) {
                if (last != null && !last.getUUID("id").equals(row.getUUID("id"))) {
                    pipelines.add(data(last, stages));
                    stages.clear();
                }
                stages.add(new StageData(
                        row.getUUID("stage_id"),
                        row.getString("stage_name"),
                        StageType.valueOf(row.getString("type")),
                        row.getInteger("probability"),
                        row.getInteger("rotting_days"),
                        Stream.of(row.getArrayOfStrings("required_fields"))
                                .map(StageField::valueOf)
                                .collect(Collectors.toSet())));
                last = row;
            }
            if (last != null) {
                pipelines.add(data(last, stages));
            }
            return pipelines;
        });
    }

    private static @Nullable PipelineData first(List<PipelineData> pipelines) {
        return pipelines.isEmpty() ? null : pipelines.getFirst();
    }

    private static PipelineData data(Row row, List<StageData> stages) {
        return new PipelineData(
                row.getUUID("id"),
                row.getString("name"),
                row.getBoolean("is_default"),
                stages,
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getInteger("version"));
    }
}
