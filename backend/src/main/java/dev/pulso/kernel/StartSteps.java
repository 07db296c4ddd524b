package dev.pulso.kernel;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a start does, one step after the other. A machine may be slow: a step has many minutes, says what it is doing when it
 * takes more than five seconds, and one that fails is named. Everything that a start waits for goes through here.
 */
public final class StartSteps {
    /** For what would otherwise wait for ever. No machine is so slow. */
    public static final Duration LIMIT = Duration.ofMinutes(15);

    private static final long FIRST_WORD_SECONDS = 5;
    private static final long FURTHER_WORD_SECONDS = 15;

    private record Step(String doing, long began) {}

    private static final Deque<Step> OPEN = new ConcurrentLinkedDeque<>();
    private static final AtomicBoolean WATCHED = new AtomicBoolean();
    private static volatile @Nullable String failed;
    private static volatile boolean finished;

    private StartSteps() {}

    /** Blocks until it is done. @param doing such as "reading the sites of all companies" */
    public static <T> T await(String doing, Uni<T> work) {
        return during(doing, () -> work.await().atMost(LIMIT));
    }

    /** A step that blocks by itself. */
    public static <T> T during(String doing, Supplier<T> work) {
        Step step = open(doing);
        try {
            return work.get();
        } catch (RuntimeException e) {
            if (failed == null) {
                failed = doing;
            }
            throw e;
        } finally {
            OPEN.remove(step);
        }
    }

    /** A step that lasts until the whole start is {@link #finished}. */
    public static void begin(String doing) {
        finished = false;
        open(doing);
    }

    /** The product serves. */
    public static void finish() {
        finished = true;
        OPEN.clear();
    }

    public static boolean finished() {
        return finished;
    }

    /** Is one of them at work? Then the patience of a request, seconds, is not the measure. */
    public static boolean running() {
        return !OPEN.isEmpty();
    }

    /** One line: which step failed, and why. */
    public static String told(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        String why = cause instanceof TimeoutException ? "not done after " + LIMIT.toMinutes() + " minutes" : message;
        Step last = OPEN.peekLast();
        String step = failed != null ? failed : last != null ? last.doing() : null;
        return step == null ? why : step + ": " + why;
    }

    private static Step open(String doing) {
        Step step = new Step(doing, System.nanoTime());
        OPEN.addLast(step);
        if (WATCHED.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("start-progress").start(StartSteps::watch);
        }
        return step;
    }

    /** Its own thread: the others are what may be slow. */
    private static void watch() {
        Step told = null;
        long next = FIRST_WORD_SECONDS;
        try {
            while (!finished) {
                TimeUnit.MILLISECONDS.sleep(250);
                Step now = OPEN.peekLast();
                if (now == null) {
                    continue;
                }
                if (now != told) {
                    told = now;
                    next = FIRST_WORD_SECONDS;
                }
                long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - now.began());
                if (seconds >= next) {
                    System.err.println("pulso: still " + now.doing() + " (" + seconds + " s)");
                    next = seconds + FURTHER_WORD_SECONDS;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            WATCHED.set(false);
        }
    }
}
