package dev.pulso.company.internal.calendar;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * The days that Brazil keeps: national holidays (laws 662/1949, 6.802/1980, 9.093/1995, 10.607/2002, 14.759/2023) and the
 * optional points of the yearly federal ordinance that take a whole day. Ash Wednesday, which ends at two in the
 * afternoon, and the days of public servants are none.
 */
enum NationalHoliday {
    NEW_YEAR("Confraternização Universal", "New Year's Day", fixed(1, 1)),
    CARNIVAL_MONDAY("Carnaval (segunda-feira)", "Carnival Monday", fromEaster(-48), Kind.OPTIONAL),
    CARNIVAL_TUESDAY("Carnaval (terça-feira)", "Carnival Tuesday", fromEaster(-47), Kind.OPTIONAL),
    GOOD_FRIDAY("Paixão de Cristo", "Good Friday", fromEaster(-2)),
    TIRADENTES("Tiradentes", "Tiradentes Day", fixed(4, 21)),
    LABOUR_DAY("Dia Mundial do Trabalho", "Labour Day", fixed(5, 1)),
    CORPUS_CHRISTI("Corpus Christi", "Corpus Christi", fromEaster(60), Kind.OPTIONAL),
    INDEPENDENCE("Independência do Brasil", "Independence Day", fixed(9, 7)),
    OUR_LADY_APARECIDA("Nossa Senhora Aparecida", "Our Lady of Aparecida", fixed(10, 12)),
    ALL_SOULS("Finados", "All Souls' Day", fixed(11, 2)),
    REPUBLIC("Proclamação da República", "Republic Day", fixed(11, 15)),
    BLACK_CONSCIOUSNESS("Dia Nacional de Zumbi e da Consciência Negra", "Black Consciousness Day", fixed(11, 20), 2024),
    CHRISTMAS("Natal", "Christmas Day", fixed(12, 25));

    /** By law, or left to each employer. */
    enum Kind {
        NATIONAL,
        OPTIONAL
    }

    private final String portuguese;
    private final String english;
    private final IntFunction<LocalDate> day;
    private final Kind kind;
    private final int since;

    NationalHoliday(String portuguese, String english, IntFunction<LocalDate> day, Kind kind, int since) {
        this.portuguese = portuguese;
        this.english = english;
        this.day = day;
        this.kind = kind;
        this.since = since;
    }

    NationalHoliday(String portuguese, String english, IntFunction<LocalDate> day) {
        this(portuguese, english, day, Kind.NATIONAL, 0);
    }

    NationalHoliday(String portuguese, String english, IntFunction<LocalDate> day, Kind kind) {
        this(portuguese, english, day, kind, 0);
    }

    NationalHoliday(String portuguese, String english, IntFunction<LocalDate> day, int since) {
        this(portuguese, english, day, Kind.NATIONAL, since);
    }

    /** Those of a year, by date. Two may fall on one day: Good Friday of 2000 was Tiradentes. */
    static List<NationalHoliday> of(int year) {
        return Arrays.stream(values())
                .filter(holiday -> holiday.since <= year)
                .sorted(Comparator.comparing((NationalHoliday holiday) -> holiday.in(year)))
                .toList();
    }

    LocalDate in(int year) {
        return day.apply(year);
    }

    Kind kind() {
        return kind;
    }

    /** Its stable name for programs. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param locale of the company */
    String nameIn(String locale) {
        return locale.equals("en") ? english : portuguese;
    }

    private static IntFunction<LocalDate> fixed(int month, int dayOfMonth) {
        return year -> LocalDate.of(year, month, dayOfMonth);
    }

    private static IntFunction<LocalDate> fromEaster(int days) {
        return year -> easter(year).plusDays(days);
    }

    /** Easter Sunday of the Gregorian calendar (the anonymous algorithm: Meeus, Astronomical Algorithms, chapter 8). */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = b / 4;
        int e = b % 4;
        int f = (b + 8) / 25;
        int g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30;
        int i = c / 4;
        int k = c % 4;
        int l = (32 + 2 * e + 2 * i - h - k) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int sum = h + l - 7 * m + 114;
        return LocalDate.of(year, sum / 31, sum % 31 + 1);
    }
}
