package dev.pulso.portfolio.internal.summary;

import dev.pulso.kernel.BillingCycle;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/** The recurring portfolio on a day. Every figure is rounded once, from exact sums. */
record Summary(
        LocalDate asOf,
        Currency currency,
        Figures total,
        long arrCents,
        long customers,
        List<OfServiceType> byServiceType,
        List<OfCycle> byCycle) {

    /** Cents per month. */
    record Figures(long contracts, long mrrCents, long costCents, long marginCents) {}

    record OfServiceType(String serviceType, Figures figures) {}

    /** {@code amountCents}: what falls due in one cycle, not in one month. */
    record OfCycle(BillingCycle billingCycle, long amountCents, Figures figures) {}
}
