package dev.pulso.imports.internal.mapping;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In which order the dates of a column that do not begin with the year are written. */
public enum DateOrder {
    /** 31/12/2024; also what a column is that does not tell. */
    dmy,
    /** 12/31/2024. */
    mdy,
    /** Year first, which reads only one way. */
    ymd;

    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}.*)");

    /** Collects what the dates of a column say. */
    static final class Votes {
        private boolean dayFirst;
        private boolean monthFirst;

        void add(String text) {
            Matcher date = YEAR_LAST.matcher(text.strip());
            if (date.matches()) {
                dayFirst |= Integer.parseInt(date.group(1)) > 12;
                monthFirst |= Integer.parseInt(date.group(3)) > 12;
            }
        }

        DateOrder order() {
            return monthFirst && !dayFirst ? mdy : dmy;
        }
    }

    /** The text as a reader of day-first dates wants it. */
    String dayFirst(String text) {
        Matcher date = YEAR_LAST.matcher(text.strip());
        return this == mdy && date.matches()
                ? date.group(3) + date.group(2) + date.group(1) + date.group(2) + date.group(4)
                : text;
    }
}
