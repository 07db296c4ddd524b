package dev.pulso.crm.internal.company;

import dev.pulso.store.data.Custom;
import dev.pulso.store.data.External;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An organisation on the sales side. {@code taxId} is a CNPJ without mask, {@code phone} in E.164. */
@RegisterForReflection
public record CompanyData(
        UUID id,
        String name,
        @Nullable String taxId,
        @Nullable String domain,
        @Nullable String industry,
        @Nullable String size,
        @Nullable String website,
        @Nullable String phone,
        Custom custom,
        External external,
        Instant createdAt,
        Instant updatedAt,
        int version) {}
