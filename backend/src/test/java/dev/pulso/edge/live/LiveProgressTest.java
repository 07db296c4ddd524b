package dev.pulso.edge.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LiveProgressTest {
    /** Nothing has ended. */
    private static final LiveProgress.Horizon NOW = new LiveProgress.Horizon(500, 600);

    private final LiveProgress progress = new LiveProgress(List.of(notice(1000)), NOW);

    @Test
    void what_has_been_read_is_settled() {
        assertThat(read(1001, 1002)).containsExactly(1001L, 1002L);
        assertThat(progress.settled()).isEqualTo(1002);
        assertThat(progress.newest()).isEqualTo(1002);
    }

    @Test
    void a_notice_that_comes_late_is_waited_for_and_told_once() {
        assertThat(read(1003)).containsExactly(1003L);
        assertThat(progress.settled())
                .as("nobody may believe to have seen 1001")
                .isEqualTo(1000);
        assertThat(progress.missing()).containsExactly(1001L, 1002L);
        assertThat(read(1002)).containsExactly(1002L);
        assertThat(progress.settled()).isEqualTo(1000);
        assertThat(read(1001, 1003)).containsExactly(1001L);
        assertThat(progress.settled()).isEqualTo(1003);
    }

    @Test
    void a_number_is_given_up_when_all_that_was_open_then_has_ended_and_not_before() {
        read(1002);
        progress.read(List.of(), new LiveProgress.Horizon(599, 9_000));
        assertThat(progress.settled()).isEqualTo(1000);
        progress.read(List.of(), new LiveProgress.Horizon(600, 9_001));
        assertThat(progress.settled()).isEqualTo(1002);
        assertThat(progress.missing()).isEmpty();
    }

    @Test
    void what_turns_up_in_the_last_moment_is_told() {
        read(1002);
        assertThat(progress.read(List.of(notice(1001)), new LiveProgress.Horizon(600, 9_000)))
                .extracting(LiveNotice::seq)
                .containsExactly(1001L);
    }

    @Test
    void what_was_on_its_way_at_the_start_is_heard_and_what_was_there_is_not() {
        LiveProgress started = new LiveProgress(List.of(notice(7), notice(8), notice(10)), NOW);
        assertThat(started.settled()).isEqualTo(8);
        assertThat(started.read(List.of(notice(8), notice(9), notice(10)), NOW))
                .extracting(LiveNotice::seq)
                .containsExactly(9L);
        assertThat(started.settled()).isEqualTo(10);
        assertThat(new LiveProgress(List.of(), NOW).settled()).isZero();
    }

    private List<Long> read(long... seqs) {
        return progress
                .read(Arrays.stream(seqs).mapToObj(LiveProgressTest::notice).toList(), NOW)
                .stream()
                .map(LiveNotice::seq)
                .toList();
    }

    private static LiveNotice notice(long seq) {
        return new LiveNotice(
                seq, UUID.randomUUID(), "crm.deals:read", "deal.updated", UUID.randomUUID(), null, 1, null, null, null);
    }
}
