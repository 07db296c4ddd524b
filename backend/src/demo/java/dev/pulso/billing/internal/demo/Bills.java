package dev.pulso.billing.internal.demo;

import dev.pulso.billing.ItemKind;
import dev.pulso.billing.internal.run.PeriodItem;
import dev.pulso.demo.Agreement;
import dev.pulso.demo.Buyer;
import dev.pulso.demo.Chance;
import dev.pulso.demo.DemoYear;
import dev.pulso.demo.Sale;
import dev.pulso.kernel.BillingPeriod;
import dev.pulso.kernel.BillingPeriods;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The invoices of the year as the daily run and people would have made them: a contract is billed on the first day of a period
 * on which it earns, at the price of that day; projects by hand, half when won and half a month later.
 */
final class Bills {
    private static final int MANUAL_DUE_DAYS = 10;
    private static final long HALVES_FROM_CENTS = 300_000;
    private static final int DRAFTS = 3;

    private final DemoYear year;
    private final int dueDays;
    private final Chance chance;
    private final List<Bill> bills = new ArrayList<>();

    private Bills(DemoYear year, int dueDays) {
        this.year = year;
        this.dueDays = dueDays;
        chance = year.chance("billing.bills");
    }

    /** In the order of their numbers, drafts last. */
    static List<Bill> of(DemoYear year, int dueDays) {
        Bills bills = new Bills(year, dueDays);
        year.agreements().forEach(bills::recurring);
        bills.projects();
        bills.drafts();
        return bills.numbered();
    }

    private void recurring(Agreement agreement) {
        BillingPeriods periods = new BillingPeriods(agreement.startOn(), agreement.cycle());
        for (BillingPeriod period : periods.startingBetween(year.firstDay(), year.today())) {
            LocalDate day = firstEarning(agreement, period);
            if (day != null && agreement.on(day).amountCents() > 0) {
                LocalDate due = periods.dueOn(period.start(), agreement.billingDay(), dueDays);
                Bill.Charge charge = new Bill.Charge(
                        agreement,
                        period,
                        PeriodItem.description(agreement.title(), period),
                        PeriodItem.kind(agreement.serviceType()),
                        agreement.on(day).amountCents());
                add(
                        agreement.no() * 100 + period.index() % 100,
                        agreement.buyer(),
                        charge,
                        day,
                        due.isBefore(day) ? day : due,
                        year.midnight(day, 2));
            }
        }
    }

    private @Nullable LocalDate firstEarning(Agreement agreement, BillingPeriod period) {
        LocalDate last = period.end().isAfter(year.today()) ? year.today() : period.end();
        for (LocalDate day = period.start(); !day.isAfter(last); day = day.plusDays(1)) {
            if (agreement.isPaying(day)) {
                return day;
            }
        }
        return null;
    }

    private void projects() {
        Map<UUID, Buyer> buyers = new HashMap<>();
        year.buyers().forEach(buyer -> buyers.put(buyer.id(), buyer));
        for (Sale sale : year.sales()) {
            if (sale.kind() == Sale.Kind.PROJECT) {
                Buyer buyer = Objects.requireNonNull(buyers.get(sale.customerId()));
                boolean halves = sale.amountCents() >= HALVES_FROM_CENTS;
                long first = halves ? sale.amountCents() / 2 : sale.amountCents();
                project(sale, buyer, 0, sale.title() + (halves ? " (1/2)" : ""), first, sale.wonOn());
                LocalDate later = sale.wonOn().plusDays(30);
                if (halves && !later.isAfter(year.yesterday())) {
                    project(sale, buyer, 1, sale.title() + " (2/2)", sale.amountCents() - first, later);
                }
            }
        }
    }

    private void project(Sale sale, Buyer buyer, int part, String what, long cents, LocalDate on) {
        Bill.Charge charge = new Bill.Charge(null, null, what, ItemKind.service, cents);
        OffsetDateTime at = part == 0 ? sale.wonAt().plusMinutes(20) : year.at(on, chance);
        add(100_000 + sale.no() * 2 + part, buyer, charge, on, on.plusDays(MANUAL_DUE_DAYS), at);
    }

    /** What somebody has prepared and not sent yet. */
    private void drafts() {
        List<String> works = List.of("Ajustes fora do escopo", "Banco de imagens", "Hora técnica adicional");
        for (int i = 0; i < DRAFTS; i++) {
            LocalDate day = year.today().minusDays(1L + i);
            Bill.Charge charge = new Bill.Charge(
                    null, null, works.get(i), i == 1 ? ItemKind.product : ItemKind.service, 18_000 + 9_500L * i);
            add(200_000 + i, year.buyers().get(20 + 9 * i), charge, null, day.plusDays(12), year.at(day, chance));
        }
    }

    private void add(
            int no,
            Buyer buyer,
            Bill.Charge charge,
            @Nullable LocalDate issuedOn,
            LocalDate dueOn,
            OffsetDateTime createdAt) {
        UUID id = year.id("invoice", no, createdAt);
        bills.add(new Bill(id, year.id("invoice_item", no, createdAt), buyer, charge, issuedOn, dueOn, createdAt));
    }

    private List<Bill> numbered() {
        bills.sort(Comparator.comparing((Bill bill) -> bill.issuedOn == null)
                .thenComparing(bill -> bill.createdAt.toInstant())
                .thenComparing(bill -> bill.id));
        long number = 0;
        for (Bill bill : bills) {
            if (bill.issuedOn != null) {
                bill.number = ++number;
            }
        }
        return bills;
    }
}
