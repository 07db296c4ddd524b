package dev.pulso.billing.internal.demo;

import dev.pulso.billing.PaymentMethod;
import dev.pulso.demo.Agreement;
import dev.pulso.demo.Buyer;
import dev.pulso.demo.Chance;
import dev.pulso.demo.DemoYear;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Who pays when and how: most in time, some late, a few not at all; and what was taken back. */
final class Payers {
    /** Since how many days each of those owes who do not pay: something for every age of the collections desk. */
    private static final List<Integer> OWING_DAYS = List.of(3, 6, 9, 14, 21, 29, 38, 52, 74, 95, 128);

    /** Percent of all invoices that wait for one to two months, and are paid in the end. */
    private static final int REMINDED = 6;

    private static final long MOST_OWED_CENTS = 480_000;

    private static final int CANCELLED = 14;
    private static final int CANCELLED_LATELY = 4;
    private static final List<String> WHY_CANCELLED = List.of(
            "Cobrança em duplicidade",
            "Emitida com dados antigos do cliente",
            "Valor acordado com o cliente",
            "Serviço não prestado no período");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuuMMddHHmm");
    private static final String ALPHANUMERIC = "0123456789abcdefghijklmnopqrstuvwxyz";

    /** A customer's way to pay: the delay in days is between the two. */
    private record Habit(PaymentMethod method, int earliest, int latest) {}

    private record Way(PaymentMethod method, int weight) {}

    private static final List<Way> WAYS = List.of(
            new Way(PaymentMethod.pix, 46),
            new Way(PaymentMethod.boleto, 34),
            new Way(PaymentMethod.card, 14),
            new Way(PaymentMethod.transfer, 6));

    private final DemoYear year;
    private final List<Bill> bills;
    private final Chance chance;
    private final Map<UUID, Habit> habits = new HashMap<>();
    private final Map<UUID, LocalDate> owingSince = new HashMap<>();
    private int paymentNo;

    Payers(DemoYear year, List<Bill> bills) {
        this.year = year;
        this.bills = bills;
        chance = year.chance("billing.payers");
    }

    void settle() {
        year.buyers().forEach(buyer -> habits.put(buyer.id(), habit()));
        owe();
        cancel();
        for (Bill bill : bills) {
            if (bill.issuedOn != null && bill.cancelReason == null) {
                settle(bill);
            }
        }
    }

    private Habit habit() {
        PaymentMethod method = chance.weighted(WAYS, Way::weight).method();
        int kind = chance.between(1, 100);
        if (kind <= 81) {
            return new Habit(method, method == PaymentMethod.card ? 0 : -4, 0);
        }
        return kind <= 97 ? new Habit(method, -2, 8) : new Habit(method, 6, 26);
    }

    /** One customer for each age, who was due to pay about then. */
    private void owe() {
        List<Buyer> shuffled = chance.shuffled(year.buyers());
        for (int days : OWING_DAYS) {
            LocalDate from = year.today().minusDays(days);
            LocalDate to = year.today().minusDays(Math.max(1, days * 7L / 10));
            Set<UUID> due = new HashSet<>();
            bills.stream()
                    .filter(bill -> !bill.dueOn.isBefore(from) && !bill.dueOn.isAfter(to))
                    .filter(bill -> bill.charge.agreement() != null && isOfNote(bill.charge.totalCents()))
                    .forEach(bill -> due.add(bill.buyer.id()));
            shuffled.stream()
                    .filter(buyer -> due.contains(buyer.id()) && !owingSince.containsKey(buyer.id()))
                    .filter(buyer -> owedSince(buyer, from) <= MOST_OWED_CENTS)
                    .findFirst()
                    .ifPresent(buyer -> owingSince.put(buyer.id(), from));
        }
    }

    private long owedSince(Buyer buyer, LocalDate from) {
        return bills.stream()
                .filter(bill -> bill.buyer.id().equals(buyer.id()) && bill.issuedOn != null)
                .filter(bill -> !bill.dueOn.isBefore(from) && bill.dueOn.isBefore(year.today()))
                .mapToLong(bill -> bill.charge.totalCents())
                .sum();
    }

    /** Worth a call, and no catastrophe. */
    private static boolean isOfNote(long cents) {
        return cents >= 25_000 && cents <= 130_000;
    }

    private boolean isOwed(Bill bill) {
        LocalDate since = owingSince.get(bill.buyer.id());
        return since != null && !bill.dueOn.isBefore(since);
    }

    /** Some of the year, and some of these days: their contracts are active and not billed. */
    private void cancel() {
        List<Bill> shuffled = chance.shuffled(
                bills.stream().filter(bill -> bill.issuedOn != null).toList());
        shuffled.stream()
                .filter(bill -> !owingSince.containsKey(bill.buyer.id()))
                .filter(bill -> bill.dueOn.isBefore(year.today().minusDays(25)))
                .limit(CANCELLED)
                .forEach(bill -> bill.cancel(chance.pick(WHY_CANCELLED), afterIssue(bill)));
        shuffled.stream()
                .filter(bill -> !owingSince.containsKey(bill.buyer.id()) && bill.cancelReason == null)
                .filter(bill -> isCurrent(bill.charge))
                .filter(bill -> issuedOn(bill).isBefore(year.yesterday()))
                .limit(CANCELLED_LATELY)
                .forEach(bill -> bill.cancel("Dados fiscais em correção pelo cliente", afterIssue(bill)));
    }

    private boolean isCurrent(Bill.Charge charge) {
        return charge.agreement() != null
                && charge.period() != null
                && charge.period().contains(year.today())
                && charge.agreement().latest().status() == Agreement.Status.active
                && charge.agreement().cycle().months() == 1;
    }

    private OffsetDateTime afterIssue(Bill bill) {
        return year.at(earlier(issuedOn(bill).plusDays(chance.between(1, 4))), chance);
    }

    private void settle(Bill bill) {
        Habit habit = Objects.requireNonNull(habits.get(bill.buyer.id()));
        if (isOwed(bill)) {
            if (bill.dueOn.isBefore(year.today().minusDays(2)) && chance.percent(35)) {
                long part = bill.charge.totalCents() * chance.between(25, 60) / 100;
                pay(bill, part, habit, earlier(bill.dueOn.plusDays(chance.between(1, 12))));
            }
            return;
        }
        int delay = chance.between(habit.earliest(), habit.latest());
        int longDelay = chance.percent(REMINDED) ? chance.between(28, 60) : delay;
        // Only what has been settled since: who owes today is chosen above.
        boolean reminded = bill.dueOn.plusDays(longDelay).isBefore(year.today().minusDays(5));
        LocalDate day = businessDay(habit, bill.dueOn.plusDays(reminded ? longDelay : delay));
        LocalDate issuedOn = issuedOn(bill);
        LocalDate on = day.isBefore(issuedOn) ? issuedOn : day;
        if (on.isAfter(year.yesterday())) {
            return;
        }
        long total = bill.charge.totalCents();
        if (chance.percent(3)) {
            long first = total / 100 * chance.between(40, 60);
            pay(bill, first, habit, on);
            pay(bill, total - first, habit, earlier(on.plusDays(chance.between(1, 6))));
        } else {
            pay(bill, total, habit, on);
        }
    }

    private void pay(Bill bill, long amountCents, Habit habit, LocalDate on) {
        // Somebody with a card may pay a large project by transfer all the same.
        PaymentMethod method = habit.method() == PaymentMethod.card && bill.charge.totalCents() > 150_000
                ? PaymentMethod.transfer
                : habit.method();
        OffsetDateTime at = year.at(on, chance);
        OffsetDateTime last = bill.payments.isEmpty()
                ? bill.createdAt.plusMinutes(30)
                : bill.payments.getLast().at().plusMinutes(5);
        OffsetDateTime recordedAt = at.isBefore(last) ? last : at;
        int no = ++paymentNo;
        bill.pay(new Bill.Paid(
                year.id("payment", no, recordedAt), amountCents, method, on, reference(method, no, at), recordedAt));
    }

    /** As the bank would name it: a Pix end-to-end id (E, bank, minute, eleven characters), a boleto's own number, ... */
    private String reference(PaymentMethod method, int no, OffsetDateTime at) {
        return switch (method) {
            case pix -> {
                StringBuilder end = new StringBuilder();
                for (int i = 0; i < 7; i++) {
                    end.append(ALPHANUMERIC.charAt(chance.between(0, ALPHANUMERIC.length() - 1)));
                }
                yield "E99999999" + at.format(MINUTE) + end + "%04d".formatted(no);
            }
            case boleto -> "%017d".formatted(10_900_000_000L + no);
            case card -> "NSU %09d".formatted(700_000_000 + no);
            case transfer -> "TED %08d".formatted(30_000_000 + no);
        };
    }

    /** Banks move boletos and transfers to the next working day. */
    private static LocalDate businessDay(Habit habit, LocalDate day) {
        boolean anyDay = habit.method() == PaymentMethod.pix || habit.method() == PaymentMethod.card;
        int weekend = day.getDayOfWeek().getValue() - DayOfWeek.FRIDAY.getValue();
        return anyDay || weekend <= 0 ? day : day.plusDays(3L - weekend);
    }

    private LocalDate earlier(LocalDate day) {
        return day.isAfter(year.yesterday()) ? year.yesterday() : day;
    }

    private static LocalDate issuedOn(Bill bill) {
        return Objects.requireNonNull(bill.issuedOn);
    }
}
