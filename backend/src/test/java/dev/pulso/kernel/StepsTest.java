package dev.pulso.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class StepsTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @Test
    void one_begins_when_the_one_before_has_ended_and_none_after_a_failure() {
        List<String> seen = new ArrayList<>();
        CompletableFuture<Void> first = new CompletableFuture<>();
        CompletableFuture<Void> all = Steps.inOrder(List.of(1, 2, 3), number -> {
                    seen.add("begun " + number);
                    return number == 1
                            ? Uni.createFrom().completionStage(first)
                            : Uni.createFrom().failure(new IllegalStateException("step " + number));
                })
                .subscribeAsCompletionStage();
        assertThat(seen).containsExactly("begun 1");
        first.complete(null);
        assertThatThrownBy(all::join).hasRootCauseMessage("step 2");
        assertThat(seen).containsExactly("begun 1", "begun 2");
    }

    @Test
    void so_many_are_under_way_at_once() {
        List<Integer> begun = new ArrayList<>();
        List<CompletableFuture<Void>> ends =
                List.of(new CompletableFuture<>(), new CompletableFuture<>(), new CompletableFuture<>());
        CompletableFuture<Void> all = Steps.sideBySide(2, List.of(0, 1, 2), number -> {
                    begun.add(number);
                    return Uni.createFrom().completionStage(ends.get(number));
                })
                .subscribeAsCompletionStage();
        assertThat(begun).containsExactly(0, 1);
        ends.get(1).complete(null);
        assertThat(begun).containsExactly(0, 1, 2);
        ends.get(0).complete(null);
        assertThat(all).isNotDone();
        ends.get(2).complete(null);
        assertThat(all).succeedsWithin(SOON);
        assertThat(Steps.inOrder(List.of(), nothing -> Uni.createFrom().voidItem())
                        .subscribeAsCompletionStage())
                .succeedsWithin(SOON);
    }
}
