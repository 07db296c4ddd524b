package dev.pulso.crm.internal.deal;

import dev.pulso.crm.ClosingReleased;
import dev.pulso.crm.ClosingWaiting;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.store.data.TenantRecord;
import dev.pulso.store.tenancy.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A sale that was closed with the lines of its deal: what it makes, or has made. */
@Entity
@Table(name = "deal_closings")
class Closing extends TenantRecord {
    @Column(name = "deal_id", updatable = false)
    private UUID dealId;

    @Enumerated(EnumType.STRING)
    private ClosingStatus status;

    @Column(name = "customer_id")
    private @Nullable UUID customerId;

    @Column(name = "start_on", updatable = false)
    private LocalDate startOn;

    @Column(name = "billing_day", updatable = false)
    private @Nullable Integer billingDay;

    @Column(name = "term_months", updatable = false)
    private @Nullable Integer termMonths;

    @Column(name = "issues_invoice", updatable = false)
    private boolean issuesInvoice;

    @Column(updatable = false)
    private String currency;

    @Column(name = "one_off_cents", updatable = false)
    private long oneOffCents;

    @Column(name = "mrr_cents", updatable = false)
    private long mrrCents;

    @Column(name = "first_year_cents", updatable = false)
    private long firstYearCents;

    @Column(name = "contract_ids")
    private String[] contractIds = {};

    @Column(name = "invoice_id")
    private @Nullable UUID invoiceId;

    @SuppressWarnings("UnusedVariable") // read by the queries only
    @Column(name = "requested_by_id", updatable = false)
    private @Nullable UUID requestedById;

    @SuppressWarnings("UnusedVariable") // read by the queries only
    @Column(name = "released_by_id")
    private @Nullable UUID releasedById;

    @SuppressWarnings("UnusedVariable") // read by the queries only
    @Column(name = "released_at")
    private @Nullable Instant releasedAt;

    /** For Hibernate. */
    protected Closing() {}

    /** It waits until it is said what it has made. */
    Closing(Caller caller, Deal deal, LineTotals totals, Sale sale, @Nullable UUID customer) {
        super(caller);
        dealId = deal.id();
        status = ClosingStatus.to_release;
        customerId = customer;
        startOn = sale.firstDay();
        billingDay = sale.billingDay();
        termMonths = sale.termMonths();
        issuesInvoice = sale.issuesInvoice();
        currency = deal.currency();
        oneOffCents = totals.oneOffCents();
        mrrCents = totals.mrrCents(currency);
        firstYearCents = totals.firstYearCents();
        requestedById = caller.userId();
    }

    /** Its contracts and its invoice are there, made by who closed the sale. */
    void made(UUID customer, SaleMaker.Made made) {
        hold(customer, made);
        status = ClosingStatus.made;
    }

    /** Its contracts and its invoice are there, made by somebody else later. */
    void release(Caller caller, UUID customer, SaleMaker.Made made, Instant now) {
        hold(customer, made);
        status = ClosingStatus.released;
        releasedById = caller.userId();
        releasedAt = now;
    }

    /** Its deal is open again before it was released: there is nothing to make any more. */
    void withdraw() {
        status = ClosingStatus.withdrawn;
    }

    void requireNotWithdrawn() {
        if (status == ClosingStatus.withdrawn) {
            throw Problem.conflict(
                    ProblemType.CLOSING_WITHDRAWN, "The deal was reopened before the closing was released.");
        }
    }

    boolean waits() {
        return status == ClosingStatus.to_release;
    }

    private void hold(UUID customer, SaleMaker.Made made) {
        customerId = customer;
        contractIds = made.contractIds().stream().map(UUID::toString).toArray(String[]::new);
        invoiceId = made.invoiceId();
    }

    UUID dealId() {
        return dealId;
    }

    @Nullable
    UUID customerId() {
        return customerId;
    }

    String currency() {
        return currency;
    }

    /** How its contracts and its invoice are made. */
    Sale sale() {
        return new Sale(startOn, billingDay, termMonths, issuesInvoice, false);
    }

    ClosingWaiting waiting() {
        return new ClosingWaiting(id(), dealId, customerId, currency, oneOffCents, mrrCents, startOn);
    }

    ClosingReleased released() {
        List<UUID> contracts = Stream.of(contractIds).map(UUID::fromString).toList();
        return new ClosingReleased(id(), dealId, customerId, currency, oneOffCents, mrrCents, contracts, invoiceId);
    }
}
