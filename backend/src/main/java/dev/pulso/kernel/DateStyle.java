package dev.pulso.kernel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In which order a column writes its dates. One value alone can be doubtful: {@code 03/04/2026} is in April here and in
 * March elsewhere. As with amounts ({@link DecimalStyle}) the whole column tells, and then each value is read by it.
 */
public enum DateStyle {
    /** 31/12/2024; also what a column is that does not tell. */
    DAY_FIRST,
    /** 12/31/2024. */
    MONTH_FIRST,
    /** 24-12-31 where the year is short; four digits in front are a year in every style. */
    YEAR_FIRST,
    /** The column holds both: a value that reads only one way is taken, a doubtful one is refused. */
    MIXED;

    private static final Pattern YEAR_LAST =
            Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(?:\\d{4}|\\d{2})(?!\\d).*");

    /** Collects what the dates of one column say. Not safe to share between threads. */
    public static final class Votes {
        private boolean dayFirst;
        private boolean monthFirst;

        /** Counts one cell; text that is no date may be given too and says nothing. */
        public Votes add(String cell) {
            Matcher date = YEAR_LAST.matcher(Texts.trim(cell));
            if (date.matches()) {
                int first = Integer.parseInt(date.group(1));
                int second = Integer.parseInt(date.group(3));
                dayFirst |= first > 12 && first <= 31 && second <= 12;
                monthFirst |= second > 12 && second <= 31 && first <= 12;
            }
            return this;
        }

        public DateStyle style() {
            if (dayFirst && monthFirst) {
                return MIXED;
            }
            return monthFirst ? MONTH_FIRST : DAY_FIRST;
        }
    }
}
