package dev.pulso.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the daily mail is due: an hour of the clock on the company's wall. */
class DailyDigestsTest {
    @ParameterizedTest
    @CsvSource({
        // Before and after the hour; the hour itself was today's.
        "2026-11-30T10:59:59Z, 8, America/Sao_Paulo, 2026-11-30T11:00:00Z",
        "2026-11-30T11:00:00Z, 8, America/Sao_Paulo, 2026-12-01T11:00:00Z",
        // The day is the company's, not that of the server.
        "2026-12-01T02:30:00Z, 23, America/Sao_Paulo, 2026-12-02T02:00:00Z",
        "2026-12-01T01:30:00Z, 23, America/Sao_Paulo, 2026-12-01T02:00:00Z",
        "2026-11-30T23:30:00Z, 0, America/Sao_Paulo, 2026-12-01T03:00:00Z",
        "2026-12-31T09:59:00Z, 0, Pacific/Kiritimati, 2026-12-31T10:00:00Z",
        "2026-12-31T10:30:00Z, 12, Pacific/Pago_Pago, 2026-12-31T23:00:00Z",
        "2026-11-30T02:29:00Z, 8, Asia/Kolkata, 2026-11-30T02:30:00Z",
        // Where clocks are set it is the hour on the wall, and once.
        "2026-03-28T09:00:00Z, 8, Europe/Lisbon, 2026-03-29T07:00:00Z",
        "2026-10-24T09:00:00Z, 8, Europe/Lisbon, 2026-10-25T08:00:00Z",
        "2026-03-28T09:00:00Z, 1, Europe/Lisbon, 2026-03-29T01:00:00Z"
    })
    void the_mail_is_due_at_the_hour_of_the_companys_day(Instant moment, int hour, ZoneId zone, Instant due) {
        assertThat(DailyDigests.after(moment, hour, zone)).isEqualTo(due);
    }
}
