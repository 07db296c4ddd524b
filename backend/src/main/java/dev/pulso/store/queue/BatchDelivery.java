package dev.pulso.store.queue;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What a person has ordered and takes minutes, done in batches: few at a time, one of a company, and left at the end of a batch when the node
 * stops, so that another one, or this one restarted, goes on at once. The list of what was ordered shows what has failed.
 */
public abstract class BatchDelivery implements Delivery {
    /** After so many interruptions what was ordered is itself the likely cause. */
    private static final int ATTEMPTS = 5;

    private final AtomicBoolean stopping = new AtomicBoolean();

    @Override
    public int atOnce() {
        return 2;
    }

    @Override
    public int atOncePerTenant() {
        return 1;
    }

    @Override
    public int attempts() {
        return ATTEMPTS;
    }

    @Override
    public int crashes() {
        return ATTEMPTS;
    }

    @Override
    public Duration pause(int failures) {
        return Duration.ofSeconds(5L * failures);
    }

    @Override
    public boolean keepsDead() {
        return false;
    }

    /** Whether no other batch is to be begun. */
    protected boolean isStopping() {
        return stopping.get();
    }

    protected void stop(@Observes @Priority(1) ShutdownEvent event) {
        stopping.set(true);
    }
}
