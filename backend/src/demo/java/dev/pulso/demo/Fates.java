package dev.pulso.demo;

import dev.pulso.demo.Agreement.Status;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What becomes of the agreements: most run on, some of them at a new price; others end, pause, come back. Who is concerned is
 * chance, how many is not: every chart must have something to say.
 */
final class Fates {
    /** Days from today on which fixed terms end. */
    static final List<Integer> ENDING_IN_DAYS = List.of(1, 3, 4, 6, 7);

    private static final int TERM_MONTHS = 24;
    private static final int FREE = 2;
    private static final int CANCELLED = 24;
    private static final int RUNNING_OUT = 2;
    private static final int FROZEN = 9;
    private static final int FROZEN_AND_BACK = 7;
    private static final int UPGRADED = 24;
    private static final int DOWNGRADED = 8;
    private static final int FAILED_TRIALS = 6;
    private static final int REVIEWS_DUE = 14;

    private static final List<String> GOODBYES = List.of(
            "Encerrou as atividades.",
            "Cancelou por preço; aceita novo contato em seis meses.",
            "Levou o serviço para dentro de casa.",
            "Trocou de fornecedor.",
            "Insatisfeito com os resultados da campanha.");

    /** Told of each upgrade: the agreement, the day, and how much more it brings per cycle. */
    interface Upgrades {
        void sold(Draft draft, LocalDate day, long moreCents);
    }

    private enum Fate {
        CANCELLED,
        FROZEN,
        FROZEN_AND_BACK,
        UPGRADED,
        DOWNGRADED
    }

    private final DemoYear year;
    private final List<Draft> drafts;
    private final Upgrades upgrades;
    private final Chance chance = new Chance("fates");

    Fates(DemoYear year, List<Draft> drafts, Upgrades upgrades) {
        this.year = year;
        this.drafts = drafts;
        this.upgrades = upgrades;
    }

    static LocalDate startOfEnding(LocalDate today, int place) {
        return today.plusDays(ENDING_IN_DAYS.get(place) + 1L).minusMonths(TERM_MONTHS);
    }

    void tell() {
        for (int i = 0; i < ENDING_IN_DAYS.size(); i++) {
            drafts.get(i).endOn = year.today().plusDays(ENDING_IN_DAYS.get(i));
            drafts.get(i).termMonths = TERM_MONTHS;
        }
        int special = ENDING_IN_DAYS.size() + FREE;
        for (int i = ENDING_IN_DAYS.size(); i < special; i++) {
            drafts.get(i).isFree("Cortesia para parceiro institucional: sem cobrança até a próxima revisão.");
        }
        Map<Integer, Fate> fates = fates(drafts.stream()
                .skip(special)
                .filter(draft -> draft.startOn.isBefore(year.today().minusDays(120)))
                .toList());
        trials(fates);
        int cancelled = 0;
        for (Draft draft : drafts.subList(special, drafts.size())) {
            Fate fate = fates.get(draft.no);
            if (fate == null) {
                readjust(draft, year.today());
            } else if (fate == Fate.CANCELLED) {
                cancel(draft, cancelled++);
            } else {
                meet(draft, fate);
            }
        }
        reviews(special);
    }

    private Map<Integer, Fate> fates(List<Draft> mature) {
        List<Draft> shuffled = chance.shuffled(mature);
        Map<Integer, Fate> fates = new HashMap<>();
        int next = 0;
        for (Fate fate : Fate.values()) {
            int wanted = switch (fate) {
                case CANCELLED -> CANCELLED;
                case FROZEN -> FROZEN;
                case FROZEN_AND_BACK -> FROZEN_AND_BACK;
                case UPGRADED -> UPGRADED;
                case DOWNGRADED -> DOWNGRADED;
            };
            for (int i = 0; i < wanted; i++) {
                fates.put(shuffled.get(next++).no, fate);
            }
        }
        return fates;
    }

    /** Software is tried before it is bought; a few of those who try do not stay. */
    private void trials(Map<Integer, Fate> fates) {
        int failed = 0;
        for (Draft draft : drafts) {
            LocalDate decided = draft.startOn.plusDays(Draft.TRIAL_DAYS);
            if (draft.sale == null
                    || !draft.offer.isSoftware() && draft.offer.monthlyCents() > 20_000
                    || fates.containsKey(draft.no)
                    || decided.isAfter(year.yesterday())) {
                continue;
            }
            if (failed < FAILED_TRIALS && draft.no % 2 == 0) {
                failed++;
                draft.begin(Status.trial);
                draft.cancelled(decided, decided);
                draft.notes = "Testou e não ficou.";
            } else if (draft.offer.isSoftware()) {
                draft.begin(Status.trial);
                draft.becomes(decided, Status.active);
            }
        }
    }

    private void cancel(Draft draft, int place) {
        boolean runsOut = place < RUNNING_OUT;
        LocalDate day = runsOut ? year.today().minusDays(8L + 6L * place) : turn(draft, 3);
        readjust(draft, day);
        draft.cancelled(day, runsOut || chance.percent(45) ? day.plusDays(30) : day);
        draft.notes = chance.pick(GOODBYES);
    }

    private void meet(Draft draft, Fate fate) {
        LocalDate day = switch (fate) {
            case FROZEN -> year.today().minusDays(chance.between(4, 75));
            case FROZEN_AND_BACK -> turn(draft, 75);
            default -> turn(draft, 2);
        };
        readjust(draft, day);
        long amount = draft.terms.getLast().amountCents();
        switch (fate) {
            case FROZEN -> {
                draft.becomes(day, Status.frozen);
                draft.notes = "Pausado a pedido do cliente.";
            }
            case FROZEN_AND_BACK -> {
                draft.becomes(day, Status.frozen);
                draft.becomes(day.plusDays(chance.between(28, 60)), Status.active);
            }
            case UPGRADED -> {
                long more = amount * chance.between(20, 60) / 100 / 100 * 100;
                draft.costs(day, amount + more);
                upgrades.sold(draft, day, more);
            }
            case DOWNGRADED -> draft.costs(day, amount * chance.between(65, 85) / 100 / 100 * 100);
            case CANCELLED -> throw new IllegalArgumentException("is cancelled elsewhere");
        }
    }

    /** A day of the year when it is at least two months old, some days ago. */
    private LocalDate turn(Draft draft, int daysAgo) {
        LocalDate earliest = draft.startOn.plusDays(60);
        LocalDate inTheYear = year.firstDay().plusDays(18);
        LocalDate from = earliest.isBefore(inTheYear) ? inTheYear : earliest;
        LocalDate latest = year.today().minusDays(daysAgo);
        LocalDate day = year.workingDay(chance, from);
        return !day.isAfter(latest) ? day : from.isAfter(latest) ? latest : from.plusDays(daysAgo % 10);
    }

    /** Prices follow inflation at the anniversary of contracts from before the year; not all customers agree. */
    private void readjust(Draft draft, LocalDate before) {
        if (draft.sale != null || !chance.percent(50)) {
            return;
        }
        LocalDate anniversary = draft.startOn;
        while (anniversary.isBefore(year.firstDay().plusDays(1))) {
            anniversary = anniversary.plusYears(1);
        }
        if (anniversary.isBefore(before) && anniversary.isBefore(year.today())) {
            long amount = draft.terms.getLast().amountCents();
            draft.costs(anniversary, (amount * 1_048 / 1_000 + 5) / 10 * 10);
        }
    }

    private void reviews(int special) {
        drafts.stream()
                .skip(special)
                .filter(draft -> draft.terms.getLast().status() == Status.active && draft.endOn == null)
                .filter(draft -> draft.startOn.isBefore(year.today().minusDays(150)))
                .limit(REVIEWS_DUE * 6L)
                .filter(draft -> draft.no % 6 == 0 || draft.no % 7 == 0)
                .limit(REVIEWS_DUE)
                .forEach(draft -> draft.reviewOn = year.today().plusDays(chance.between(-12, 9)));
    }
}
