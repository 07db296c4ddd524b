package dev.pulso.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates as Brazilian spreadsheets and other systems write them: {@code 2024-03-05}, {@code 05/03/2024},
 * {@code 05-03-2024}, {@code 05.03.2024}, {@code 2024/03/05}; one digit for day or month will do. A time behind the
 * date is allowed and dropped: the date stays as written, whatever zone the time names.
 *
 * <p>The day always comes first (or last, behind the year). Refused, with a {@link Reason}: two-digit years, dates with
 * the month first where that shows, days that do not exist, years outside 1900 to 2199.
 */
public final class DateParser {

    private static final String TIME =
            "(?:[T ]\\s*\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?\\s*(?:Z|[+-]\\d{2}:?(?:\\d{2})?)?)?";
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/])(\\d{1,2})\\2(\\d{1,2})" + TIME);
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})" + TIME);
    private static final Pattern SHORT_YEAR = Pattern.compile("\\d{1,2}([-/.])\\d{1,2}\\1\\d{2}" + TIME);

    private DateParser() {}

    public static Parsed<LocalDate> parse(String text) {
        String trimmed = Texts.trim(text);
        if (trimmed.isEmpty()) {
            return Parsed.blank();
        }
        Matcher iso = YEAR_FIRST.matcher(trimmed);
        if (iso.matches()) {
            return date(iso.group(1), iso.group(3), iso.group(4));
        }
        Matcher brazilian = DAY_FIRST.matcher(trimmed);
        if (brazilian.matches()) {
            return date(brazilian.group(4), brazilian.group(3), brazilian.group(1));
        }
        return SHORT_YEAR.matcher(trimmed).matches()
                ? Parsed.refused("date_short_year", "Write the year with four digits, as in 31/12/2024.")
                : Parsed.refused("date_not_a_date", "Write the date as 31/12/2024 or 2024-12-31.");
    }

    private static Parsed<LocalDate> date(String yearText, String monthText, String dayText) {
        int year = Integer.parseInt(yearText);
        int month = Integer.parseInt(monthText);
        int day = Integer.parseInt(dayText);
        if (year < 1900 || year > 2199) {
            return Parsed.refused("date_out_of_range", "The year must be between 1900 and 2199.");
        }
        if (month > 12 && month <= 31 && day >= 1 && day <= 12) {
            return Parsed.refused("date_month_first", "The day comes before the month, as in 31/12/2024.");
        }
        try {
            return Parsed.value(LocalDate.of(year, month, day));
        } catch (DateTimeException impossible) {
            return Parsed.refused("date_does_not_exist", "The calendar has no such day.");
        }
    }
}
