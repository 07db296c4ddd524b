package dev.pulso.demo;

import dev.pulso.demo.Agreement.Status;
import dev.pulso.demo.Agreement.Terms;
import dev.pulso.kernel.BillingCycle;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An agreement while its story is told. */
final class Draft {
    static final int TRIAL_DAYS = 14;

    final int no;
    final Buyer buyer;
    final @Nullable Sale sale;
    final Offer offer;
    final BillingCycle cycle;
    final LocalDate startOn;
    final List<Terms> terms = new ArrayList<>();
    private final int costPercent;

    @Nullable
    LocalDate endOn;

    @Nullable
    LocalDate reviewOn;

    @Nullable
    Integer termMonths;

    @Nullable
    String notes;

    Draft(int no, Buyer buyer, @Nullable Sale sale, Offer offer, BillingCycle cycle, LocalDate startOn, Status status) {
        this.no = no;
        this.buyer = buyer;
        this.sale = sale;
        this.offer = offer;
        this.cycle = cycle;
        this.startOn = startOn;
        costPercent = offer.costPercent() + new Chance("cost" + no).between(-7, 8);
        begin(status);
    }

    /** It begins again, as a trial or active. */
    void begin(Status status) {
        terms.clear();
        terms.add(terms(startOn, status, status == Status.active, offer.priceFor(cycle)));
    }

    void becomes(LocalDate day, Status status) {
        terms.add(terms(day, status, status == Status.active, terms.getLast().amountCents()));
    }

    void cancelled(LocalDate day, LocalDate lastDay) {
        Terms before = terms.getLast();
        terms.add(terms(day, Status.cancelled, before.paying(), before.amountCents()));
        endOn = lastDay;
    }

    void costs(LocalDate day, long amountCents) {
        Terms before = terms.getLast();
        terms.add(terms(day, before.status(), before.paying(), amountCents));
    }

    void isFree(String why) {
        terms.clear();
        terms.add(new Terms(startOn, Status.active, true, 0, 0));
        notes = why;
    }

    private Terms terms(LocalDate since, Status status, boolean paying, long amountCents) {
        return new Terms(since, status, paying, amountCents, Offer.rounded(amountCents * costPercent / 100));
    }
}
