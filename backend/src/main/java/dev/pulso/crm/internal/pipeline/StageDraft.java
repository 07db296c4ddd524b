package dev.pulso.crm.internal.pipeline;

import dev.pulso.kernel.Problem;
import dev.pulso.kernel.Texts;
import dev.pulso.kernel.Violation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stage as a whole new list of stages names it.
 *
 * @param id of a stage that stays; null for a new one
 * @param probability percent; when null, a stage that stays keeps its own, a new one gets what its type says
 * @param rottingDays when null, a stage that stays keeps its own
 * @param requiredFields when null, a stage that stays keeps its own
 */
record StageDraft(
        @Nullable UUID id,
        String name,
        StageType type,
        @Nullable Integer probability,
        @Nullable Integer rottingDays,
        @Nullable Set<StageField> requiredFields) {

    static StageDraft added(String name, StageType type, int probability) {
        return added(name, type, probability, 0);
    }

    static StageDraft added(String name, StageType type, int probability, int rottingDays) {
        return new StageDraft(null, name, type, probability, rottingDays, Set.of());
    }

    /** An open stage without a probability adds nothing to the forecast until somebody says what it is worth. */
    int probabilityOfNew() {
        return probability == null ? (type == StageType.won ? 100 : 0) : probability;
    }

    /** Refuses a list that no deal could travel through: it needs an open stage, and one place to win and one to lose. */
    static void requireComplete(List<StageDraft> stages) {
        List<Violation> violations = new ArrayList<>();
        Map<StageType, Integer> count = new EnumMap<>(StageType.class);
        Set<String> names = new HashSet<>();
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < stages.size(); i++) {
            StageDraft stage = stages.get(i);
            count.merge(stage.type(), 1, Integer::sum);
            if (!names.add(Texts.trim(stage.name()).toLowerCase(Locale.ROOT))) {
                violations.add(new Violation("stages[" + i + "].name", "is the name of another stage", "duplicate"));
            }
            if (stage.id() != null && !ids.add(stage.id())) {
                violations.add(new Violation("stages[" + i + "].id", "occurs twice", "duplicate"));
            }
        }
        if (count.getOrDefault(StageType.open, 0) < 1) {
            violations.add(new Violation("stages", "need at least one of type open", "open_stage"));
        }
        if (count.getOrDefault(StageType.won, 0) != 1) {
            violations.add(new Violation("stages", "need exactly one of type won", "won_stage"));
        }
        if (count.getOrDefault(StageType.lost, 0) != 1) {
            violations.add(new Violation("stages", "need exactly one of type lost", "lost_stage"));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations.toArray(Violation[]::new));
        }
    }
}
