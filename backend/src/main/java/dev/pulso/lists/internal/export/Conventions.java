package dev.pulso.lists.internal.export;

import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/** How numbers, days and separators are written in a file of text; workbooks have types of their own. */
enum Conventions {
    STANDARD("standard", ',', '.', false, "", ""),
    PT_BR("pt-BR", ';', ',', true, "dd/MM/uuuu", "dd/MM/uuuu HH:mm:ss"),
    EN("en", ',', '.', true, "MM/dd/uuuu", "MM/dd/uuuu HH:mm:ss");

    private final String code;
    private final char separator;
    private final char decimalPoint;
    private final boolean marked;
    private final String day;
    private final String moment;

    Conventions(String code, char separator, char decimalPoint, boolean marked, String day, String moment) {
        this.code = code;
        this.separator = separator;
        this.decimalPoint = decimalPoint;
        this.marked = marked;
        this.day = day;
        this.moment = moment;
    }

    static Conventions of(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code));
    }

    String code() {
        return code;
    }

    char separator() {
        return separator;
    }

    char decimalPoint() {
        return decimalPoint;
    }

    /** Whether a byte order mark stands in front, by which spreadsheets know UTF-8. */
    boolean isMarked() {
        return marked;
    }

    /** In English for the months' sake, which have numbers. */
    DateTimeFormatter days() {
        return day.isEmpty() ? DateTimeFormatter.ISO_LOCAL_DATE : DateTimeFormatter.ofPattern(day, Locale.ROOT);
    }

    /** Of a local time; {@link #STANDARD} has instants. */
    DateTimeFormatter moments() {
        return DateTimeFormatter.ofPattern(moment, Locale.ROOT);
    }
}
