package dev.pulso.crm.internal.deal;

import dev.pulso.api.model.Deal;
import dev.pulso.api.model.DealCreate;
import dev.pulso.api.model.DealMove;
import dev.pulso.api.model.DealPage;
import dev.pulso.api.model.DealSummary;
import dev.pulso.api.model.DealWin;
import dev.pulso.api.model.StageStayList;
import dev.pulso.api.model.WonDeal;
import dev.pulso.customers.CustomerMapper;
import dev.pulso.edge.web.ApiMapping;
import dev.pulso.edge.web.RemovedMapper;
import dev.pulso.portfolio.ContractMapper;
import dev.pulso.store.data.External;
import dev.pulso.store.data.Page;
import dev.pulso.store.tenancy.Caller;
import java.util.List;
import org.mapstruct.EnumMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Deals at the edge of the API; also for the board and for the answer to a converted lead. */
@Mapper(config = ApiMapping.class)
public interface DealMapper {
    /** Made at compile time. */
    DealMapper DEALS = new DealMapperImpl();

    @Mapping(target = ".", source = "deal")
    @Mapping(target = "externalSource", source = "deal.external.source")
    @Mapping(target = "externalId", source = "deal.external.id")
    @Mapping(target = "metadata", source = "deal.external.metadata")
    @Mapping(target = "custom", source = "deal.custom.values")
    Deal toApi(DealDetail detail);

    @Mapping(target = "externalSource", source = "external.source")
    @Mapping(target = "externalId", source = "external.id")
    @Mapping(target = "metadata", source = "external.metadata")
    @Mapping(target = "custom", source = "custom.values")
    DealSummary toApi(DealData deal);

    dev.pulso.api.model.StageStay toApi(StageStay stay);

    default StageStayList toStays(List<StageStay> stays) {
        return new StageStayList().data(stays.stream().map(this::toApi).toList());
    }

    default DealPage toApi(Page<DealData> page) {
        return new DealPage()
                .data(page.data().stream().map(this::toApi).toList())
                .nextCursor(page.nextCursor())
                .removed(RemovedMapper.toApi(page.removed()));
    }

    /** Who wins a deal sees of what came of it what they may see anyway. */
    default WonDeal toApi(DealClosing.Won won, Caller caller) {
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
                                        .map(ContractMapper.CONTRACTS::toApi)
                                        .toList()
                                : List.of())
                .closing(won.closing() == null ? null : ClosingMapper.CLOSINGS.toApi(won.closing()));
    }

    @EnumMapping(nameTransformationStrategy = "case", configuration = "upper")
    dev.pulso.api.model.DealStatus toApi(DealStatus status);

    @EnumMapping(nameTransformationStrategy = "case", configuration = "upper")
    dev.pulso.api.model.AmountSource toApi(AmountSource source);

    @Mapping(target = "amountCents", source = "body.amountCents", defaultValue = "0L")
    @Mapping(target = "custom", source = "body.custom", defaultExpression = "java(java.util.Map.of())")
    @Mapping(target = "external", source = "body")
    @Mapping(target = "leadId", ignore = true)
    NewDeal toNew(DealCreate body);

    default External external(DealCreate body) {
        return External.of(body.getExternalSource(), body.getExternalId(), body.getMetadata());
    }

    default DealMoves.Drop toDrop(DealMove body) {
        return new DealMoves.Drop(body.getStageId(), body.getAfterId(), body.getBeforeId());
    }

    default Winning toWinning(DealWin body) {
        return new Winning(
                body.getWonOn(),
                body.getCustomerId(),
                body.getCustomer() == null ? null : CustomerMapper.CUSTOMERS.toNew(body.getCustomer(), null),
                body.getContracts() == null
                        ? List.of()
                        : body.getContracts().stream()
                                .map(ContractMapper.CONTRACTS::toNew)
                                .toList(),
                body.getSale() == null ? null : ClosingMapper.CLOSINGS.toSale(body.getSale()));
    }
}
