package dev.pulso.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates as spreadsheets and other systems write them: {@code 2024-03-05}, {@code 05/03/2024}, {@code 5.3.24},
 * {@code 05-mar-2024}, {@code 5 de março de 2024}, {@code March 5, 2024}; one digit for day or month will do. A time behind
 * the date, with AM or PM or without, is dropped; a time that names its zone makes an instant, of which the day in the
 * given zone is taken.
 *
 * <p>A year of two digits is what Excel makes of it: 00 to 29 is 2000 to 2029, 30 to 99 is 1930 to 1999. Refused, with a
 * {@link Reason}: dates against the order of their column, doubtful ones in a column that holds both orders, days that do
 * not exist, years outside 1900 to 2199.
 *
 * @param style the order of day and month in the whole column
 * @param zone whose day an instant lies in
 */
public record DateParser(DateStyle style, ZoneId zone) {

    private static final String TIME = "(?:(?:T|,? )\\s*(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?"
            + "\\s*([AaPp]\\.?\\s?[Mm]\\.?)?\\s*(Z|z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?)?";
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<y>\\d{4})(?<s>[-/.])(?<m>\\d{1,2})\\k<s>(?<d>\\d{1,2})" + TIME);
    private static final Pattern NUMBERS =
            Pattern.compile("(?<a>\\d{1,2})(?<s>[-/.])(?<b>\\d{1,2})\\k<s>(?<c>\\d{4}|\\d{2})" + TIME);
    private static final Pattern DAY_NAME_YEAR = Pattern.compile(
            "(?<d>\\d{1,2})(?:[-/. ]|\\s+de\\s+|\\s+)(?<m>\\p{L}{3,10})\\.?(?:[-/. ]|\\s+de\\s+|,?\\s+)(?<y>\\d{4}|\\d{2})"
                    + TIME);
    private static final Pattern NAME_DAY_YEAR =
            Pattern.compile("(?<m>\\p{L}{3,10})\\.?[-/. ]\\s*(?<d>\\d{1,2})(?:,\\s*|[-/. ])(?<y>\\d{4})" + TIME);
    private static final Pattern SERIAL = Pattern.compile("\\d{5}(?:[.,]\\d{1,15})?");

    /** Day 0 of spreadsheets, so that their day 61 is 1 March 1900 although they know a 29 February 1900. */
    private static final LocalDate SERIAL_EPOCH = LocalDate.of(1899, 12, 30);

    /** January first, in Portuguese, English and Spanish, without accents. */
    private static final List<List<String>> MONTHS = List.of(
            List.of("janeiro", "january", "enero"),
            List.of("fevereiro", "february", "febrero"),
            List.of("marco", "march", "marzo"),
            List.of("abril", "april"),
            List.of("maio", "may", "mayo"),
            List.of("junho", "june", "junio"),
            List.of("julho", "july", "julio"),
            List.of("agosto", "august"),
            List.of("setembro", "september", "septiembre"),
            List.of("outubro", "october", "octubre"),
            List.of("novembro", "november", "noviembre"),
            List.of("dezembro", "december", "diciembre"));

    /** The day in front, instants in UTC. */
    private static final DateParser BRAZILIAN = new DateParser(DateStyle.DAY_FIRST, ZoneOffset.UTC);

    /** Reads a date that stands alone: the day comes before the month, an instant counts in UTC. */
    public static Parsed<LocalDate> parse(String text) {
        return BRAZILIAN.read(Texts.trim(text));
    }

    /**
     * Reads a cell of a column that is known to hold dates: also the number that a spreadsheet keeps for a date (45356 is 5
     * March 2024), which elsewhere would be any number.
     */
    public Parsed<LocalDate> parseCell(String cell) {
        String text = Texts.trim(cell);
        return SERIAL.matcher(text).matches()
                ? inRange(SERIAL_EPOCH.plusDays(new BigDecimal(text.replace(',', '.'))
                        .setScale(0, RoundingMode.DOWN)
                        .longValueExact()))
                : read(text);
    }

    private Parsed<LocalDate> read(String text) {
        if (text.isEmpty()) {
            return Parsed.blank();
        }
        String plain = text.replace('\u00a0', ' ').replace('\u202f', ' ');
        Matcher iso = YEAR_FIRST.matcher(plain);
        if (iso.matches()) {
            return date(iso.group("y"), number(iso, "m"), number(iso, "d"), iso);
        }
        Matcher numbers = NUMBERS.matcher(plain);
        if (numbers.matches()) {
            return numbers(numbers);
        }
        for (Pattern named : new Pattern[] {DAY_NAME_YEAR, NAME_DAY_YEAR}) {
            Matcher date = named.matcher(plain);
            int month = date.matches() ? month(date.group("m")) : 0;
            if (month > 0) {
                return date(date.group("y"), month, number(date, "d"), date);
            }
        }
        return Parsed.refused("date_not_a_date", "Write the date as 31/12/2024 or 2024-12-31.");
    }

    private Parsed<LocalDate> numbers(Matcher date) {
        int first = number(date, "a");
        int second = number(date, "b");
        if (style == DateStyle.YEAR_FIRST && date.group("c").length() == 2) {
            return date(date.group("a"), second, number(date, "c"), date);
        }
        return switch (style) {
            case MONTH_FIRST ->
                first > 12 && first <= 31 && second >= 1 && second <= 12
                        ? Parsed.refused("date_day_first", "The month comes before the day, as in 12/31/2024.")
                        : date(date.group("c"), first, second, date);
            case MIXED -> {
                boolean doubtful = first <= 12 && second <= 12 && first != second;
                yield doubtful
                        ? Parsed.refused(
                                "date_ambiguous",
                                "The column mixes 31/12/2024 and 12/31/2024, and this date can be read both ways:"
                                        + " write it as 2024-12-31.")
                        : first > 12
                                ? date(date.group("c"), second, first, date)
                                : date(date.group("c"), first, second, date);
            }
            case DAY_FIRST, YEAR_FIRST ->
                second > 12 && second <= 31 && first >= 1 && first <= 12
                        ? Parsed.refused("date_month_first", "The day comes before the month, as in 31/12/2024.")
                        : date(date.group("c"), second, first, date);
        };
    }

    private Parsed<LocalDate> date(String yearText, int month, int day, Matcher time) {
        int written = Integer.parseInt(yearText);
        int year = yearText.length() == 4 ? written : written + (written < 30 ? 2000 : 1900);
        try {
            LocalDate date = LocalDate.of(year, month, day);
            OffsetDateTime instant = instant(date, time);
            return inRange(
                    instant == null ? date : instant.atZoneSameInstant(zone).toLocalDate());
        } catch (DateTimeException impossible) {
            return outOfRange(year)
                    ? inRange(LocalDate.of(year, 1, 1))
                    : Parsed.refused("date_does_not_exist", "The calendar has no such day, or the day no such time.");
        }
    }

    /** The groups of {@link #TIME} are the last five of each pattern. */
    private static @Nullable OffsetDateTime instant(LocalDate date, Matcher time) {
        int at = time.groupCount() - 4;
        if (time.group(at) == null) {
            return null;
        }
        int hour = Integer.parseInt(time.group(at));
        String half = time.group(at + 3);
        if (half != null) {
            if (hour < 1 || hour > 12) {
                throw new DateTimeException("no hour of a half day");
            }
            hour = hour % 12 + (Character.toLowerCase(half.charAt(0)) == 'p' ? 12 : 0);
        }
        String seconds = time.group(at + 2);
        LocalTime clock =
                LocalTime.of(hour % 24, Integer.parseInt(time.group(at + 1)), seconds == null ? 0 : whole(seconds));
        if (hour > 24) {
            throw new DateTimeException("no hour of a day");
        }
        String offset = time.group(at + 4);
        return offset == null ? null : OffsetDateTime.of(date, clock, offset(offset));
    }

    /** A leap second counts as the one before. */
    private static int whole(String seconds) {
        int number = Integer.parseInt(seconds);
        return number == 60 ? 59 : number;
    }

    private static ZoneOffset offset(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return upper.equals("UTC") || upper.equals("GMT") ? ZoneOffset.UTC : ZoneOffset.of(upper);
    }

    private static Parsed<LocalDate> inRange(LocalDate date) {
        return outOfRange(date.getYear())
                ? Parsed.refused("date_out_of_range", "The year must be between 1900 and 2199.")
                : Parsed.value(date);
    }

    private static boolean outOfRange(int year) {
        return year < 1900 || year > 2199;
    }

    /** 1 to 12 for a name or the beginning of one, 0 for any other word. */
    private static int month(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS.size(); i++) {
            if (MONTHS.get(i).stream().anyMatch(month -> month.startsWith(plain))) {
                return i + 1;
            }
        }
        return 0;
    }

    private static int number(Matcher date, String group) {
        return Integer.parseInt(date.group(group));
    }
}
