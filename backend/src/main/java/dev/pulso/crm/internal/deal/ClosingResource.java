package dev.pulso.crm.internal.deal;

import static dev.pulso.crm.internal.deal.ClosingMapper.CLOSINGS;

import dev.pulso.api.ClosingsApi;
import dev.pulso.api.model.ClosingPage;
import dev.pulso.api.model.ClosingPreview;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Closed sales over HTTP: translates, nothing else. */
@AtMostOnce
class ClosingResource implements ClosingsApi {
    private final ClosingService closings;
    private final SalePreviews previews;
    private final CallerContext context;

    ClosingResource(ClosingService closings, SalePreviews previews, CallerContext context) {
        this.closings = closings;
        this.previews = previews;
        this.context = context;
    }

    @Override
    public Uni<ClosingPreview> getDealClosing(UUID id, UUID customerId, LocalDate startOn, Integer billingDay) {
        return previews.preview(context.caller(), id, customerId, startOn, billingDay)
                .map(preview -> CLOSINGS.toApi(preview, context.caller()));
    }

    @Override
    public Uni<ClosingPage> listClosings(
            UUID dealId, UUID customerId, String sort, Integer limit, String cursor, Instant updatedSince) {
        return closings.list(
                        context.caller(),
                        new ClosingQueries.Filter(dealId, customerId),
                        context.page(limit, sort, cursor, updatedSince))
                .map(CLOSINGS::toApi);
    }

    @Override
    public Uni<dev.pulso.api.model.Closing> getClosing(UUID id) {
        return closings.get(context.caller(), id).map(CLOSINGS::toApi);
    }

    @Override
    public Uni<dev.pulso.api.model.Closing> releaseClosing(UUID id) {
        return closings.release(context.caller(), id, context.expectedVersion()).map(CLOSINGS::toApi);
    }
}
