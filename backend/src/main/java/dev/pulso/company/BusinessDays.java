package dev.pulso.company;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When one company works, as it was read: a business day is one whose weekday has business hours and which is no holiday.
 * Days and hours are those of the company's zone.
 */
public final class BusinessDays {
    private final ZoneId zone;
    private final Map<DayOfWeek, List<OpenInterval>> week;
    private final Set<LocalDate> holidays;

    /** @throws IllegalArgumentException when no day of the week is open: nothing would ever be due */
    public BusinessDays(ZoneId zone, Map<DayOfWeek, List<OpenInterval>> week, Set<LocalDate> holidays) {
        if (week.values().stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException("a week needs an open day");
        }
        this.zone = zone;
        this.week = Map.copyOf(week);
        this.holidays = Set.copyOf(holidays);
    }

    public boolean isBusinessDay(LocalDate day) {
        return !hours(day).isEmpty();
    }

    /** When the company works on a day, in order; empty when it does not. */
    public List<OpenInterval> hours(LocalDate day) {
        return holidays.contains(day) ? List.of() : week.getOrDefault(day.getDayOfWeek(), List.of());
    }

    /** The day itself when it is a business day, else the next one: what is due on a holiday is due then. */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate candidate = day;
        // Ends: holidays are finite, and some weekday is open.
        while (!isBusinessDay(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    /** The first business day after the day. */
    public LocalDate next(LocalDate day) {
        return onOrAfter(day.plusDays(1));
    }

    /** @param days how many business days later, at least one */
    public LocalDate plus(LocalDate day, int days) {
        if (days < 1) {
            throw new IllegalArgumentException("at least one day");
        }
        LocalDate result = day;
        for (int i = 0; i < days; i++) {
            result = next(result);
        }
        return result;
    }

    /** Whether the company works at this moment. */
    public boolean isOpen(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        int minute = local.getHour() * 60 + local.getMinute();
        return hours(local.toLocalDate()).stream().anyMatch(interval -> interval.covers(minute));
    }
}
