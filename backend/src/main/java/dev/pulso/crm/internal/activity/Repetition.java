package dev.pulso.crm.internal.activity;

import dev.pulso.kernel.Problem;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How something repeats: of RFC 5545's rules those that people say. A month that lacks the day has it on its last, where the RFC
 * would leave the month out.
 *
 * @param days of the week, of a weekly one
 * @param monthDay of a monthly one; {@code -1} the last
 * @param until the last day on which there may be one, or null
 */
record Repetition(
        Every every,
        int interval,
        Set<DayOfWeek> days,
        int monthDay,
        @Nullable LocalDate until) {
    private static final Pattern RULE = Pattern.compile("FREQ=(DAILY|WEEKLY|MONTHLY)(?:;INTERVAL=([1-9]\\d?))?"
            + "(?:;BYDAY=((?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:MO|TU|WE|TH|FR|SA|SU))*))?"
            + "(?:;BYMONTHDAY=(-1|[1-9]|[12]\\d|3[01]))?(?:;UNTIL=(\\d{8}))?");
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int LAST = -1;

    enum Every {
        DAILY,
        WEEKLY,
        MONTHLY
    }

    static Repetition of(String rule) {
        Matcher found = RULE.matcher(rule);
        if (!found.matches()) {
            throw refused();
        }
        Every every = Every.valueOf(found.group(1));
        // The days are of a week or of a month, and without them nobody knows which.
        if ((found.group(3) != null) != (every == Every.WEEKLY)
                || (found.group(4) != null) != (every == Every.MONTHLY)) {
            throw refused();
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        if (found.group(3) != null) {
            for (String day : found.group(3).split(",")) {
                days.add(DayOfWeek.of(DAYS.indexOf(day) + 1));
            }
        }
        try {
            return new Repetition(
                    every,
                    found.group(2) == null ? 1 : Integer.parseInt(found.group(2)),
                    days,
                    found.group(4) == null ? 0 : Integer.parseInt(found.group(4)),
                    found.group(5) == null ? null : LocalDate.parse(found.group(5), DAY));
        } catch (DateTimeException e) {
            throw refused();
        }
    }

    /**
     * The next after a day, and not before another one: what was missed is not made up for. Null when it is over.
     *
     * @param after one of its days
     */
    @Nullable
    LocalDate next(LocalDate after, LocalDate notBefore) {
        LocalDate next = switch (every) {
            case DAILY -> nextDay(after, notBefore);
            case WEEKLY -> nextOfWeek(after, notBefore);
            case MONTHLY -> nextOfMonth(after, notBefore);
        };
        return until != null && next.isAfter(until) ? null : next;
    }

    private LocalDate nextDay(LocalDate after, LocalDate notBefore) {
        long missed = Math.max(1, Math.ceilDiv(ChronoUnit.DAYS.between(after, notBefore), interval));
        return after.plusDays(missed * interval);
    }

    private LocalDate nextOfWeek(LocalDate after, LocalDate notBefore) {
        LocalDate week = after.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate day = after.plusDays(1).isBefore(notBefore) ? notBefore : after.plusDays(1);
        while (!days.contains(day.getDayOfWeek()) || ChronoUnit.DAYS.between(week, day) / 7 % interval != 0) {
            day = day.plusDays(1);
        }
        return day;
    }

    private LocalDate nextOfMonth(LocalDate after, LocalDate notBefore) {
        YearMonth month = YearMonth.from(after);
        LocalDate day = in(month);
        while (!day.isAfter(after) || day.isBefore(notBefore)) {
            month = month.plusMonths(interval);
            day = in(month);
        }
        return day;
    }

    private LocalDate in(YearMonth month) {
        return monthDay == LAST || monthDay > month.lengthOfMonth() ? month.atEndOfMonth() : month.atDay(monthDay);
    }

    private static Problem refused() {
        return Problem.invalid(
                "repeats",
                "must be such as FREQ=DAILY, FREQ=WEEKLY;BYDAY=MO,WE or FREQ=MONTHLY;BYMONTHDAY=-1, with ;UNTIL=20271231"
                        + " if it ends",
                "pattern");
    }
}
