package dev.pulso.crm.internal.deal;

import dev.pulso.store.data.External;
import java.time.LocalDate;
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
        External external) {

    /** One that no other system knows. */
    public NewDeal(
            String title,
            long amountCents,
            @Nullable String currency,
            @Nullable UUID pipelineId,
            @Nullable UUID stageId,
            @Nullable UUID companyId,
            @Nullable UUID contactId,
            @Nullable UUID ownerId,
            @Nullable LocalDate expectedCloseOn,
            @Nullable UUID leadId) {
        this(
                title,
                amountCents,
                currency,
                pipelineId,
                stageId,
                companyId,
                contactId,
                ownerId,
                expectedCloseOn,
                leadId,
                External.NONE);
    }

    NewDeal ownedBy(@Nullable UUID owner) {
        return new NewDeal(
                title,
                amountCents,
                currency,
                pipelineId,
                stageId,
                companyId,
                contactId,
                owner,
                expectedCloseOn,
                leadId,
                external);
    }
}
