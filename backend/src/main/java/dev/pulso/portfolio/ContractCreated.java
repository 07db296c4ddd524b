package dev.pulso.portfolio;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fact {@code contract.created}. Amount and cost are cents per cycle. */
@RegisterForReflection
public record ContractCreated(
        UUID contractId,
        UUID customerId,
        @Nullable UUID dealId,
        String serviceType,
        String billingCycle,
        long amountCents,
        long costCents,
        String currency,
        ContractStatus status,
        LocalDate startOn) {
    public static final String TYPE = "contract.created";

    public static ContractCreated of(ContractData contract) {
        return new ContractCreated(
                contract.id(),
                contract.customerId(),
                contract.dealId(),
                contract.serviceType(),
                contract.billingCycle().code(),
                contract.amountCents(),
                contract.costCents(),
                contract.currency(),
                contract.status(),
                contract.startOn());
    }
}
