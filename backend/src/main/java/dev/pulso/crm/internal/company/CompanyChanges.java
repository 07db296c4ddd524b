package dev.pulso.crm.internal.company;

import dev.pulso.kernel.Change;
import dev.pulso.kernel.Records;
import dev.pulso.store.data.ExternalChanges;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;

/** What an edit changes; a field that is not given stays. */
@RegisterForReflection
record CompanyChanges(
        Change<String> name,
        Change<String> taxId,
        Change<String> domain,
        Change<String> industry,
        Change<String> size,
        Change<String> website,
        Change<String> phone,
        Change<String> notes,
        Change<Map<String, Object>> custom,
        ExternalChanges external) {

    CompanyChanges custom(Change<Map<String, Object>> checked) {
        return Records.with(this, "custom", checked);
    }
}
