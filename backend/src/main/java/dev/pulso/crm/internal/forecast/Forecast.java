package dev.pulso.crm.internal.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What will be sold, by month and owner: put together from what the database has added up.
 *
 * @param unscheduled open deals that nobody has given a day
 */
record Forecast(String currency, List<Month> months, Figures unscheduled, List<Other> otherCurrencies) {

    /**
     * Amounts are whole cents, weighted ones hundredths of them until they are told.
     *
     * @param weightedHundredths open amounts times percents, exact
     */
    record Figures(
            long wonCents,
            long sureCents,
            long weightedHundredths,
            long openCents,
            long wonCount,
            long openCount,
            long lateCount) {
        static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0);

        Figures plus(Figures other) {
            return new Figures(
                    Math.addExact(wonCents, other.wonCents),
                    Math.addExact(sureCents, other.sureCents),
                    Math.addExact(weightedHundredths, other.weightedHundredths),
                    Math.addExact(openCents, other.openCents),
                    wonCount + other.wonCount,
                    openCount + other.openCount,
                    lateCount + other.lateCount);
        }

        long committedCents() {
            return Math.addExact(wonCents, sureCents);
        }

        /** Rounded half up, once. */
        long weightedCents() {
            return Math.addExact(wonCents, Math.floorDiv(Math.addExact(weightedHundredths, 50), 100));
        }

        long bestCaseCents() {
            return Math.addExact(wonCents, openCents);
        }
    }

    record Owner(@Nullable UUID ownerId, Figures figures) {}

    record Month(LocalDate month, Figures figures, List<Owner> owners) {}

    record Other(String currency, Figures figures) {}

    /** Deals of one owner, month and currency; without a month when nobody has given them a day. */
    record Sum(@Nullable LocalDate month, @Nullable UUID ownerId, String currency, Figures figures) {}

    /** @param last first day of the last month, as of {@code first} */
    static Forecast of(String currency, LocalDate first, LocalDate last, List<Sum> sums) {
        Map<LocalDate, List<Owner>> owners = new LinkedHashMap<>();
        for (LocalDate month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            owners.put(month, new ArrayList<>());
        }
        Figures unscheduled = Figures.NONE;
        Map<String, Figures> others = new TreeMap<>();
        for (Sum sum : sums) {
            if (!sum.currency().equals(currency)) {
                others.merge(sum.currency(), sum.figures(), Figures::plus);
            } else if (sum.month() == null) {
                unscheduled = unscheduled.plus(sum.figures());
            } else {
                owners.getOrDefault(sum.month(), new ArrayList<>()).add(new Owner(sum.ownerId(), sum.figures()));
            }
        }
        List<Month> months = new ArrayList<>();
        owners.forEach((month, all) -> {
            all.sort(Comparator.comparing((Owner owner) -> owner.figures().weightedCents())
                    .reversed());
            months.add(new Month(
                    month, all.stream().map(Owner::figures).reduce(Figures.NONE, Figures::plus), List.copyOf(all)));
        });
        return new Forecast(
                currency,
                months,
                unscheduled,
                others.entrySet().stream()
                        .map(other -> new Other(other.getKey(), other.getValue()))
                        .toList());
    }
}
