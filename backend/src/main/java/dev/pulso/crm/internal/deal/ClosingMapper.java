package dev.pulso.crm.internal.deal;

import dev.pulso.api.model.Buyer;
import dev.pulso.api.model.ClosingGap;
import dev.pulso.api.model.ClosingPage;
import dev.pulso.api.model.ClosingPreview;
import dev.pulso.api.model.PlannedContract;
import dev.pulso.api.model.PlannedInvoice;
import dev.pulso.api.model.SaleClosing;
import dev.pulso.edge.web.ApiMapping;
import dev.pulso.kernel.BillingCycle;
import dev.pulso.store.data.Page;
import dev.pulso.store.tenancy.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mapstruct.EnumMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Closed sales at the edge of the API. */
@Mapper(config = ApiMapping.class)
public interface ClosingMapper {
    /** Made at compile time. */
    ClosingMapper CLOSINGS = new ClosingMapperImpl();

    dev.pulso.api.model.Closing toApi(ClosingData closing);

    /** A page of a list. */
    default ClosingPage toApi(Page<ClosingData> page) {
        return new ClosingPage()
                .data(page.data().stream().map(this::toApi).toList())
                .nextCursor(page.nextCursor());
    }

    @Mapping(target = "issuesInvoice", source = "issuesInvoice", defaultValue = "false")
    @Mapping(target = "again", source = "again", defaultValue = "false")
    Sale toSale(SaleClosing body);

    /** Who it is for is told to who may see that anyway. */
    default ClosingPreview toApi(SalePreviews.Preview preview, Caller caller) {
        return new ClosingPreview()
                .dealVersion(preview.deal().version())
                .currency(preview.deal().currency())
                .buyer(buyer(preview.buyer(), caller))
                .contracts(preview.contracts().stream().map(this::toApi).toList())
                .invoice(preview.invoice() == null ? null : toApi(preview.invoice()))
                .oneOffCents(preview.deal().oneOffCents())
                .mrrCents(preview.deal().mrrCents())
                .costCents(preview.costCents())
                .firstYearCents(preview.deal().firstYearCents())
                .firstDueOn(preview.firstDueOn())
                .waits(preview.waits())
                .gaps(preview.gaps().stream().map(this::toApi).toList())
                .closing(preview.closing() == null ? null : toApi(preview.closing()));
    }

    PlannedContract toApi(SalePreviews.PlannedContract contract);

    PlannedInvoice toApi(SalePreviews.PlannedInvoice invoice);

    ClosingGap toApi(SalePreviews.Gap gap);

    @EnumMapping(nameTransformationStrategy = "case", configuration = "upper")
    dev.pulso.api.model.ClosingStatus toApi(ClosingStatus status);

    dev.pulso.api.model.BuyerMatch toApi(BuyerMatch match);

    dev.pulso.api.model.BillingCycle toApi(BillingCycle cycle);

    default @Nullable UUID id(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }

    private Buyer buyer(DealCustomers.Buyer buyer, Caller caller) {
        Buyer told = new Buyer().match(toApi(buyer.match()));
        if (buyer.known() != null && caller.may("customers.customers:read")) {
            told.customerId(buyer.known().customer().id())
                    .name(buyer.known().customer().name())
                    .taxId(buyer.known().customer().taxId())
                    .email(buyer.known().customer().email());
        }
        if (buyer.fresh() != null && caller.may("crm.companies:read") && caller.may("crm.contacts:read")) {
            told.name(buyer.fresh().name())
                    .taxId(buyer.fresh().taxId())
                    .email(buyer.fresh().email());
        }
        return told;
    }
}
