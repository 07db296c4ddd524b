package dev.pulso.crm.internal.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CalendarFileTest {
    @Test
    void people_s_words_are_escaped() {
        assertThat(new CalendarFile()
                        .text("SUMMARY", "a;b,c\\d\r\ne\u0007\rf:g")
                        .toString())
                .isEqualTo("SUMMARY:a\\;b\\,c\\\\d\\ne\\nf:g\r\n");
        assertThat(new CalendarFile().text("SUMMARY", null).text("SUMMARY", "").toString())
                .isEmpty();
    }

    @Test
    void no_line_is_longer_than_75_bytes_and_no_character_is_cut() {
        String words = "ação 👩‍👩‍👧 ".repeat(40) + "fim";
        String written = new CalendarFile().text("DESCRIPTION", words).toString();
        for (String line : written.split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
            assertThat(line.chars().filter(c -> c == 0xFFFD)).isEmpty();
        }
        assertThat(written).endsWith("\r\n");
        assertThat(written.replace("\r\n ", "")).isEqualTo("DESCRIPTION:" + words + "\r\n");
    }

    @Test
    void times_are_in_utc_and_days_are_days() {
        assertThat(new CalendarFile()
                        .time("DTSTART", Instant.parse("2026-12-01T18:00:00.123Z"))
                        .day("DTEND", LocalDate.of(2026, 12, 2))
                        .toString())
                .isEqualTo("DTSTART:20261201T180000Z\r\nDTEND;VALUE=DATE:20261202\r\n");
    }
}
