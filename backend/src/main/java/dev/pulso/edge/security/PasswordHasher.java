package dev.pulso.edge.security;

import dev.pulso.edge.limits.WaitingLine;
import io.quarkus.runtime.LaunchMode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * argon2id with OWASP's figures (19 MiB, two passes). A hash costs about 50 ms and 19 MiB, so only a few are made at once,
 * on threads of their own; a flood of logins is refused instead of starving everybody else.
 */
@ApplicationScoped
public class PasswordHasher {
    private static final int THREADS =
            Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));
    private static final int WAITING = 64;

    /** Who is served first when more is wanted than can be made. */
    public enum Turn {
        /** People who are logged in, and addresses from which somebody has logged in lately. */
        FIRST,
        /** Everybody else: a flood of strangers waits in a line of its own, and is refused there. */
        LATER;

        public static Turn of(boolean known) {
            return known ? FIRST : LATER;
        }
    }

    private record Waiting(Turn turn, long number, Runnable work) implements Runnable, Comparable<Waiting> {
        @Override
        public void run() {
            work.run();
        }

        @Override
        public int compareTo(Waiting other) {
            int byTurn = turn.compareTo(other.turn);
            return byTurn == 0 ? Long.compare(number, other.number) : byTurn;
        }
    }

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new PriorityBlockingQueue<>(),
            Thread.ofPlatform().name("argon2-", 0).daemon().factory());

    private final Map<Turn, Semaphore> places =
            Map.of(Turn.FIRST, new Semaphore(WAITING + THREADS), Turn.LATER, new Semaphore(WAITING + THREADS));
    private final AtomicLong numbers = new AtomicLong();

    private final AtomicLong done = new AtomicLong();

    private final int memoryKib;
    /** Compared against when there is no such user, so that the answer takes as long. */
    private final Supplier<String> nobody;

    /** @throws IllegalStateException for less memory than OWASP asks for, other than in tests, where nobody guesses */
    @Inject
    PasswordHasher(@ConfigProperty(name = "pulso.passwords.memory-kib") int memoryKib) {
        requireEnough(memoryKib, LaunchMode.current());
        this.memoryKib = memoryKib;
        nobody = once(() -> Argon2id.hash("nobody has this password", memoryKib));
    }

    static void requireEnough(int memoryKib, LaunchMode mode) {
        if (memoryKib < Argon2id.MEMORY_KIB && mode != LaunchMode.TEST) {
            throw new IllegalStateException("pulso.passwords.memory-kib is at least " + Argon2id.MEMORY_KIB);
        }
    }

    /** As it is shipped. */
    PasswordHasher() {
        this(Argon2id.MEMORY_KIB);
    }

    /** The hash in PHC form, with its own random salt. */
    public Uni<String> hash(String password, Turn turn) {
        return offLoop(turn, () -> Argon2id.hash(composed(password), memoryKib));
    }

    /** @param hash null when there is no such user: false, after the same time */
    public Uni<Boolean> matches(String password, @Nullable String hash, Turn turn) {
        return offLoop(turn, () -> {
            String against = hash == null ? nobody.get() : hash;
            boolean same = Argon2id.matches(composed(password), against)
                    // Hashes of an earlier version were made of what was typed.
                    || (!composed(password).equals(password) && Argon2id.matches(password, against));
            return same && hash != null;
        });
    }

    /** An accented letter is one character or two, as the keyboard has it (RFC 8265 asks for the composed form). */
    private static String composed(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    /** How many hashes and comparisons there have been: what an answer's time is made of. */
    long done() {
        return done.get();
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }

    private <T> Uni<T> offLoop(Turn turn, Supplier<T> work) {
        return WaitingLine.on(task -> execute(turn, task), () -> {
            done.incrementAndGet();
            return work.get();
        });
    }

    private void execute(Turn turn, Runnable task) {
        Semaphore place = Objects.requireNonNull(places.get(turn));
        if (!place.tryAcquire()) {
            throw new RejectedExecutionException("too many wait");
        }
        threads.execute(new Waiting(turn, numbers.getAndIncrement(), () -> {
            try {
                task.run();
            } finally {
                place.release();
            }
        }));
    }

    /** Made on first use, off the loop. */
    private static Supplier<String> once(Supplier<String> maker) {
        return new Supplier<>() {
            private @Nullable String made;

            @Override
            public synchronized String get() {
                if (made == null) {
                    made = maker.get();
                }
                return made;
            }
        };
    }
}
