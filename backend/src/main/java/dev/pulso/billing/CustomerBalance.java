package dev.pulso.billing;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;

/**
 * What a customer owes: what is open of issued invoices.
 *
 * @param asOf the day, in the tenant's zone, by which an invoice is overdue
 * @param amounts one for each currency in which something is open, by its code
 */
public record CustomerBalance(LocalDate asOf, List<Amount> amounts) {

    /**
     * @param openCents the overdue ones included
     * @param invoices those that something is open of
     */
    @RegisterForReflection
    public record Amount(String currency, long openCents, long overdueCents, long invoices, long overdueInvoices) {}
}
