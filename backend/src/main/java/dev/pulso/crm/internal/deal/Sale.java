package dev.pulso.crm.internal.deal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How the lines of a won deal are charged.
 *
 * @param startOn first day of the contracts; the day of winning when null
 * @param issuesInvoice whether the invoice for what is charged once is more than a draft
 * @param again whether it makes them although an earlier closing has
 */
record Sale(
        @Nullable LocalDate startOn,
        @Nullable Integer billingDay,
        @Nullable Integer termMonths,
        boolean issuesInvoice,
        boolean again) {

    /** Of contracts, once it is known. */
    LocalDate firstDay() {
        if (startOn == null) {
            throw new IllegalStateException("nobody has said when the contracts begin");
        }
        return startOn;
    }

    /** The same, beginning on that day unless it says another. */
    Sale from(LocalDate day) {
        return startOn == null ? new Sale(day, billingDay, termMonths, issuesInvoice, again) : this;
    }
}
