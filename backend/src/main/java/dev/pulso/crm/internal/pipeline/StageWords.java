package dev.pulso.crm.internal.pipeline;

import dev.pulso.store.imports.Names;
import java.util.Optional;
import java.util.Set;

/** What other systems call the end of a pipeline. */
public final class StageWords {
    private static final Set<String> WON =
            Set.of("won", "closedwon", "ganho", "ganha", "fechadoganho", "vendido", "vendida", "concluido");
    private static final Set<String> LOST = Set.of("lost", "closedlost", "perdido", "perdida", "fechadoperdido");

    private StageWords() {}

    public static StageType typeOf(String name) {
        String key = Names.key(name);
        return WON.contains(key) ? StageType.won : LOST.contains(key) ? StageType.lost : StageType.open;
    }

    /** The stage of that name, without regard to case and accents; else the one that a word for won or lost means. */
    public static Optional<StageData> stage(PipelineData pipeline, String name) {
        String key = Names.key(name);
        Optional<StageData> named = pipeline.stages().stream()
                .filter(stage -> Names.key(stage.name()).equals(key))
                .findFirst();
        StageType type = typeOf(name);
        return named.isPresent() || type == StageType.open ? named : Optional.of(pipeline.only(type));
    }
}
