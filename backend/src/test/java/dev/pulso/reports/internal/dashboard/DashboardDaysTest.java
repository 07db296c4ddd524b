package dev.pulso.reports.internal.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DashboardDaysTest {

    @ParameterizedTest(name = "on {0} with {1} up to {2}")
    @CsvSource({
        "2026-11-21, 2026-10-01, 2026-10-21",
        "2026-11-01, 2026-10-01, 2026-10-01",
        "2026-03-31, 2026-02-01, 2026-02-28",
        "2024-03-29, 2024-02-01, 2024-02-29",
        "2024-03-31, 2024-02-01, 2024-02-29",
        "2026-02-28, 2026-01-01, 2026-01-28",
        "2026-01-15, 2025-12-01, 2025-12-15",
    })
    void a_month_so_far_is_compared_with_as_many_days_of_the_last(LocalDate today, LocalDate from, LocalDate to) {
        DashboardDays days = new DashboardDays(today);
        assertThat(days.lastMonthStart()).isEqualTo(from);
        assertThat(days.lastMonthTo()).isEqualTo(to);
    }

    @Test
    void stocks_are_compared_with_the_last_day_of_last_month() {
        assertThat(new DashboardDays(LocalDate.of(2024, 3, 10)).lastMonthEnd()).isEqualTo("2024-02-29");
        assertThat(new DashboardDays(LocalDate.of(2026, 1, 1)).lastMonthEnd()).isEqualTo("2025-12-31");
        assertThat(new DashboardDays(LocalDate.of(2026, 1, 1)).lastMonthBefore())
                .isEqualTo("2025-11-30");
    }

    @Test
    void twelve_months_end_with_this_one_so_far() {
        DashboardDays days = new DashboardDays(LocalDate.of(2024, 12, 5));
        assertThat(days.months()).hasSize(12);
        assertThat(days.months().getFirst())
                .isEqualTo(new DashboardDays.Month(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 31)));
        assertThat(days.months().get(1).last()).isEqualTo("2024-02-29");
        assertThat(days.months().getLast())
                .isEqualTo(new DashboardDays.Month(LocalDate.of(2024, 12, 1), LocalDate.of(2024, 12, 5)));
    }

    @Test
    void the_steps_begin_with_the_day_before_the_first_month() {
        LocalDate[] steps = new DashboardDays(LocalDate.of(2026, 3, 31)).steps();
        assertThat(steps).hasSize(13).isSorted();
        assertThat(steps[0]).isEqualTo("2025-03-31");
        assertThat(steps[11]).isEqualTo("2026-02-28");
        assertThat(steps[12]).isEqualTo("2026-03-31");
    }
}
