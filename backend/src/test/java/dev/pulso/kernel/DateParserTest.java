package dev.pulso.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateParserTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-03-05",
                "2024-3-5",
                "2024/03/05",
                "05/03/2024",
                "5/3/2024",
                "05-03-2024",
                "05.03.2024",
                " 05/03/2024 ",
                "05/03/2024 14:30",
                "05/03/2024 14:30:59",
                "2024-03-05T23:59:59Z",
                "2024-03-05T23:59:59.123-03:00",
                "2024-03-05 00:00:00+0000"
            })
    void the_fifth_of_march_is_read_in_every_usual_way(String text) {
        assertThat(DateParser.parse(text)).isEqualTo(Parsed.value(LocalDate.of(2024, 3, 5)));
    }

    @ParameterizedTest
    @CsvSource({
        "31/02/2024, date_does_not_exist",
        "29/02/2023, date_does_not_exist",
        "2024-00-10, date_does_not_exist",
        "00/10/2024, date_does_not_exist",
        "31/31/2024, date_does_not_exist",
        "12/31/2024, date_month_first",
        "05/03/24, date_short_year",
        "05/03/0024, date_out_of_range",
        "2200-01-01, date_out_of_range",
        "05-03/2024, date_not_a_date",
        "March 5 2024, date_not_a_date",
        "45356, date_not_a_date",
        "20240305, date_not_a_date"
    })
    void what_cannot_be_read_says_why(String text, String code) {
        assertThat(DateParser.parse(text).refusal().map(Reason::code)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0"})
    void an_empty_cell_is_blank(String text) {
        assertThat(DateParser.parse(text)).isEqualTo(Parsed.blank());
    }

    @Property
    void every_day_reads_back(@ForAll("days") LocalDate day) {
        for (String pattern : new String[] {"dd/MM/uuuu", "dd-MM-uuuu", "uuuu-MM-dd", "d/M/uuuu"}) {
            String text = day.format(DateTimeFormatter.ofPattern(pattern));
            assertThat(DateParser.parse(text)).as(text).isEqualTo(Parsed.value(day));
        }
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1900, 1, 1).toEpochDay(),
                        LocalDate.of(2199, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }
}
