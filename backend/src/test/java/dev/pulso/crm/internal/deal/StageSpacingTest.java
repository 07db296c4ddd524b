package dev.pulso.crm.internal.deal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.kernel.FractionalKey;
import org.junit.jupiter.api.Test;

class StageSpacingTest {
    @Test
    void fresh_keys_fit_between_the_cards_that_stay() {
        var keys = StageSpacing.freshKeys("V", "W", 100);
        assertThat(keys).hasSize(100).isSorted().doesNotHaveDuplicates().allMatch(FractionalKey::isKey);
        assertThat(keys.getFirst()).isGreaterThan("V");
        assertThat(keys.getLast()).isLessThan("W");
    }

    @Test
    void a_whole_stage_gets_short_keys() {
        assertThat(StageSpacing.freshKeys(null, null, 20_000))
                .hasSize(20_000)
                .doesNotHaveDuplicates()
                .noneMatch(FractionalKey::needsRebalance);
    }

    @Test
    void between_cards_that_are_tied_or_crowded_themselves_there_are_none() {
        assertThat(StageSpacing.freshKeys("V", "V", 3)).isNull();
        String crowded = "V".repeat(45);
        assertThat(StageSpacing.freshKeys(crowded + "1", crowded + "2", 3)).isNull();
    }
}
