package dev.pulso.crm.internal.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.crm.internal.pipeline.StageData;
import dev.pulso.crm.internal.pipeline.StageType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnTest {
    @ParameterizedTest
    @CsvSource({
        "0, 50, 0",
        "1, 50, 1",
        "3, 50, 2",
        "1, 49, 0",
        "101, 33, 33",
        "150, 33, 50",
        "1000, 0, 0",
        "1000, 100, 1000",
        // A hundred thousand deals of the largest amount: the product does not fit a long.
        "1000000000000000000, 99, 990000000000000000"
    })
    void what_an_open_stage_is_worth_is_rounded_half_up(long amount, int probability, long weighted) {
        assertThat(column(StageType.open, probability, amount).weightedCents()).isEqualTo(weighted);
    }

    @Test
    void what_is_lost_is_worth_nothing() {
        assertThat(column(StageType.lost, 80, 1000).weightedCents()).isZero();
    }

    private static BoardData.Column column(StageType type, int probability, long amount) {
        return new BoardData.Column(
                new StageData(UUID.randomUUID(), "S", type, probability, 0, Set.of()), 1, amount, 0, List.of(), null);
    }
}
