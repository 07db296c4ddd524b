package dev.pulso.demo;

import dev.pulso.kernel.BillingCycle;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contract and all that has become of it.
 *
 * @param id of the contract
 * @param dealId the won deal it comes from; null when that was before the year
 * @param endOn last day, included
 * @param terms what held from which day on, in order; the first since the start
 */
public record Agreement(
        int no,
        UUID id,
        Buyer buyer,
        @Nullable UUID dealId,
        String serviceType,
        String title,
        BillingCycle cycle,
        @Nullable Integer billingDay,
        LocalDate startOn,
        @Nullable LocalDate endOn,
        LocalDate reviewOn,
        @Nullable Integer termMonths,
        String referenceType,
        String referenceId,
        @Nullable String notes,
        OffsetDateTime createdAt,
        List<Terms> terms) {

    public Agreement {
        terms = List.copyOf(terms);
    }

    /** The words of contracts: anything else would not be stored. */
    public enum Status {
        trial,
        active,
        frozen,
        cancelled
    }

    /**
     * Amount and cost are cents per cycle.
     *
     * @param paying whether it earns until its last day
     */
    public record Terms(LocalDate since, Status status, boolean paying, long amountCents, long costCents) {}

    public Terms latest() {
        return terms.getLast();
    }

    public Terms on(LocalDate day) {
        return terms.reversed().stream()
                .filter(each -> !each.since().isAfter(day))
                .findFirst()
                .orElseGet(terms::getFirst);
    }

    /** Whether it earns on that day. */
    public boolean isPaying(LocalDate day) {
        return !day.isBefore(startOn) && (endOn == null || !day.isAfter(endOn)) && on(day).paying();
    }
}
