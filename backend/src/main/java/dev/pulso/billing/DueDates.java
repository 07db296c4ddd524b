package dev.pulso.billing;

import dev.pulso.kernel.BillingCycle;
import dev.pulso.kernel.BillingPeriods;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When invoices fall due, by the rules of the invoice run.
 *
 * @param today of the tenant
 * @param usualDays after which an invoice is due when nothing else was agreed
 */
public record DueDates(LocalDate today, int usualDays) {

    /** Of an invoice that is made today. */
    public LocalDate usual() {
        return today.plusDays(usualDays);
    }

    /** Of the first invoice of a new contract: of the period that the run finds when it comes, and never before it is there. */
    public LocalDate first(LocalDate startOn, BillingCycle cycle, @Nullable Integer billingDay) {
        LocalDate billedOn = startOn.isBefore(today) ? today : startOn;
        BillingPeriods periods = new BillingPeriods(startOn, cycle);
        LocalDate due = periods.dueOn(periods.startOf(periods.indexOf(billedOn)), billingDay, usualDays);
        return due.isBefore(billedOn) ? billedOn : due;
    }
}
