package dev.pulso.portfolio.internal.contract;

import dev.pulso.kernel.BillingCycle;
import dev.pulso.kernel.Checks;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.portfolio.ContractStatus;
import dev.pulso.portfolio.NewContract;
import dev.pulso.store.data.KnownRecord;
import dev.pulso.store.tenancy.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recurring agreement. It earns ("is paying") from its first to its last day while active; a cancelled one earns on
 * until its last day, if it did when it was cancelled.
 */
@Entity
@Table(name = "contracts")
class Contract extends KnownRecord {
    @Column(name = "customer_id", updatable = false)
    private UUID customerId;

    @Column(name = "deal_id", updatable = false)
    private @Nullable UUID dealId;

    @Column(name = "service_type")
    private String serviceType;

    private String title;

    private @Nullable String description;

    @Convert(converter = BillingCycleColumn.class)
    @Column(name = "billing_cycle")
    private BillingCycle billingCycle;

    @Column(name = "amount_cents")
    private long amountCents;

    @Column(name = "cost_cents")
    private long costCents;

    private String currency;

    @Enumerated(EnumType.STRING)
    private ContractStatus status;

    private boolean paying;

    @Column(name = "terms_since")
    private @Nullable LocalDate termsSince;

    @Column(name = "start_on")
    private LocalDate startOn;

    @Column(name = "end_on")
    private @Nullable LocalDate endOn;

    @Column(name = "next_review_on")
    private @Nullable LocalDate nextReviewOn;

    @Column(name = "term_months")
    private @Nullable Integer termMonths;

    @Column(name = "billing_day")
    private @Nullable Integer billingDay;

    @Column(name = "reference_type")
    private @Nullable String referenceType;

    @Column(name = "reference_id")
    private @Nullable String referenceId;

    @Column(name = "internal_notes")
    private @Nullable String internalNotes;

    /** For Hibernate. */
    protected Contract() {}

    /** @param tenantCurrency for a contract that names none */
    Contract(Caller caller, UUID customerId, @Nullable UUID dealId, NewContract contract, Currency tenantCurrency) {
        super(caller, contract.external());
        this.customerId = customerId;
        this.dealId = dealId;
        serviceType = contract.serviceType();
        title = Checks.text("title", contract.title());
        description = Checks.trimmed(contract.description());
        billingCycle = contract.billingCycle();
        amountCents = contract.amountCents();
        costCents = contract.costCents();
        currency = Checks.currency(
                "currency", contract.currency() == null ? tenantCurrency.getCurrencyCode() : contract.currency());
        status = contract.status();
        paying = status == ContractStatus.active;
        startOn = contract.startOn();
        endOn = contract.endOn();
        nextReviewOn = contract.nextReviewOn();
        termMonths = contract.termMonths();
        billingDay = contract.billingDay();
        referenceType = Checks.trimmed(contract.referenceType());
        referenceId = Checks.trimmed(contract.referenceId());
        internalNotes = Checks.trimmed(contract.internalNotes());
        requireOrderedDates();
    }

    void edit(ContractChanges changes) {
        changes.serviceType().ifGiven(value -> serviceType = Checks.present("service_type", value));
        changes.title().ifGiven(value -> title = Checks.text("title", value));
        changes.description().ifGiven(value -> description = Checks.trimmed(value));
        changes.billingCycle().ifGiven(value -> billingCycle = Checks.present("billing_cycle", value));
        changes.amountCents().ifGiven(value -> amountCents = Checks.present("amount_cents", value));
        changes.costCents().ifGiven(value -> costCents = Checks.present("cost_cents", value));
        changes.currency().ifGiven(value -> currency = Checks.currency("currency", value));
        changes.startOn().ifGiven(value -> startOn = Checks.present("start_on", value));
        changes.endOn().ifGiven(value -> endOn = value);
        changes.nextReviewOn().ifGiven(value -> nextReviewOn = value);
        changes.termMonths().ifGiven(value -> termMonths = value);
        changes.billingDay().ifGiven(value -> billingDay = value);
        changes.referenceType().ifGiven(value -> referenceType = Checks.trimmed(value));
        changes.referenceId().ifGiven(value -> referenceId = Checks.trimmed(value));
        change(changes.external());
        changes.internalNotes().ifGiven(value -> internalNotes = Checks.trimmed(value));
        if (status == ContractStatus.cancelled && endOn == null) {
            throw Problem.invalid("end_on", "must stay, because the contract is cancelled", "end_of_cancelled");
        }
        requireOrderedDates();
    }

    /** Of an active one: nothing. */
    void activate() {
        if (status == ContractStatus.active) {
            return;
        }
        if (status != ContractStatus.trial && status != ContractStatus.frozen) {
            throw Problem.conflict(
                    ProblemType.CONTRACT_STATUS, "Only a trial or a frozen contract can be activated.", "status");
        }
        status = ContractStatus.active;
        paying = true;
    }

    /** Of a frozen one: nothing. */
    void freeze() {
        if (status == ContractStatus.frozen) {
            return;
        }
        if (status != ContractStatus.active) {
            throw Problem.conflict(ProblemType.CONTRACT_STATUS, "Only an active contract can be frozen.", "status");
        }
        status = ContractStatus.frozen;
        paying = false;
    }

    /**
     * Ends the contract. Until its last day it earns as it does now; one that has not begun never will, unless a last
     * day is named. Of a cancelled one, unless another last day is named: nothing.
     *
     * @param lastDay today when null, or the end that was agreed when that is earlier
     */
    void cancel(@Nullable LocalDate lastDay, LocalDate today) {
        if (status == ContractStatus.cancelled) {
            if (lastDay == null || lastDay.equals(endOn)) {
                return;
            }
            throw Problem.conflict(ProblemType.CONTRACT_STATUS, "The contract is already cancelled.", "status");
        }
        if (lastDay != null && endOn != null && lastDay.isAfter(endOn)) {
            throw Problem.invalid("end_on", "must not be after the end that was agreed, " + endOn, "after_agreed_end");
        }
        if (lastDay != null) {
            endOn = lastDay;
        } else if (today.isBefore(startOn)) {
            endOn = startOn;
            paying = false;
        } else if (endOn == null || today.isBefore(endOn)) {
            endOn = today;
        }
        status = ContractStatus.cancelled;
        requireOrderedDates();
    }

    /** Remembers since when its terms are what they are now. */
    void termsHoldSince(LocalDate day) {
        termsSince = day;
    }

    @Nullable
    LocalDate endOn() {
        return endOn;
    }

    /** The part of a contract whose history is kept. */
    Terms terms() {
        return new Terms(amountCents, costCents, currency, serviceType, billingCycle, status, paying);
    }

    /** Whatever figures of a past day add up, filter or group by, except its dates: those are what is known of it now. */
    record Terms(
            long amountCents,
            long costCents,
            String currency,
            String serviceType,
            BillingCycle billingCycle,
            ContractStatus status,
            boolean paying) {}

    private void requireOrderedDates() {
        if (endOn != null && endOn.isBefore(startOn)) {
            throw Problem.invalid("end_on", "must not be before start_on", "before_start");
        }
    }
}
