package dev.pulso.crm.internal.deal;

import dev.pulso.kernel.Change;
import dev.pulso.kernel.Records;
import dev.pulso.store.data.ExternalChanges;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** What an edit changes; a field that is not given stays. */
@RegisterForReflection
record DealChanges(
        Change<String> title,
        Change<Long> amountCents,
        Change<AmountSource> amountSource,
        Change<String> currency,
        Change<UUID> companyId,
        Change<UUID> contactId,
        Change<UUID> ownerId,
        Change<LocalDate> expectedCloseOn,
        Change<Map<String, Object>> custom,
        ExternalChanges external) {

    DealChanges custom(Change<Map<String, Object>> checked) {
        return Records.with(this, "custom", checked);
    }
}
