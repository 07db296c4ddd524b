package dev.pulso.crm.internal.deal;

import dev.pulso.api.model.Deal;
import dev.pulso.api.model.DealCreate;
import dev.pulso.api.model.DealMove;
import dev.pulso.api.model.DealPage;
import dev.pulso.api.model.DealPatch;
import dev.pulso.api.model.DealSummary;
import dev.pulso.api.model.DealWin;
import dev.pulso.api.model.WonDeal;
import dev.pulso.customers.CustomerMapper;
import dev.pulso.edge.web.PatchBody;
import dev.pulso.edge.web.RemovedMapper;
import dev.pulso.portfolio.ContractMapper;
import dev.pulso.store.data.External;
import dev.pulso.store.data.Page;
import dev.pulso.store.tenancy.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deals at the edge of the API; also for the board and for the answer to a converted lead. */
public final class DealMapper {
    private DealMapper() {}

    public static Deal toApi(DealDetail detail) {
        Deal api = fill(new Deal(), detail.deal());
        api.setLostReason(detail.lostReason());
        return api;
    }

    public static DealSummary toApi(DealData deal) {
        return fill(new DealSummary(), deal);
    }

    private static <T extends DealSummary> T fill(T api, DealData deal) {
        api.id(deal.id())
                .title(deal.title())
                .amountCents(deal.amountCents())
                .currency(deal.currency())
                .pipelineId(deal.pipelineId())
                .stageId(deal.stageId())
                .position(deal.position())
                .companyId(deal.companyId())
                .companyName(deal.companyName())
                .contactId(deal.contactId())
                .contactName(deal.contactName())
                .ownerId(deal.ownerId())
                .ownerName(deal.ownerName())
                .expectedCloseOn(deal.expectedCloseOn())
                .status(dev.pulso.api.model.DealStatus.fromString(deal.status().name()))
                .closedOn(deal.closedOn())
                .leadId(deal.leadId())
                .customerId(deal.customerId())
                .stageEnteredAt(deal.stageEnteredAt())
                .externalSource(deal.external().source())
                .externalId(deal.external().id())
                .metadata(deal.external().metadata())
                .createdAt(deal.createdAt())
                .updatedAt(deal.updatedAt())
                .version(deal.version());
        return api;
    }

    static DealPage toApi(Page<DealData> page) {
        return new DealPage()
                .data(page.data().stream().map(DealMapper::toApi).toList())
                .nextCursor(page.nextCursor())
                .removed(RemovedMapper.toApi(page.removed()));
    }

    /** Who wins a deal sees of what came of it what they may see anyway. */
    static WonDeal toApi(DealClosing.Won won, Caller caller) {
        boolean seesCustomers = caller.may("customers.customers:read");
        boolean seesContracts = caller.may("portfolio.contracts:read");
        return new WonDeal()
                .deal(toApi(won.deal()))
                .customer(
                        won.customer() == null || !seesCustomers
                                ? null
                                : CustomerMapper.CUSTOMERS.toApi(won.customer()))
                .contracts(
                        seesContracts
                                ? won.contracts().stream()
                                        .map(ContractMapper::toApi)
                                        .toList()
                                : List.of());
    }

    static @Nullable DealStatus toStatus(dev.pulso.api.model.@Nullable DealStatus status) {
        return status == null ? null : DealStatus.valueOf(status.value());
    }

    static NewDeal toNew(DealCreate body) {
        return new NewDeal(
                body.getTitle(),
                body.getAmountCents() == null ? 0 : body.getAmountCents(),
                body.getCurrency(),
                body.getPipelineId(),
                body.getStageId(),
                body.getCompanyId(),
                body.getContactId(),
                body.getOwnerId(),
                body.getExpectedCloseOn(),
                null,
                External.of(body.getExternalSource(), body.getExternalId(), body.getMetadata()));
    }

    static DealChanges toChanges(DealPatch body, PatchBody patch) {
        return new DealChanges(
                patch.change("title", body.getTitle()),
                patch.change("amount_cents", body.getAmountCents()),
                patch.change("currency", body.getCurrency()),
                patch.change("company_id", body.getCompanyId()),
                patch.change("contact_id", body.getContactId()),
                patch.change("owner_id", body.getOwnerId()),
                patch.change("expected_close_on", body.getExpectedCloseOn()),
                patch.external(body.getExternalSource(), body.getExternalId(), body.getMetadata()));
    }

    static DealMoves.Drop toDrop(DealMove body) {
        return new DealMoves.Drop(body.getStageId(), body.getAfterId(), body.getBeforeId());
    }

    static Winning toWinning(DealWin body) {
        return new Winning(
                body.getWonOn(),
                body.getCustomerId(),
                body.getCustomer() == null ? null : CustomerMapper.CUSTOMERS.toNew(body.getCustomer(), null),
                body.getContracts() == null
                        ? List.of()
                        : body.getContracts().stream()
                                .map(ContractMapper::toNew)
                                .toList());
    }
}
