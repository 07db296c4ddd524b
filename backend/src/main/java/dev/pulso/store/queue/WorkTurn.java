package dev.pulso.store.queue;

import dev.pulso.kernel.Problem;
import dev.pulso.kernel.Texts;
import dev.pulso.start.observability.LogContext;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.WorkClaim;
import dev.pulso.store.tenancy.WorkTakenOver;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Has one work done, and notes how it ended. */
@ApplicationScoped
class WorkTurn {
    private static final Logger LOG = Logger.getLogger(WorkTurn.class);
    private static final int REASON = 500;

    private final Tenancy tenancy;
    private final WorkTable table;
    private final MeterRegistry registry;

    WorkTurn(Tenancy tenancy, WorkTable table, MeterRegistry registry) {
        this.tenancy = tenancy;
        this.table = table;
        this.registry = registry;
    }

    /** Ends when it has been noted how it ended; fails only when that cannot be noted. */
    Uni<Void> of(Worker worker, Work work) {
        long began = System.nanoTime();
        if (work.crashes() >= worker.crashes()) {
            return end(worker, work, began, Uni.createFrom().failure(new Crashes(work.crashes())));
        }
        return switch (worker) {
            case Reaction<?> reaction -> end(worker, work, began, react(reaction, work));
            case Delivery delivery -> end(worker, work, began, deliver(delivery, work));
        };
    }

    /** It is not tried again: it would take the process with it. */
    private static final class Crashes extends RuntimeException {
        private static final long serialVersionUID = 1;

        Crashes(int count) {
            super("The process that worked on it died, " + count + " times.", null, false, false);
        }
    }

    private <T> Uni<Void> react(Reaction<T> reaction, Work work) {
        Caller caller = Caller.system(work.tenantId(), reaction.actor(), null);
        return tenancy.inBackground(() -> {
            LogContext.caller(caller);
            return tenancy.turn(
                    caller, reaction.reads(work), read -> reaction.react(caller, work, read), WorkTable.end(work));
        });
    }

    private Uni<Void> deliver(Delivery delivery, Work work) {
        Caller caller = Caller.system(work.tenantId(), work.queue(), null);
        Caller holding = caller.workingFor(new WorkClaim(work.queue(), work.key(), work.seq(), work.lease()));
        return tenancy.inBackground(() -> {
            LogContext.caller(caller);
            return delivery.deliver(holding, work)
                    .chain(() -> tenancy.bookkeeping(
                            caller,
                            connection ->
                                    delivery.delivered(caller, work).chain(() -> table.finish(connection, work))));
        });
    }

    private Uni<Void> end(Worker worker, Work work, long began, Uni<Void> done) {
        return done.invoke(() -> ended(worker, "done", began))
                .onFailure(WorkTurn::isLost)
                .recoverWithUni(lost -> {
                    takenOver(worker, work);
                    return Uni.createFrom().voidItem();
                })
                .onFailure(LeftOff.class)
                .recoverWithUni(left -> table.release(List.of(work)))
                .onFailure()
                .recoverWithUni(failure -> {
                    ended(worker, "failed", began);
                    // The database may be what failed: whoever cannot say so would count as a process that has died of
                    // it.
                    return failed(worker, work, failure)
                            .onFailure(again -> !isLost(again))
                            .retry()
                            .withBackOff(Duration.ofSeconds(1), Duration.ofSeconds(10))
                            .expireIn(Duration.ofMinutes(2).toMillis())
                            .onFailure(WorkTurn::isLost)
                            .recoverWithNull();
                });
    }

    private Uni<Void> failed(Worker worker, Work work, Throwable failure) {
        int failures = work.failures() + 1;
        boolean last = failures >= worker.attempts() || failure instanceof Crashes || failure instanceof NotAgain;
        Duration pause = last ? null : jittered(worker.pause(failures));
        LOG.warnf(
                // Who says that it is no use has told why already.
                failure instanceof NotAgain ? null : failure,
                "%s %s failed (attempt %d), %s",
                work.queue(),
                work.ref(),
                work.attempt(),
                pause == null ? "for good" : "again in " + pause.toSeconds() + " s");
        Caller caller = Caller.system(work.tenantId(), work.queue(), null);
        return tenancy.inBackground(() -> tenancy.bookkeeping(caller, connection -> {
            if (!(worker instanceof Delivery delivery)) {
                return table.fail(connection, work, pause, reason(failure));
            }
            return delivery.failed(caller, work, failure, pause)
                    .chain(() -> pause == null && !delivery.keepsDead()
                            ? table.finish(connection, work)
                            : table.fail(connection, work, pause, reason(failure)));
        }));
    }

    /** What was found out by a statement of the work itself, or before that by a sign of life. */
    void takenOver(Worker worker, Work work) {
        LOG.warnf("%s %s was taken over: this process stops working on it", work.queue(), work.ref());
        registry.counter("pulso.work.taken.over", "queue", worker.queue()).increment();
    }

    private void ended(Worker worker, String outcome, long began) {
        registry.timer("pulso.work", "queue", worker.queue(), "outcome", outcome)
                .record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
    }

    private static boolean isLost(Throwable failure) {
        return failure instanceof LeaseLost || WorkTakenOver.isCauseOf(failure);
    }

    /** What people may read: messages of problems only, others may hold values of records. */
    static String reason(Throwable thrown) {
        Throwable failure = thrown instanceof NotAgain && thrown.getCause() != null ? thrown.getCause() : thrown;
        @Nullable
        String message = failure instanceof Problem || failure instanceof Crashes ? failure.getMessage() : null;
        String text = message == null ? failure.getClass().getSimpleName() : message;
        return Texts.shortened(text, REASON);
    }

    /** Up to a quarter longer, so that what failed together does not come back together. */
    private static Duration jittered(Duration pause) {
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 4 + 1));
    }
}
