package dev.pulso.reports.internal.dashboard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The days that the dashboard of a day looks at. Flows: this month up to the day, against as many days of last month, or
 * all of it when it is shorter. Stocks: the day, against the last day of last month.
 *
 * @param today in the tenant's zone
 */
record DashboardDays(LocalDate today) {
    static final int MONTHS = 12;

    LocalDate monthStart() {
        return today.withDayOfMonth(1);
    }

    LocalDate lastMonthStart() {
        return monthStart().minusMonths(1);
    }

    LocalDate lastMonthEnd() {
        return monthStart().minusDays(1);
    }

    /** The day of last month up to which it is compared: as many days as this month has had, if it had that many. */
    LocalDate lastMonthTo() {
        LocalDate sameCount = lastMonthStart().plusDays(today.getDayOfMonth() - 1L);
        return sameCount.isAfter(lastMonthEnd()) ? lastMonthEnd() : sameCount;
    }

    /** The last day of the month before last: what last month started with. */
    LocalDate lastMonthBefore() {
        return lastMonthStart().minusDays(1);
    }

    /** First day of the oldest of the twelve months. */
    LocalDate firstMonth() {
        return monthStart().minusMonths(MONTHS - 1L);
    }

    /** The twelve months, oldest first, the last of them up to today. */
    List<Month> months() {
        List<Month> months = new ArrayList<>();
        for (LocalDate first = firstMonth(); !first.isAfter(today); first = first.plusMonths(1)) {
            LocalDate last = first.plusMonths(1).minusDays(1);
            months.add(new Month(first, last.isAfter(today) ? today : last));
        }
        return months;
    }

    record Month(LocalDate first, LocalDate last) {}

    /** The days whose MRR is compared, oldest first: the one before the first month, then the last of each month. */
    LocalDate[] steps() {
        List<LocalDate> steps = new ArrayList<>();
        steps.add(firstMonth().minusDays(1));
        months().forEach(month -> steps.add(month.last()));
        return steps.toArray(LocalDate[]::new);
    }
}
