package dev.pulso.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BusinessDaysTest {
    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");
    private static final LocalDate NEW_YEAR = LocalDate.parse("2027-01-01");
    private static final LocalDate CHRISTMAS = LocalDate.parse("2026-12-25");

    @Test
    void the_day_after_the_last_of_a_year_skips_new_year_and_the_weekend() {
        BusinessDays days = weekdays(CHRISTMAS, NEW_YEAR);
        // 2026-12-31 is a Thursday, 2027-01-01 a Friday and a holiday.
        assertThat(days.next(LocalDate.parse("2026-12-31"))).isEqualTo("2027-01-04");
        assertThat(days.plus(LocalDate.parse("2026-12-24"), 5)).isEqualTo("2027-01-04");
    }

    @Test
    void what_is_due_on_a_holiday_is_due_on_the_next_business_day_and_else_on_its_day() {
        BusinessDays days = weekdays(CHRISTMAS);
        assertThat(days.onOrAfter(CHRISTMAS)).isEqualTo("2026-12-28");
        assertThat(days.onOrAfter(LocalDate.parse("2026-12-24"))).isEqualTo("2026-12-24");
    }

    @Test
    void a_saturday_with_hours_is_a_business_day_unless_it_is_a_holiday() {
        Map<DayOfWeek, List<OpenInterval>> week = week();
        week.put(DayOfWeek.SATURDAY, List.of(new OpenInterval(540, 780)));
        BusinessDays days = new BusinessDays(SAO_PAULO, week, Set.of(LocalDate.parse("2026-08-15")));
        assertThat(days.isBusinessDay(LocalDate.parse("2026-08-08"))).isTrue();
        assertThat(days.isBusinessDay(LocalDate.parse("2026-08-15"))).isFalse();
        assertThat(days.isBusinessDay(LocalDate.parse("2026-08-09"))).isFalse();
    }

    @Test
    void a_leap_day_is_a_day_as_any_other() {
        assertThat(weekdays().next(LocalDate.parse("2028-02-28"))).isEqualTo("2028-02-29");
    }

    @Test
    void hours_are_those_of_the_companys_zone_and_end_before_the_closing_minute() {
        BusinessDays days = weekdays();
        // 09:00 and 18:00 in Sao Paulo are 12:00 and 21:00 in UTC.
        assertThat(days.isOpen(Instant.parse("2026-11-23T11:59:59Z"))).isFalse();
        assertThat(days.isOpen(Instant.parse("2026-11-23T12:00:00Z"))).isTrue();
        assertThat(days.isOpen(Instant.parse("2026-11-23T20:59:59Z"))).isTrue();
        assertThat(days.isOpen(Instant.parse("2026-11-23T21:00:00Z"))).isFalse();
    }

    @Test
    void the_lunch_break_is_no_business_hour() {
        Map<DayOfWeek, List<OpenInterval>> week =
                Map.of(DayOfWeek.MONDAY, List.of(new OpenInterval(540, 720), new OpenInterval(780, 1440)));
        BusinessDays days = new BusinessDays(SAO_PAULO, week, Set.of());
        assertThat(days.isOpen(Instant.parse("2026-11-23T15:30:00Z"))).isFalse();
        assertThat(days.isOpen(Instant.parse("2026-11-24T02:59:00Z"))).isTrue();
        assertThat(days.isOpen(Instant.parse("2026-11-24T03:00:00Z"))).isFalse();
    }

    @Test
    void a_week_without_an_open_day_is_none() {
        assertThatThrownBy(() -> new BusinessDays(SAO_PAULO, Map.of(DayOfWeek.MONDAY, List.of()), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static BusinessDays weekdays(LocalDate... holidays) {
        return new BusinessDays(SAO_PAULO, week(), Set.of(holidays));
    }

    private static Map<DayOfWeek, List<OpenInterval>> week() {
        Map<DayOfWeek, List<OpenInterval>> week = new EnumMap<>(DayOfWeek.class);
        for (int day = 1; day <= 5; day++) {
            week.put(DayOfWeek.of(day), List.of(new OpenInterval(540, 1080)));
        }
        return week;
    }
}
