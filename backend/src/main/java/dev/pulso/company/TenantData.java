package dev.pulso.company;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tenant and its settings. {@code invoiceDueDays}: days from the start of a period to its due date. {@code sandbox}: it only tries things out. */
public record TenantData(
        UUID id,
        String slug,
        String name,
        @Nullable String taxId,
        String locale,
        ZoneId timeZone,
        String currency,
        int invoiceDueDays,
        @Nullable String pixKey,
        @Nullable String pixMerchantName,
        @Nullable String pixCity,
        @Nullable String accentColor,
        @Nullable String logoHash,
        List<String> allowedOrigins,
        boolean sandbox,
        Instant createdAt,
        Instant updatedAt,
        int version) {}
