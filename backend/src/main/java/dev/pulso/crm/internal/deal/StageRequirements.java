package dev.pulso.crm.internal.deal;

import dev.pulso.crm.internal.deal.StageOrder.LockedStage;
import dev.pulso.crm.internal.pipeline.StageField;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.kernel.Violation;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a stage requires of a deal that comes into it. One that is there already stays, whatever was required since. */
@ApplicationScoped
class StageRequirements {
    private final LineQueries lines;

    StageRequirements(LineQueries lines) {
        this.lines = lines;
    }

    /** 422 that names all that the deal lacks. */
    Uni<Void> require(Caller caller, LockedStage stage, Deal deal) {
        if (stage.required().isEmpty() || stage.id().equals(deal.stageId())) {
            return Uni.createFrom().voidItem();
        }
        if (!stage.required().contains(StageField.lines)) {
            requireFields(stage, lacking(stage.required(), deal));
            return Uni.createFrom().voidItem();
        }
        return lines.totals(caller, deal.id())
                .invoke(totals -> {
                    List<StageField> lacking = lacking(stage.required(), deal);
                    if (totals.lines() == 0) {
                        lacking.add(StageField.lines);
                    }
                    requireFields(stage, lacking);
                })
                .replaceWithVoid();
    }

    /** The same of a new deal, which has no lines yet. */
    static void requireOfNew(LockedStage stage, Deal deal) {
        requireFields(stage, lacking(stage.required(), deal));
    }

    private static List<StageField> lacking(Set<StageField> required, Deal deal) {
        List<StageField> lacking = new ArrayList<>();
        for (StageField field : StageField.values()) {
            if (required.contains(field) && field != StageField.lines && !deal.has(field)) {
                lacking.add(field);
            }
        }
        return lacking;
    }

    private static void requireFields(LockedStage stage, List<StageField> lacking) {
        if (!lacking.isEmpty()) {
            throw Problem.of(
                    ProblemType.FIELDS_REQUIRED,
                    "The stage \"" + stage.name() + "\" requires more of a deal.",
                    lacking.stream()
                            .map(field -> new Violation(field.field(), "is required in this stage", "required"))
                            .toList());
        }
    }
}
