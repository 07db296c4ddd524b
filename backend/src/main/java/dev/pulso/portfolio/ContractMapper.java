package dev.pulso.portfolio;

import dev.pulso.api.model.Contract;
import dev.pulso.api.model.ContractCreate;
import dev.pulso.api.model.ContractPage;
import dev.pulso.api.model.ContractStatusInitial;
import dev.pulso.api.model.ContractSummary;
import dev.pulso.api.model.WonContract;
import dev.pulso.edge.web.ApiMapping;
import dev.pulso.edge.web.RemovedMapper;
import dev.pulso.kernel.Money;
import dev.pulso.kernel.MonthlyAmount;
import dev.pulso.store.data.External;
import dev.pulso.store.data.Page;
import org.mapstruct.EnumMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;

/** Contracts at the edge of the API; also for answers of other modules that contain contracts. */
@Mapper(config = ApiMapping.class)
public interface ContractMapper {
    /** Made at compile time. */
    ContractMapper CONTRACTS = new ContractMapperImpl();

    @Mapping(target = ".", source = "contract")
    @Mapping(target = "externalSource", source = "contract.external.source")
    @Mapping(target = "externalId", source = "contract.external.id")
    @Mapping(target = "metadata", source = "contract.external.metadata")
    @Mapping(target = "mrrCents", source = "contract", qualifiedByName = "mrr")
    @Mapping(target = "marginCents", source = "contract", qualifiedByName = "margin")
    Contract toApi(ContractDetail detail);

    @Mapping(target = "externalSource", source = "external.source")
    @Mapping(target = "externalId", source = "external.id")
    @Mapping(target = "metadata", source = "external.metadata")
    @Mapping(target = "mrrCents", source = "contract", qualifiedByName = "mrr")
    @Mapping(target = "marginCents", source = "contract", qualifiedByName = "margin")
    ContractSummary toApi(ContractData contract);

    /** A page of a list. */
    default ContractPage toApi(Page<ContractData> page) {
        return new ContractPage()
                .data(page.data().stream().map(this::toApi).toList())
                .nextCursor(page.nextCursor())
                .removed(RemovedMapper.toApi(page.removed()));
    }

    @Mapping(target = "external", source = "body")
    @Mapping(target = "status", source = "body.status", defaultValue = "active")
    @Mapping(target = "costCents", source = "body.costCents", defaultValue = "0L")
    NewContract toNew(ContractCreate body);

    @Mapping(target = "external", source = "body")
    @Mapping(target = "status", source = "body.status", defaultValue = "active")
    @Mapping(target = "costCents", source = "body.costCents", defaultValue = "0L")
    NewContract toNew(WonContract body);

    default External external(ContractCreate body) {
        return External.of(body.getExternalSource(), body.getExternalId(), body.getMetadata());
    }

    default External external(WonContract body) {
        return External.of(body.getExternalSource(), body.getExternalId(), body.getMetadata());
    }

    /** What it brings in a month. */
    @Named("mrr")
    default long mrrCents(ContractData contract) {
        Money amount = Money.of(contract.amountCents(), contract.currency());
        return MonthlyAmount.of(amount, contract.billingCycle()).rounded().cents();
    }

    /** What is left of a cycle's amount. */
    @Named("margin")
    default long marginCents(ContractData contract) {
        return contract.amountCents() - contract.costCents();
    }

    @EnumMapping(nameTransformationStrategy = "case", configuration = "upper")
    dev.pulso.api.model.ContractStatus toApi(ContractStatus status);

    @EnumMapping(nameTransformationStrategy = "case", configuration = "lower")
    ContractStatus status(ContractStatusInitial status);
}
