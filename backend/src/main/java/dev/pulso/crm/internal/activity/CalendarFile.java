package dev.pulso.crm.internal.activity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A calendar as RFC 5545 writes it down: lines of at most 75 bytes, of which a longer one goes on in the next, texts in which
 * commas, semicolons, backslashes and ends of lines are escaped. Times are instants in UTC, so that no reader needs to know a zone.
 */
final class CalendarFile {
    private static final int MOST_BYTES = 75;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

    private final StringBuilder lines = new StringBuilder(4096);

    /** A line whose value is no free text. */
    CalendarFile line(String name, String value) {
        fold(name + ":" + value);
        return this;
    }

    /** A line of people's words; none where there are none. */
    CalendarFile text(String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            fold(name + ":" + escaped(value));
        }
        return this;
    }

    CalendarFile time(String name, Instant at) {
        return line(name, TIME.format(at));
    }

    CalendarFile day(String name, LocalDate day) {
        return line(name + ";VALUE=DATE", DAY.format(day));
    }

    @Override
    public String toString() {
        return lines.toString();
    }

    private static String escaped(String text) {
        String whole = text.replace("\r\n", "\n").replace('\r', '\n');
        return CONTROLS.matcher(whole)
                .replaceAll("")
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** Between characters, never within one: who reads it may look at the lines one by one. */
    private void fold(String line) {
        int used = 0;
        for (int i = 0; i < line.length(); ) {
            int point = line.codePointAt(i);
            String character = Character.toString(point);
            int bytes = character.getBytes(StandardCharsets.UTF_8).length;
            if (used + bytes > MOST_BYTES) {
                lines.append("\r\n ");
                used = 1;
            }
            lines.append(character);
            used += bytes;
            i += Character.charCount(point);
        }
        lines.append("\r\n");
    }
}
