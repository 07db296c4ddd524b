package dev.pulso.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When in the year business happens: slow from Christmas to carnival, best in spring, more from month to month because the
 * company grows, and little at weekends.
 */
final class Season {
    /** January to December, in percent of an average month. */
    private static final int[] MONTHS = {62, 70, 108, 100, 110, 96, 88, 110, 114, 120, 116, 66};

    private final LocalDate first;
    /** Sums of the weights of all days up to one. */
    private final double[] sums;

    /** @param weekends weight of a Saturday or Sunday, in percent of a working day */
    Season(LocalDate first, LocalDate last, int weekends) {
        this.first = first;
        int days = (int) ChronoUnit.DAYS.between(first, last) + 1;
        sums = new double[days];
        double sum = 0;
        for (int i = 0; i < days; i++) {
            LocalDate day = first.plusDays(i);
            double growth = 0.75 + 0.55 * i / days;
            int weight = day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue() ? weekends : 100;
            sum += MONTHS[day.getMonthValue() - 1] * growth * weight;
            sums[i] = sum;
        }
    }

    /** A day of the year, not before {@code from}. */
    LocalDate day(Chance chance, @Nullable LocalDate from) {
        int skipped = from == null ? 0 : (int) Math.clamp(ChronoUnit.DAYS.between(first, from), 0, sums.length - 1);
        double before = skipped == 0 ? 0 : sums[skipped - 1];
        double at = before + chance.generator().nextDouble() * (sums[sums.length - 1] - before);
        int i = skipped;
        while (i < sums.length - 1 && sums[i] < at) {
            i++;
        }
        return first.plusDays(i);
    }
}
