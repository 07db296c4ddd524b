package dev.pulso.crm.internal.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pulso.kernel.Problem;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepetitionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "over",
            value = {
                "FREQ=DAILY                                  | 2026-11-30 | 2026-11-30 | 2026-12-01",
                "FREQ=DAILY                                  | 2026-11-20 | 2026-11-30 | 2026-11-30",
                "FREQ=DAILY;INTERVAL=3                       | 2026-11-20 | 2026-11-30 | 2026-12-02",
                "FREQ=WEEKLY;BYDAY=MO,WE                     | 2026-11-30 | 2026-11-30 | 2026-12-02",
                "FREQ=WEEKLY;BYDAY=MO,WE                     | 2026-12-02 | 2026-12-01 | 2026-12-07",
                // Every other week, counted from Monday: the Friday of the same week still is one.
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR          | 2026-11-30 | 2026-11-30 | 2026-12-04",
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR          | 2026-12-04 | 2026-11-30 | 2026-12-14",
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO             | 2026-11-30 | 2026-12-08 | 2026-12-14",
                "FREQ=WEEKLY;BYDAY=SU                        | 2026-11-29 | 2026-11-29 | 2026-12-06",
                "FREQ=MONTHLY;BYMONTHDAY=5                   | 2026-11-05 | 2026-11-30 | 2026-12-05",
                "FREQ=MONTHLY;BYMONTHDAY=-1                  | 2027-01-31 | 2027-01-31 | 2027-02-28",
                // A month without the day has it on its last, and the next one has it again.
                "FREQ=MONTHLY;BYMONTHDAY=31                  | 2027-01-31 | 2027-01-31 | 2027-02-28",
                "FREQ=MONTHLY;BYMONTHDAY=31                  | 2027-02-28 | 2027-02-28 | 2027-03-31",
                "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=29       | 2027-11-29 | 2027-11-29 | 2028-02-29",
                "FREQ=MONTHLY;BYMONTHDAY=5                   | 2026-01-05 | 2026-11-30 | 2026-12-05",
                "FREQ=DAILY;UNTIL=20261201                   | 2026-11-30 | 2026-11-30 | 2026-12-01",
                "FREQ=DAILY;UNTIL=20261201                   | 2026-12-01 | 2026-12-01 | over",
            })
    void the_next_is_after_its_own_day_and_not_over(
            String rule, LocalDate after, LocalDate today, @Nullable LocalDate next) {
        assertThat(Repetition.of(rule).next(after, today)).isEqualTo(next);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "FREQ=YEARLY",
                "FREQ=WEEKLY",
                "FREQ=MONTHLY",
                "FREQ=DAILY;BYDAY=MO",
                "FREQ=WEEKLY;BYDAY=XX",
                "FREQ=MONTHLY;BYMONTHDAY=32",
                "FREQ=MONTHLY;BYMONTHDAY=0",
                "FREQ=DAILY;INTERVAL=0",
                "FREQ=DAILY;INTERVAL=100",
                "FREQ=DAILY;UNTIL=20261331",
                "FREQ=DAILY;COUNT=3",
                "freq=daily",
                "FREQ=DAILY\n;UNTIL=20261201"
            })
    void other_rules_are_refused(String rule) {
        assertThatThrownBy(() -> Repetition.of(rule))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(400));
    }
}
