package dev.pulso.crm.internal.pipeline;

import static dev.pulso.crm.internal.pipeline.StageDraft.added;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pulso.kernel.Problem;
import dev.pulso.kernel.Violation;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StageDraftTest {
    private static final StageDraft OPEN = added("Open", StageType.open, 10);
    private static final StageDraft WON = added("Won", StageType.won, 100);
    private static final StageDraft LOST = added("Lost", StageType.lost, 0);

    @Test
    void an_open_a_won_and_a_lost_stage_are_enough_in_any_order() {
        assertThatCode(() -> StageDraft.requireComplete(List.of(LOST, WON, OPEN)))
                .doesNotThrowAnyException();
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        UUID id = UUID.randomUUID();
        assertThat(violations(List.of(
                        new StageDraft(id, "Lost", StageType.lost, 0, null, null),
                        new StageDraft(id, " LOST ", StageType.lost, 0, null, null))))
                .containsExactly(
                        "stages[1].name duplicate",
                        "stages[1].id duplicate",
                        "stages open_stage",
                        "stages won_stage",
                        "stages lost_stage");
    }

    @Test
    void there_is_one_place_to_win() {
        assertThat(violations(List.of(OPEN, WON, LOST, added("Won too", StageType.won, 100))))
                .containsExactly("stages won_stage");
    }

    @Test
    void a_new_stage_without_probability_is_worth_what_its_type_says() {
        assertThat(new StageDraft(null, "S", StageType.open, null, null, null).probabilityOfNew())
                .isZero();
        assertThat(new StageDraft(null, "S", StageType.won, null, null, null).probabilityOfNew())
                .isEqualTo(100);
        assertThat(new StageDraft(null, "S", StageType.lost, null, null, null).probabilityOfNew())
                .isZero();
        assertThat(new StageDraft(null, "S", StageType.open, 35, null, null).probabilityOfNew())
                .isEqualTo(35);
    }

    private static List<String> violations(List<StageDraft> stages) {
        return catchThrowableOfType(Problem.class, () -> StageDraft.requireComplete(stages)).violations().stream()
                .map((Violation each) -> each.field() + " " + each.code())
                .toList();
    }
}
