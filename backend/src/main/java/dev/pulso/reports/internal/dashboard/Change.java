package dev.pulso.reports.internal.dashboard;

import dev.pulso.kernel.Ratio;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A figure and what it was last month.
 *
 * @param previous null when it is not known
 */
record Change(long value, @Nullable Long previous) {
    private static final int DECIMALS = 1;

    @Nullable
    Long change() {
        return previous == null ? null : Math.subtractExact(value, previous);
    }

    /** In percent of the previous figure, one decimal; null where nothing was, or nothing is known. */
    @Nullable
    BigDecimal percent() {
        Long change = change();
        return change == null || previous == null ? null : percent(change, Math.abs(previous));
    }

    /** A part in percent of a whole, one decimal, half up; null of nothing. */
    static @Nullable BigDecimal percent(long part, long whole) {
        return whole == 0 ? null : Ratio.of(part, whole).times(100).toDecimal(DECIMALS);
    }
}
