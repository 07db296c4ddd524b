package dev.pulso.crm.internal.deal;

import dev.pulso.kernel.Records;
import dev.pulso.store.data.External;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deal to create.
 *
 * @param currency ISO 4217; the tenant's when null
 * @param pipelineId the default pipeline when null
 * @param stageId an open stage; the first one of the pipeline when null
 * @param leadId the lead it comes from, if any
 */
@RegisterForReflection
public record NewDeal(
        String title,
        long amountCents,
        @Nullable String currency,
        @Nullable UUID pipelineId,
        @Nullable UUID stageId,
        @Nullable UUID companyId,
        @Nullable UUID contactId,
        @Nullable UUID ownerId,
        @Nullable LocalDate expectedCloseOn,
        @Nullable UUID leadId,
        @Nullable Map<String, Object> custom,
        External external) {

    /** With what stands in the fields of the company. */
    public NewDeal custom(Map<String, Object> values) {
        return Records.with(this, "custom", values);
    }

    /** Nothing more is known. */
    public static NewDeal titled(String title, long amountCents) {
        return Records.of(NewDeal.class, Map.of("title", title, "amountCents", amountCents, "external", External.NONE));
    }

    public NewDeal pipelineId(@Nullable UUID value) {
        return Records.with(this, "pipelineId", value);
    }

    public NewDeal companyId(@Nullable UUID value) {
        return Records.with(this, "companyId", value);
    }

    public NewDeal contactId(@Nullable UUID value) {
        return Records.with(this, "contactId", value);
    }

    public NewDeal ownerId(@Nullable UUID value) {
        return Records.with(this, "ownerId", value);
    }

    public NewDeal leadId(@Nullable UUID value) {
        return Records.with(this, "leadId", value);
    }
}
