package dev.pulso.crm.internal.lead;

import dev.pulso.kernel.Change;
import dev.pulso.store.data.ExternalChanges;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;

/** What an edit changes; a field that is not given stays. */
@RegisterForReflection
record LeadChanges(
        Change<String> name,
        Change<String> email,
        Change<String> phone,
        Change<String> companyName,
        Change<String> source,
        Change<LeadStage> stage,
        Change<List<String>> tags,
        Change<UUID> ownerId,
        Change<Integer> bantScore,
        Change<String> notes,
        ExternalChanges external) {}
