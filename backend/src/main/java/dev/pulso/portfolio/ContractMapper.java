package dev.pulso.portfolio;

import dev.pulso.api.model.Contract;
import dev.pulso.api.model.ContractCreate;
import dev.pulso.api.model.ContractSummary;
import dev.pulso.api.model.WonContract;
import dev.pulso.kernel.BillingCycle;
import dev.pulso.kernel.Money;
import dev.pulso.kernel.MonthlyAmount;
import dev.pulso.store.data.External;
import org.jspecify.annotations.Nullable;

/** Contracts at the edge of the API; also for answers of other modules that contain contracts. */
public final class ContractMapper {
    private ContractMapper() {}

    public static Contract toApi(ContractDetail detail) {
        Contract api = fill(new Contract(), detail.contract());
        api.setDescription(detail.description());
        api.setInternalNotes(detail.internalNotes());
        return api;
    }

    public static ContractSummary toApi(ContractData contract) {
        return fill(new ContractSummary(), contract);
    }

    private static <T extends ContractSummary> T fill(T api, ContractData contract) {
        api.id(contract.id())
                .customerId(contract.customerId())
                .customerName(contract.customerName())
                .dealId(contract.dealId())
                .serviceType(contract.serviceType())
                .title(contract.title())
                .billingCycle(dev.pulso.api.model.BillingCycle.fromString(
                        contract.billingCycle().code()))
                .amountCents(contract.amountCents())
                .costCents(contract.costCents())
                .currency(contract.currency())
                .status(dev.pulso.api.model.ContractStatus.fromString(
                        contract.status().name()))
                .startOn(contract.startOn())
                .endOn(contract.endOn())
                .nextReviewOn(contract.nextReviewOn())
                .termMonths(contract.termMonths())
                .billingDay(contract.billingDay())
                .referenceType(contract.referenceType())
                .referenceId(contract.referenceId())
                .externalSource(contract.external().source())
                .externalId(contract.external().id())
                .metadata(contract.external().metadata())
                .mrrCents(mrrCents(contract))
                .marginCents(contract.amountCents() - contract.costCents())
                .createdAt(contract.createdAt())
                .updatedAt(contract.updatedAt())
                .version(contract.version());
        return api;
    }

    public static NewContract toNew(ContractCreate body) {
        return new NewContract(
                body.getServiceType(),
                body.getTitle(),
                body.getDescription(),
                BillingCycle.of(body.getBillingCycle().value()),
                body.getAmountCents(),
                orZero(body.getCostCents()),
                body.getCurrency(),
                status(body.getStatus()),
                body.getStartOn(),
                body.getEndOn(),
                body.getNextReviewOn(),
                body.getTermMonths(),
                body.getBillingDay(),
                body.getReferenceType(),
                body.getReferenceId(),
                External.of(body.getExternalSource(), body.getExternalId(), body.getMetadata()),
                body.getInternalNotes());
    }

    public static NewContract toNew(WonContract body) {
        return new NewContract(
                body.getServiceType(),
                body.getTitle(),
                body.getDescription(),
                BillingCycle.of(body.getBillingCycle().value()),
                body.getAmountCents(),
                orZero(body.getCostCents()),
                body.getCurrency(),
                status(body.getStatus()),
                body.getStartOn(),
                body.getEndOn(),
                body.getNextReviewOn(),
                body.getTermMonths(),
                body.getBillingDay(),
                body.getReferenceType(),
                body.getReferenceId(),
                External.of(body.getExternalSource(), body.getExternalId(), body.getMetadata()),
                body.getInternalNotes());
    }

    private static long mrrCents(ContractData contract) {
        Money amount = Money.of(contract.amountCents(), contract.currency());
        return MonthlyAmount.of(amount, contract.billingCycle()).rounded().cents();
    }

    private static long orZero(@Nullable Long cents) {
        return cents == null ? 0 : cents;
    }

    private static ContractStatus status(dev.pulso.api.model.@Nullable ContractStatusInitial status) {
        return status == null ? ContractStatus.active : ContractStatus.valueOf(status.value());
    }
}
