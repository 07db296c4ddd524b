package dev.pulso.crm.internal.activity;

import dev.pulso.kernel.Change;
import dev.pulso.store.data.ExternalChanges;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** What an edit changes; a field that is not given stays. */
@RegisterForReflection
record ActivityChanges(
        Change<ActivityType> type,
        Change<String> subject,
        Change<String> description,
        Change<LocalDate> dueOn,
        Change<Instant> dueAt,
        Change<Integer> durationMinutes,
        Change<Integer> reminderMinutes,
        Change<String> repeats,
        Change<Set<UUID>> mentionedIds,
        Change<String> outcome,
        Change<UUID> ownerId,
        Change<UUID> leadId,
        Change<UUID> dealId,
        Change<UUID> companyId,
        Change<UUID> contactId,
        Change<UUID> customerId,
        Change<UUID> contractId,
        ExternalChanges external) {

    /** It may be another moment at which its owner is reminded. */
    boolean remindsOtherwise() {
        return dueAt.given() || dueOn.given() || reminderMinutes.given() || ownerId.given();
    }
}
