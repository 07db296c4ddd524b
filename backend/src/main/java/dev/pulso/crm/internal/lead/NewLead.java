package dev.pulso.crm.internal.lead;

import dev.pulso.store.data.External;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A lead to create. */
record NewLead(
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String companyName,
        @Nullable String source,
        LeadStage stage,
        List<String> tags,
        @Nullable UUID ownerId,
        int bantScore,
        @Nullable String notes,
        External external) {

    NewLead ownedBy(@Nullable UUID owner) {
        return new NewLead(name, email, phone, companyName, source, stage, tags, owner, bantScore, notes, external);
    }
}
