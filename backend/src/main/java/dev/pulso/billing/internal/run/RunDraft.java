package dev.pulso.billing.internal.run;

import dev.pulso.billing.ItemKind;
import dev.pulso.customers.CustomerData;
import dev.pulso.kernel.BillingPeriod;
import dev.pulso.kernel.BillingPeriods;
import dev.pulso.kernel.Ids;
import dev.pulso.kernel.Money;
import dev.pulso.portfolio.BillableContract;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invoice the run is about to insert: one contract, one period, one item.
 *
 * @param countedFrom the day whose day of the month the contract's periods keep
 */
record RunDraft(
        UUID id,
        UUID itemId,
        UUID contractId,
        UUID customerId,
        String customerName,
        @Nullable String customerTaxId,
        BillingPeriod period,
        LocalDate countedFrom,
        String currency,
        long totalCents,
        LocalDate dueOn,
        String description,
        ItemKind kind) {

    /** What the one item costs, in units of the currency. */
    String unitPrice() {
        return Money.of(totalCents, currency).toDecimal().toPlainString();
    }

    /**
     * Due by the contract's billing day or after the tenant's usual days, but never before it is there.
     *
     * @param periods what the period is one of
     */
    static RunDraft of(
            BillableContract contract,
            CustomerData customer,
            BillingPeriods periods,
            BillingPeriod period,
            LocalDate today,
            int dueDays) {
        LocalDate dueOn = periods.dueOn(period.start(), contract.billingDay(), dueDays);
        return new RunDraft(
                Ids.next(),
                Ids.next(),
                contract.id(),
                customer.id(),
                customer.name(),
                customer.taxId(),
                period,
                periods.startOn(),
                contract.amount().currencyCode(),
                contract.amount().cents(),
                dueOn.isBefore(today) ? today : dueOn,
                PeriodItem.description(contract.title(), period),
                PeriodItem.kind(contract.serviceType()));
    }
}
