package dev.pulso.crm.internal.contact;

import dev.pulso.kernel.Change;
import dev.pulso.kernel.Records;
import dev.pulso.store.data.ExternalChanges;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import java.util.UUID;

/** What an edit changes; a field that is not given stays. */
@RegisterForReflection
record ContactChanges(
        Change<String> name,
        Change<String> email,
        Change<String> phone,
        Change<String> position,
        Change<UUID> companyId,
        Change<Boolean> isPrimary,
        Change<String> notes,
        Change<Map<String, Object>> custom,
        ExternalChanges external) {

    ContactChanges custom(Change<Map<String, Object>> checked) {
        return Records.with(this, "custom", checked);
    }
}
