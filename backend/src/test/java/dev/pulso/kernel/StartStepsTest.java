package dev.pulso.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StartStepsTest {
    @Test
    void a_step_that_takes_its_time_says_what_it_is_doing() {
        PrintStream before = System.err;
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        System.setErr(new PrintStream(heard, true, StandardCharsets.UTF_8));
        try {
            StartSteps.begin("starting as a whole");
            StartSteps.during("counting the sheep", () -> {
                await().atMost(Duration.ofMinutes(1))
                        .until(() ->
                                heard.toString(StandardCharsets.UTF_8).contains("pulso: still counting the sheep ("));
                return 0;
            });
        } finally {
            System.setErr(before);
            StartSteps.finish();
        }
        assertThat(heard.toString(StandardCharsets.UTF_8)).doesNotContain("a whole");
    }

    @Test
    void a_step_that_fails_is_named_with_its_cause() {
        try {
            assertThatThrownBy(() -> StartSteps.during(
                            "reading the stars",
                            () -> StartSteps.await(
                                    "lifting the telescope",
                                    Uni.createFrom()
                                            .failure(
                                                    new IllegalStateException("", new RuntimeException("too heavy"))))))
                    .satisfies(failure ->
                            assertThat(StartSteps.told(failure)).isEqualTo("lifting the telescope: too heavy"));
        } finally {
            StartSteps.finish();
        }
    }

    @Test
    void no_step_has_less_than_minutes() {
        assertThat(StartSteps.LIMIT).isGreaterThan(Duration.ofMinutes(5));
    }
}
