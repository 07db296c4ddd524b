package dev.pulso.store.jobs;

import dev.pulso.kernel.Problem;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days that a person may run a job for.
 *
 * @param from the first; null when there is none
 * @param to the last
 */
public record RunDays(@Nullable LocalDate from, LocalDate to) {

    public static RunDays only(LocalDate day) {
        return new RunDays(day, day);
    }

    /** That day and any before it. */
    public static RunDays until(LocalDate day) {
        return new RunDays(null, day);
    }

    /** 400 for a day that is none of these. */
    void require(LocalDate on) {
        if (on.isAfter(to)) {
            throw Problem.invalid("on", "must not be after " + to, "future");
        }
        if (from != null && on.isBefore(from)) {
            throw Problem.invalid("on", "must not be before " + from, "too_early");
        }
    }
}
