package dev.pulso.crm.internal.lead;

import dev.pulso.kernel.Records;
import dev.pulso.store.data.External;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A lead to create. */
@RegisterForReflection
record NewLead(
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String companyName,
        @Nullable String source,
        @Nullable Map<String, String> sourceDetails,
        @Nullable String companySize,
        LeadStage stage,
        List<String> tags,
        @Nullable UUID ownerId,
        @Nullable Integer bantScore,
        @Nullable String bantBudget,
        @Nullable String bantAuthority,
        @Nullable String bantNeed,
        @Nullable String bantTimeline,
        @Nullable String notes,
        @Nullable Map<String, Object> custom,
        External external) {

    /** With what stands in the fields of the company. */
    NewLead custom(Map<String, Object> values) {
        return Records.with(this, "custom", values);
    }

    NewLead ownedBy(@Nullable UUID owner) {
        return Records.with(this, "ownerId", owner);
    }
}
