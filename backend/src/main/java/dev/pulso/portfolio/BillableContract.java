package dev.pulso.portfolio;

import dev.pulso.kernel.BillingCycle;
import dev.pulso.kernel.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an invoice run needs to know of a contract.
 *
 * @param amount per cycle
 * @param endOn last day, included
 * @param billingDay day of the month on which invoices fall due, if agreed
 */
public record BillableContract(
        UUID id,
        UUID customerId,
        String serviceType,
        String title,
        BillingCycle billingCycle,
        Money amount,
        LocalDate startOn,
        @Nullable LocalDate endOn,
        @Nullable Integer billingDay) {}
