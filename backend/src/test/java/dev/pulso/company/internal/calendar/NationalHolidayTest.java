package dev.pulso.company.internal.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NationalHolidayTest {

    /** The earliest and the latest there can be are among them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2000-04-23",
                "2008-03-23",
                "2011-04-24",
                "2024-03-31",
                "2025-04-20",
                "2026-04-05",
                "2027-03-28",
                "2038-04-25",
                "2049-04-18",
                "1818-03-22",
                "1943-04-25",
                "2076-04-19"
            })
    void easter_is_when_the_church_says(LocalDate sunday) {
        assertThat(NationalHoliday.easter(sunday.getYear())).isEqualTo(sunday);
    }

    /** The federal ordinance of 2026, without its points that are no whole day. */
    @Test
    void the_year_2026_is_as_the_ordinance_lists_it() {
        assertThat(days(2026, NationalHoliday.Kind.NATIONAL))
                .containsExactly(
                        "2026-01-01",
                        "2026-04-03",
                        "2026-04-21",
                        "2026-05-01",
                        "2026-09-07",
                        "2026-10-12",
                        "2026-11-02",
                        "2026-11-15",
                        "2026-11-20",
                        "2026-12-25");
        assertThat(days(2026, NationalHoliday.Kind.OPTIONAL)).containsExactly("2026-02-16", "2026-02-17", "2026-06-04");
    }

    @Test
    void black_consciousness_is_a_holiday_of_the_whole_country_since_2024() {
        assertThat(NationalHoliday.of(2023)).doesNotContain(NationalHoliday.BLACK_CONSCIOUSNESS);
        assertThat(NationalHoliday.of(2024)).contains(NationalHoliday.BLACK_CONSCIOUSNESS);
    }

    @Test
    void carnival_is_always_a_tuesday_and_corpus_christi_a_thursday() {
        for (int year = 2000; year <= 2099; year++) {
            assertThat(NationalHoliday.CARNIVAL_TUESDAY.in(year).getDayOfWeek()).hasToString("TUESDAY");
            assertThat(NationalHoliday.CORPUS_CHRISTI.in(year).getDayOfWeek()).hasToString("THURSDAY");
        }
    }

    @Test
    void a_company_reads_them_in_its_language() {
        assertThat(NationalHoliday.CHRISTMAS.nameIn("pt-BR")).isEqualTo("Natal");
        assertThat(NationalHoliday.CHRISTMAS.nameIn("en")).isEqualTo("Christmas Day");
    }

    private static List<String> days(int year, NationalHoliday.Kind kind) {
        return NationalHoliday.of(year).stream()
                .filter(holiday -> holiday.kind() == kind)
                .map(holiday -> holiday.in(year).toString())
                .toList();
    }
}
