package dev.pulso.crm.internal.lead;

import dev.pulso.store.data.Custom;
import dev.pulso.store.data.External;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who may buy, as lists show it. */
@RegisterForReflection
record LeadData(
        UUID id,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String companyName,
        @Nullable String source,
        Map<String, String> sourceDetails,
        @Nullable String companySize,
        LeadStage stage,
        List<String> tags,
        @Nullable UUID ownerId,
        int bantScore,
        int score,
        @Nullable Integer scoreThreshold,
        @Nullable UUID dealId,
        Custom custom,
        External external,
        Instant createdAt,
        Instant updatedAt,
        int version) {}
