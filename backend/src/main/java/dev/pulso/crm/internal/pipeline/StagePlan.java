package dev.pulso.crm.internal.pipeline;

import dev.pulso.kernel.Problem;
import dev.pulso.kernel.Violation;
import dev.pulso.store.tenancy.Caller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What a new list of stages does to the present one: some stay, some are added, some go. */
final class StagePlan {
    private final List<Stage> added = new ArrayList<>();
    private final List<Stage> removed;
    private final Map<Integer, Stage> kept = new HashMap<>();
    private final List<StageDraft> drafts;

    StagePlan(Caller caller, UUID pipelineId, List<Stage> present, List<StageDraft> drafts) {
        StageDraft.requireComplete(drafts);
        this.drafts = drafts;
        Map<UUID, Stage> byId = new HashMap<>();
        present.forEach(stage -> byId.put(stage.id(), stage));
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            StageDraft draft = drafts.get(i);
            if (draft.id() == null) {
                added.add(new Stage(caller, pipelineId, i, draft));
                continue;
            }
            Stage stage = byId.remove(draft.id());
            if (stage == null) {
                violations.add(new Violation("stages[" + i + "].id", "is no stage of this pipeline", "not_found"));
            } else {
                kept.put(i, stage);
            }
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations.toArray(Violation[]::new));
        }
        removed = present.stream().filter(stage -> byId.containsKey(stage.id())).toList();
    }

    /** Stages that must have no deals: those that go, and those that mean something else from now on. */
    List<Stage> mustBeEmpty() {
        List<Stage> stages = new ArrayList<>(removed);
        kept.forEach((i, stage) -> {
            if (stage.type() != drafts.get(i).type()) {
                stages.add(stage);
            }
        });
        return stages;
    }

    /** Edits those that stay; the caller stores {@link #added()} and deletes {@link #removed()}. */
    void apply() {
        kept.forEach((i, stage) -> stage.edit(i, drafts.get(i)));
    }

    /** 400 for deals of a stage that stays, and for one that they cannot go to: it must stay, and both be open. */
    void requireMergeable(List<StageMerge> merges) {
        List<Violation> violations = new ArrayList<>();
        Set<UUID> emptied = new HashSet<>();
        for (int i = 0; i < merges.size(); i++) {
            StageMerge merge = merges.get(i);
            if (!emptied.add(merge.from())) {
                violations.add(new Violation("merges[" + i + "].from_stage_id", "occurs twice", "duplicate"));
            }
            if (removed.stream().noneMatch(stage -> isOpen(stage, merge.from()))) {
                violations.add(
                        new Violation("merges[" + i + "].from_stage_id", "must be an open stage that goes", "open"));
            }
            if (kept.entrySet().stream()
                    .noneMatch(stage -> isOpen(stage.getValue(), merge.to())
                            && drafts.get(stage.getKey()).type() == StageType.open)) {
                violations.add(
                        new Violation("merges[" + i + "].to_stage_id", "must be an open stage that stays", "open"));
            }
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations.toArray(Violation[]::new));
        }
    }

    private static boolean isOpen(Stage stage, UUID id) {
        return stage.id().equals(id) && stage.type() == StageType.open;
    }

    List<Stage> added() {
        return added;
    }

    List<Stage> removed() {
        return removed;
    }
}
