package dev.pulso.crm.internal.pipeline;

import dev.pulso.kernel.Checks;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.store.data.UniqueValues;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The use cases of pipelines and their stages. */
@ApplicationScoped
public class PipelineService {
    private final Tenancy tenancy;
    private final PipelineRepository pipelines;
    private final StageRepository stages;
    private final PipelineQueries queries;
    private final TenantClock clock;
    private final UniqueValues unique;
    private final StageDeals deals;

    PipelineService(
            Tenancy tenancy,
            PipelineRepository pipelines,
            StageRepository stages,
            PipelineQueries queries,
            TenantClock clock,
            UniqueValues unique,
            StageDeals deals) {
        this.deals = deals;
        this.tenancy = tenancy;
        this.pipelines = pipelines;
        this.stages = stages;
        this.queries = queries;
        this.clock = clock;
        this.unique = unique;
    }

    /** All pipelines, the default one first. */
    Uni<List<PipelineData>> list(Caller caller) {
        return queries.all(caller);
    }

    /** The pipeline, or 404. */
    public Uni<PipelineData> get(Caller caller, UUID id) {
        return queries.byId(caller, id).onItem().ifNull().failWith(Problem::notFound);
    }

    /**
     * The pipeline that a body names, by its id or by one of its stages; the default one when it names neither. 400 when
     * it does not exist.
     */
    public Uni<PipelineData> named(Caller caller, @Nullable UUID pipelineId, @Nullable UUID stageId) {
        if (pipelineId != null) {
            return required("pipeline_id", queries.byId(caller, pipelineId));
        }
        if (stageId != null) {
            return required("stage_id", queries.byStage(caller, stageId));
        }
        return required("pipeline_id", queries.defaultOne(caller));
    }

    Uni<PipelineData> create(Caller caller, NewPipeline body) {
        StageDraft.requireComplete(body.stages());
        return tenancy.write(
                caller,
                session -> requireFree(caller, Checks.text("name", body.name()), null)
                        .chain(() -> pipelines.findDefault())
                        .chain(former -> {
                            // The first pipeline of a tenant is its default, asked or not.
                            boolean isDefault = body.isDefault() || former == null;
                            Pipeline pipeline = new Pipeline(caller, body.name(), isDefault, clock.now(caller));
                            List<Stage> all = new StagePlan(caller, pipeline.id(), List.of(), body.stages()).added();
                            return replaceDefault(session, isDefault ? former : null)
                                    .chain(() -> session.persist(pipeline))
                                    .chain(() -> session.persistAll(all.toArray()))
                                    .chain(() -> session.flush())
                                    .chain(() -> get(caller, pipeline.id()));
                        }));
    }

    Uni<PipelineData> edit(Caller caller, UUID id, ExpectedVersion expected, PipelineChanges changes) {
        boolean becomesDefault = Boolean.TRUE.equals(changes.isDefault().value());
        return tenancy.write(
                caller,
                // Locked before its stages: written last, two at once waited for each other's stages instead.
                session -> pipelines
                        .forChange(id)
                        .onItem()
                        .ifNull()
                        .failWith(Problem::notFound)
                        .invoke(pipeline -> pipeline.requireVersion(expected))
                        .call(() -> requireFree(
                                caller,
                                changes.name().value() == null
                                        ? null
                                        : Checks.text("name", changes.name().value()),
                                id))
                        .call(() -> becomesDefault
                                ? makeRoom(session, id)
                                : Uni.createFrom().voidItem())
                        .invoke(pipeline -> pipeline.edit(changes, clock.now(caller)))
                        .call(() -> changes.stages().given()
                                ? replaceStages(
                                        caller, session, id, changes.stages().value(), changes.merges())
                                : Uni.createFrom().voidItem())
                        .call(() -> session.flush())
                        .chain(() -> get(caller, id)));
    }

    private Uni<Void> requireFree(Caller caller, @Nullable String name, @Nullable UUID own) {
        return unique.requireFree(caller, "pipelines", "name", name, own);
    }

    private Uni<Void> replaceStages(
            Caller caller,
            Mutiny.Session session,
            UUID pipelineId,
            @Nullable List<StageDraft> drafts,
            List<StageMerge> merges) {
        if (drafts == null) {
            throw Problem.invalid("stages", "must not be null", "required");
        }
        return stages.ofPipeline(pipelineId).chain(present -> {
            StagePlan plan = new StagePlan(caller, pipelineId, present, drafts);
            plan.requireMergeable(merges);
            return merge(caller, merges)
                    .chain(() -> requireEmpty(caller, plan.mustBeEmpty()))
                    .invoke(plan::apply)
                    .chain(() -> session.persistAll(plan.added().toArray()))
                    .chain(() -> session.removeAll(plan.removed().toArray()));
        });
    }

    /** One after the other, in one order: two who each merge what the other does wait, and neither for ever. */
    private Uni<Void> merge(Caller caller, List<StageMerge> merges) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (StageMerge merge :
                merges.stream().sorted(Comparator.comparing(StageMerge::from)).toList()) {
            done = done.chain(() -> deals.moveAll(caller, merge.from(), merge.to()));
        }
        return done;
    }

    private Uni<Void> requireEmpty(Caller caller, List<Stage> mustBeEmpty) {
        if (mustBeEmpty.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return queries.inUse(caller, mustBeEmpty.stream().map(Stage::id).toList())
                .invoke(inUse -> {
                    if (!inUse.isEmpty()) {
                        String names = mustBeEmpty.stream()
                                .filter(stage -> inUse.contains(stage.id()))
                                .map(Stage::name)
                                .collect(Collectors.joining(", "));
                        throw Problem.conflict(
                                ProblemType.STAGE_IN_USE, "There are still deals in: " + names, "stages");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> makeRoom(Mutiny.Session session, UUID newDefaultId) {
        return pipelines
                .findDefault()
                .chain(former ->
                        replaceDefault(session, former != null && !former.id().equals(newDefaultId) ? former : null));
    }

    /** The former default is written first: the index allows one at any moment. */
    private static Uni<Void> replaceDefault(Mutiny.Session session, @Nullable Pipeline former) {
        if (former == null) {
            return Uni.createFrom().voidItem();
        }
        former.stepBack();
        return session.flush();
    }

    private static Uni<PipelineData> required(String field, Uni<@Nullable PipelineData> pipeline) {
        return pipeline.onItem().ifNull().failWith(() -> Problem.unknownReference(field));
    }
}
