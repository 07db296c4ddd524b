package dev.pulso.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateParserTest {

    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");
    private static final DateParser CELLS = new DateParser(DateStyle.DAY_FIRST, SAO_PAULO);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-03-05",
                "2024-3-5",
                "2024/03/05",
                "2024.03.05",
                "05/03/2024",
                "5/3/2024",
                "05-03-2024",
                "05.03.2024",
                " 05/03/2024 ",
                "\u200e05/03/2024\u00a0",
                "05/03/2024 14:30",
                "05/03/2024 14:30:59",
                "05/03/2024 2:30 PM",
                "05/03/2024 02:30:59 p. m.",
                "5/3/24",
                "05-mar-2024",
                "05-mar-24",
                "5/Mar/2024",
                "05 Março 2024",
                "5 de março de 2024",
                "5 de MARÇO de 2024",
                "5 mar. 2024",
                "March 5, 2024",
                "Mar 5 2024",
                "5 March 2024 11:59 PM",
                "5 de marzo de 2024",
                "45356",
                "45356.75",
                "45356,999",
                "2024-03-05T23:59:59",
                "2024-03-06T02:59:59Z",
                "2024-03-05T03:00:00Z",
                "2024-03-05T23:59:59.123-03:00",
                "2024-03-06 00:00:00 UTC",
                "2024-03-06 04:00:00+0200"
            })
    void the_fifth_of_march_is_read_in_every_usual_way(String text) {
        assertThat(CELLS.parseCell(text)).isEqualTo(Parsed.value(LocalDate.of(2024, 3, 5)));
    }

    @ParameterizedTest
    @CsvSource({
        "31/02/2024, date_does_not_exist",
        "29/02/2023, date_does_not_exist",
        "2024-00-10, date_does_not_exist",
        "00/10/2024, date_does_not_exist",
        "31/31/2024, date_does_not_exist",
        "30-fev-2024, date_does_not_exist",
        "05/03/2024 25:00, date_does_not_exist",
        "05/03/2024 13:00 PM, date_does_not_exist",
        "12/31/2024, date_month_first",
        "12/31/24, date_month_first",
        "05/03/0024, date_out_of_range",
        "2200-01-01, date_out_of_range",
        "05-03/2024, date_not_a_date",
        "05-xyz-2024, date_not_a_date",
        "05-marketing-2024, date_not_a_date",
        "4535, date_not_a_date",
        "20240305, date_not_a_date"
    })
    void what_cannot_be_read_says_why(String text, String code) {
        assertThat(CELLS.parseCell(text).refusal().map(Reason::code)).contains(code);
    }

    @Test
    void a_number_is_a_date_only_where_dates_are_expected() {
        assertThat(DateParser.parse("45356").refusal().map(Reason::code)).contains("date_not_a_date");
        assertThat(CELLS.parseCell("99999")).isEqualTo(Parsed.value(LocalDate.of(2173, 10, 13)));
    }

    @Test
    void a_short_year_is_what_spreadsheets_make_of_it() {
        assertThat(CELLS.parseCell("01/02/29")).isEqualTo(Parsed.value(LocalDate.of(2029, 2, 1)));
        assertThat(CELLS.parseCell("01/02/30")).isEqualTo(Parsed.value(LocalDate.of(1930, 2, 1)));
        assertThat(new DateParser(DateStyle.YEAR_FIRST, SAO_PAULO).parseCell("26-03-05"))
                .isEqualTo(Parsed.value(LocalDate.of(2026, 3, 5)));
    }

    @ParameterizedTest
    @CsvSource({
        "DAY_FIRST, 03/04/2026, 2026-04-03",
        "MONTH_FIRST, 03/04/2026, 2026-03-04",
        "MONTH_FIRST, 03/04/26 1:00 AM, 2026-03-04",
        "MONTH_FIRST, 03/31/2026, 2026-03-31",
        "MONTH_FIRST, 31/03/2026, date_day_first",
        "MIXED, 31/03/2026, 2026-03-31",
        "MIXED, 03/31/2026, 2026-03-31",
        "MIXED, 03/04/2026, date_ambiguous",
        "MIXED, 05/05/2026, 2026-05-05",
        "MIXED, 2026-03-04, 2026-03-04"
    })
    void a_date_is_read_in_the_order_of_its_column(DateStyle style, String text, String expected) {
        Parsed<LocalDate> read = new DateParser(style, SAO_PAULO).parseCell(text);
        assertThat(read.refusal()
                        .map(Reason::code)
                        .orElseGet(() -> read.orThrow().toString()))
                .isEqualTo(expected);
    }

    @Test
    void a_column_tells_its_order_whatever_stands_around_its_dates() {
        assertThat(style("03/04/2026", "\u200e02/28/2026", "\u00a003/05/26")).isEqualTo(DateStyle.MONTH_FIRST);
        assertThat(style("03/04/2026", "28/02/2026 10:00")).isEqualTo(DateStyle.DAY_FIRST);
        assertThat(style("12/31/2026", "31/12/2026", "03/04/2026")).isEqualTo(DateStyle.MIXED);
        assertThat(style("03/04/2026", "x")).isEqualTo(DateStyle.DAY_FIRST);
    }

    private static DateStyle style(String... cells) {
        DateStyle.Votes votes = new DateStyle.Votes();
        for (String cell : cells) {
            votes.add(cell);
        }
        return votes.style();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0"})
    void an_empty_cell_is_blank(String text) {
        assertThat(DateParser.parse(text)).isEqualTo(Parsed.blank());
    }

    @Property
    void every_day_reads_back(@ForAll("days") LocalDate day) {
        for (String pattern : new String[] {"dd/MM/uuuu", "dd-MM-uuuu", "uuuu-MM-dd", "d/M/uuuu", "d MMMM uuuu"}) {
            String text = day.format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
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
