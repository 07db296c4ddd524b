package dev.pulso.billing.internal.run;

import dev.pulso.billing.ItemKind;
import dev.pulso.customers.CustomerData;
import dev.pulso.kernel.BillingPeriod;
import dev.pulso.kernel.BillingPeriods;
import dev.pulso.kernel.Ids;
import dev.pulso.portfolio.BillableContract;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invoice the run is about to insert: one contract, one period, one item. */
record RunDraft(
        UUID id,
        UUID itemId,
        UUID contractId,
        UUID customerId,
        String customerName,
        @Nullable String customerTaxId,
        BillingPeriod period,
        String currency,
        long totalCents,
        LocalDate dueOn,
        String description,
        ItemKind kind) {

    /** Due by the contract's billing day or after the tenant's usual days, but never before the day of the run. */
    static RunDraft of(
            BillableContract contract, CustomerData customer, BillingPeriod period, LocalDate on, int dueDays) {
        LocalDate dueOn = BillingPeriods.dueOn(period.start(), contract.billingDay(), dueDays);
        return new RunDraft(
                Ids.next(),
                Ids.next(),
                contract.id(),
                customer.id(),
                customer.name(),
                customer.taxId(),
                period,
                contract.amount().currencyCode(),
                contract.amount().cents(),
                dueOn.isBefore(on) ? on : dueOn,
                PeriodItem.description(contract.title(), period),
                PeriodItem.kind(contract.serviceType()));
    }
}
