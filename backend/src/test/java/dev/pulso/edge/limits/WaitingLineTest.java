package dev.pulso.edge.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pulso.kernel.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitingLineTest {
    private static final String BUSY = Problem.busy().type();

    private final CountDownLatch begun = new CountDownLatch(2);
    private final CountDownLatch held = new CountDownLatch(1);
    private final WaitingLine line = new WaitingLine("test", 2, 3);

    @Test
    void what_has_been_taken_is_done_and_who_comes_to_a_full_line_is_told() throws InterruptedException {
        List<CompletableFuture<Integer>> taken =
                new ArrayList<>(IntStream.range(0, 2).mapToObj(this::put).toList());
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        IntStream.range(2, 5).mapToObj(this::put).forEach(taken::add);

        assertThatThrownBy(() -> line.in(() -> "now").await().atMost(Duration.ofSeconds(10)))
                .isInstanceOfSatisfying(
                        Problem.class, busy -> assertThat(busy.type()).isEqualTo(BUSY));

        held.countDown();
        assertThat(taken)
                .extracting(each -> each.orTimeout(10, TimeUnit.SECONDS).join())
                .containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void what_the_work_answers_comes_back_and_so_does_its_failure() {
        held.countDown();
        assertThat(line.in(() -> "drawn").await().atMost(Duration.ofSeconds(10)))
                .isEqualTo("drawn");
        assertThatThrownBy(() -> line.in(() -> {
                            throw new IllegalStateException("no ink");
                        })
                        .await()
                        .atMost(Duration.ofSeconds(10)))
                .hasMessage("no ink");
    }

    private CompletableFuture<Integer> put(int number) {
        return line.in(() -> {
                    begun.countDown();
                    try {
                        held.await();
                        return number;
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .subscribeAsCompletionStage();
    }
}
