package dev.pulso.portfolio.internal.contract;

import dev.pulso.api.model.ContractPage;
import dev.pulso.api.model.ContractPatch;
import dev.pulso.edge.web.PatchBody;
import dev.pulso.edge.web.RemovedMapper;
import dev.pulso.kernel.BillingCycle;
import dev.pulso.portfolio.ContractData;
import dev.pulso.portfolio.ContractMapper;
import dev.pulso.store.data.External;
import dev.pulso.store.data.Page;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What only the contracts' own operations need of the API edge; the rest is in {@link ContractMapper}. */
final class ContractApiMapper {
    private ContractApiMapper() {}

    static ContractQueries.Filter toFilter(
            @Nullable UUID customerId,
            @Nullable String serviceType,
            @Nullable UUID dealId,
            @Nullable LocalDate countingOn,
            @Nullable LocalDate endingFrom,
            @Nullable LocalDate endingTo,
            @Nullable LocalDate reviewTo,
            External.Key key,
            @Nullable String query) {
        return new ContractQueries.Filter(
                customerId, serviceType, dealId, countingOn, endingFrom, endingTo, reviewTo, key, query);
    }

    static ContractPage toApi(Page<ContractData> page) {
        return new ContractPage()
                .data(page.data().stream().map(ContractMapper::toApi).toList())
                .nextCursor(page.nextCursor())
                .removed(RemovedMapper.toApi(page.removed()));
    }

    static ContractChanges toChanges(ContractPatch body, PatchBody patch) {
        return new ContractChanges(
                patch.change("service_type", body.getServiceType()),
                patch.change("title", body.getTitle()),
                patch.change("description", body.getDescription()),
                patch.change("billing_cycle", cycle(body.getBillingCycle())),
                patch.change("amount_cents", body.getAmountCents()),
                patch.change("cost_cents", body.getCostCents()),
                patch.change("currency", body.getCurrency()),
                patch.change("start_on", body.getStartOn()),
                patch.change("end_on", body.getEndOn()),
                patch.change("next_review_on", body.getNextReviewOn()),
                patch.change("term_months", body.getTermMonths()),
                patch.change("billing_day", body.getBillingDay()),
                patch.change("reference_type", body.getReferenceType()),
                patch.change("reference_id", body.getReferenceId()),
                patch.external(body.getExternalSource(), body.getExternalId(), body.getMetadata()),
                patch.change("internal_notes", body.getInternalNotes()));
    }

    private static @Nullable BillingCycle cycle(dev.pulso.api.model.@Nullable BillingCycle cycle) {
        return cycle == null ? null : BillingCycle.of(cycle.value());
    }
}
