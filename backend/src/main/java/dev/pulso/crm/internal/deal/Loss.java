package dev.pulso.crm.internal.deal;

import dev.pulso.kernel.Checks;
import dev.pulso.kernel.Problem;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why and when a deal was lost: a reason of the company's list, words, or both.
 *
 * @param lostOn null: today
 */
record Loss(
        @Nullable UUID reasonId,
        @Nullable String words,
        @Nullable LocalDate lostOn) {

    /** @throws Problem 400 without a reason */
    static Loss of(@Nullable UUID reasonId, @Nullable String words, @Nullable LocalDate lostOn) {
        String said = words == null || words.isBlank() ? null : Checks.lines("reason", words);
        if (said == null && reasonId == null) {
            throw Problem.invalid("reason", "is needed, or a reason of the list", "required");
        }
        return new Loss(reasonId, said, lostOn);
    }
}
