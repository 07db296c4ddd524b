package dev.pulso.edge.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pulso.edge.security.PasswordHasher.Turn;
import dev.pulso.kernel.Problem;
import io.quarkus.runtime.LaunchMode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private final PasswordHasher hasher = new PasswordHasher();

    @AfterEach
    void stop() {
        hasher.stop();
    }

    @Test
    void a_password_matches_its_own_hash_only() {
        String hash =
                hasher.hash("correct horse battery staple", Turn.LATER).await().atMost(SOON);
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(hash)
                .isNotEqualTo(hasher.hash("correct horse battery staple", Turn.LATER)
                        .await()
                        .atMost(SOON));
        assertThat(matches("correct horse battery staple", hash)).isTrue();
        assertThat(matches("correct horse battery stapler", hash)).isFalse();
        assertThat(matches("nobody has this password", null)).isFalse();
    }

    @Test
    void an_accented_letter_is_the_same_however_the_keyboard_makes_it() {
        String composed = "coração de açúcar";
        String apart = java.text.Normalizer.normalize(composed, java.text.Normalizer.Form.NFD);
        assertThat(apart).isNotEqualTo(composed);
        for (String first : List.of(composed, apart)) {
            String hash = hasher.hash(first, Turn.LATER).await().atMost(SOON);
            assertThat(matches(composed, hash)).isTrue();
            assertThat(matches(apart, hash)).isTrue();
            assertThat(matches("coracao de acucar", hash)).isFalse();
        }
        // As an earlier version stored it.
        assertThat(matches(apart, Argon2id.hash(apart, Argon2id.MEMORY_KIB))).isTrue();
    }

    /** From the tests of the reference implementation (github.com/P-H-C/phc-winner-argon2, test.c). */
    @Test
    void a_hash_that_another_implementation_made_with_other_figures_still_counts() {
        String hash = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertThat(matches("password", hash)).isTrue();
        assertThat(matches("Password", hash)).isFalse();
    }

    @Test
    void cheap_hashes_are_for_tests_alone() {
        for (LaunchMode real : List.of(LaunchMode.NORMAL, LaunchMode.DEVELOPMENT)) {
            assertThatThrownBy(() -> PasswordHasher.requireEnough(19_455, real)).hasMessageContaining("memory-kib");
            assertThatNoException().isThrownBy(() -> PasswordHasher.requireEnough(19_456, real));
        }
        assertThatNoException().isThrownBy(() -> PasswordHasher.requireEnough(64, LaunchMode.TEST));
    }

    @Test
    void a_flood_is_refused_instead_of_queued_without_end() {
        List<Uni<String>> flood = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            flood.add(hasher.hash("x", Turn.LATER));
        }
        assertThatThrownBy(() -> Uni.join().all(flood).andFailFast().await().atMost(SOON))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(503));
    }

    @Test
    void a_flood_of_strangers_does_not_keep_out_who_is_known() {
        List<Uni<String>> flood = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            flood.add(hasher.hash("x", Turn.LATER).onFailure().recoverWithItem("refused"));
        }
        CompletableFuture<List<String>> strangers =
                Uni.join().all(flood).andCollectFailures().subscribeAsCompletionStage();
        assertThat(hasher.hash("correct horse battery", Turn.FIRST).await().atMost(SOON))
                .startsWith("$argon2id$");
        // Served before the line of the others was through.
        assertThat(strangers).isNotDone();
        assertThat(strangers.join()).contains("refused");
    }

    @Test
    void hashing_leaves_the_event_loop_free() {
        Vertx vertx = Vertx.vertx();
        try {
            AtomicInteger turns = new AtomicInteger();
            CompletableFuture<Integer> turnsMeanwhile = new CompletableFuture<>();
            vertx.runOnContext(ignored -> {
                long timer = vertx.setPeriodic(1, tick -> turns.incrementAndGet());
                hasher.hash("correct horse battery staple", Turn.LATER)
                        .subscribe()
                        .with(hash -> {
                            vertx.cancelTimer(timer);
                            turnsMeanwhile.complete(turns.get());
                        });
            });
            assertThat(turnsMeanwhile.orTimeout(30, TimeUnit.SECONDS).join()).isGreaterThan(3);
        } finally {
            vertx.close();
        }
    }

    private boolean matches(String password, String hash) {
        return hasher.matches(password, hash, Turn.FIRST).await().atMost(SOON);
    }
}
