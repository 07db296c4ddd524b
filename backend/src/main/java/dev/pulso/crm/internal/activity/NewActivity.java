package dev.pulso.crm.internal.activity;

import dev.pulso.kernel.Records;
import dev.pulso.store.data.External;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An activity to create; with {@code completedAt} something that was done. */
@RegisterForReflection
record NewActivity(
        ActivityType type,
        String subject,
        @Nullable String description,
        @Nullable LocalDate dueOn,
        @Nullable Instant dueAt,
        @Nullable Integer durationMinutes,
        @Nullable Integer reminderMinutes,
        @Nullable String repeats,
        @Nullable Set<UUID> mentionedIds,
        @Nullable Instant completedAt,
        @Nullable String outcome,
        @Nullable UUID ownerId,
        @Nullable UUID leadId,
        @Nullable UUID dealId,
        @Nullable UUID companyId,
        @Nullable UUID contactId,
        @Nullable UUID customerId,
        @Nullable UUID contractId,
        External external) {

    NewActivity ownedBy(@Nullable UUID owner) {
        return Records.with(this, "ownerId", owner);
    }

    /** About whatever it does not say itself: the step after another. */
    NewActivity after(Activity before) {
        NewActivity next = ownedBy(ownerId == null ? before.ownerId() : ownerId);
        if (isAboutSomething()) {
            return next;
        }
        next = Records.with(next, "leadId", before.leadId());
        next = Records.with(next, "dealId", before.dealId());
        next = Records.with(next, "companyId", before.companyId());
        next = Records.with(next, "contactId", before.contactId());
        next = Records.with(next, "customerId", before.customerId());
        return Records.with(next, "contractId", before.contractId());
    }

    private boolean isAboutSomething() {
        return leadId != null
                || dealId != null
                || companyId != null
                || contactId != null
                || customerId != null
                || contractId != null;
    }
}
