package dev.pulso.crm.internal.lead;

import dev.pulso.kernel.Change;
import dev.pulso.kernel.Records;
import dev.pulso.store.data.ExternalChanges;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What an edit changes; a field that is not given stays. */
@RegisterForReflection
record LeadChanges(
        Change<String> name,
        Change<String> email,
        Change<String> phone,
        Change<String> companyName,
        Change<String> source,
        Change<Map<String, String>> sourceDetails,
        Change<String> companySize,
        Change<LeadStage> stage,
        Change<List<String>> tags,
        Change<UUID> ownerId,
        Change<Integer> bantScore,
        Change<String> bantBudget,
        Change<String> bantAuthority,
        Change<String> bantNeed,
        Change<String> bantTimeline,
        Change<String> notes,
        Change<Map<String, Object>> custom,
        ExternalChanges external) {

    LeadChanges custom(Change<Map<String, Object>> checked) {
        return Records.with(this, "custom", checked);
    }

    /** Whether the score may come out otherwise. */
    boolean scores() {
        return answers() || bantScore.given() || companySize.given();
    }

    /** Whether one of the four answers changes. */
    boolean answers() {
        return bantBudget.given() || bantAuthority.given() || bantNeed.given() || bantTimeline.given();
    }
}
