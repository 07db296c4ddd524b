package dev.pulso.crm.internal.pipeline;

import dev.pulso.kernel.Problem;
import dev.pulso.store.imports.Names;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pipeline that the deals of a file go into; made of the stages that the file names when there is none yet. */
@ApplicationScoped
public class ImportedPipeline {
    /** A column with more values than this holds no stages. */
    private static final int MOST = 50;

    private final PipelineService pipelines;
    private final PipelineQueries queries;

    ImportedPipeline(PipelineService pipelines, PipelineQueries queries) {
        this.pipelines = pipelines;
        this.queries = queries;
    }

    /** 400 when the id names no pipeline. */
    public Uni<Void> check(Caller caller, @Nullable UUID id) {
        return id == null
                ? Uni.createFrom().voidItem()
                : queries.byId(caller, id)
                        .onItem()
                        .ifNull()
                        .failWith(() -> Problem.unknownReference("options.pipeline_id"))
                        .replaceWithVoid();
    }

    /**
     * @param id of a pipeline that must exist; a stage it does not have makes a row fail
     * @param name of one that is made when it does not exist
     * @param otherwise its name when neither is given and the default pipeline lacks a stage of the file
     * @param stages as the file names them, in order of appearance
     */
    public Uni<PipelineData> find(
            Caller caller, @Nullable UUID id, @Nullable String name, String otherwise, List<String> stages) {
        if (id != null) {
            return pipelines.get(caller, id);
        }
        if (name != null) {
            return named(caller, name, stages);
        }
        return pipelines
                .named(caller, null, null)
                .chain(standard -> stages.stream()
                                .allMatch(stage ->
                                        StageWords.stage(standard, stage).isPresent())
                        ? Uni.createFrom().item(standard)
                        : named(caller, otherwise, stages));
    }

    private Uni<PipelineData> named(Caller caller, String name, List<String> stages) {
        return queries.byName(caller, name)
                .chain(found -> found == null
                        ? pipelines.create(caller, new NewPipeline(name, false, drafts(stages)))
                        : Uni.createFrom().item(found));
    }

    /** Open stages in order of appearance, each likelier to be won than the one before; then one won and one lost. */
    static List<StageDraft> drafts(List<String> stages) {
        if (stages.size() > MOST) {
            throw Problem.invalid(
                    "mapping.stage", "is filled from a column with more than " + MOST + " different values", "stages");
        }
        Map<String, String> open = new LinkedHashMap<>();
        String won = "Ganho";
        String lost = "Perdido";
        for (String stage : stages) {
            switch (StageWords.typeOf(stage)) {
                case open -> open.putIfAbsent(Names.key(stage), stage);
                case won -> won = stage;
                case lost -> lost = stage;
            }
        }
        if (open.isEmpty()) {
            open.put("novo", "Novo");
        }
        List<StageDraft> drafts = new ArrayList<>();
        open.values()
                .forEach(stage -> drafts.add(
                        StageDraft.added(stage, StageType.open, 100 * (drafts.size() + 1) / (open.size() + 1))));
        drafts.add(StageDraft.added(won, StageType.won, 100));
        drafts.add(StageDraft.added(lost, StageType.lost, 0));
        return drafts;
    }
}
