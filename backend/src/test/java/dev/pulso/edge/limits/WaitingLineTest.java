package dev.pulso.edge.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pulso.kernel.Problem;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitingLineTest {
    private static final String BUSY = Problem.busy().type();

    private final CountDownLatch begun = new CountDownLatch(2);
    private final CountDownLatch held = new CountDownLatch(1);
    private final Queue<Integer> done = new ConcurrentLinkedQueue<>();
    private final WaitingLine line = new WaitingLine("test", 2, 3);

    @Test
    void what_has_been_taken_is_done_and_who_comes_to_a_full_line_is_told() throws InterruptedException {
        IntStream.range(0, 2).forEach(this::put);
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        IntStream.range(2, 5).forEach(this::put);

        Problem refused = catchThrowableOfType(Problem.class, () -> put(5));
        assertThat(refused.type()).isEqualTo(BUSY);
        assertThatThrownBy(() -> line.in(() -> "now").await().atMost(Duration.ofSeconds(10)))
                .isInstanceOfSatisfying(
                        Problem.class, busy -> assertThat(busy.type()).isEqualTo(BUSY));

        held.countDown();
        line.close(Duration.ofSeconds(10));
        assertThat(done).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
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

    private void put(int number) {
        line.put(() -> {
            begun.countDown();
            try {
                held.await();
                done.add(number);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
