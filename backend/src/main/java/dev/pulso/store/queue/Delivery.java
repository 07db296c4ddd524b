package dev.pulso.store.queue;

import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Work that talks to the world outside, or takes long. No transaction is open while it is done; those that it opens with
 * the caller it was given fail when the lease is lost. It may be done again after a crash, with the same
 * {@link Work#idempotencyKey()}.
 */
public non-sealed interface Delivery extends Worker {

    /** Fails with {@link LeftOff} to go on later, without that counting as a failure. */
    Uni<Void> deliver(Caller caller, Work work);

    /** What is to be noted in the transaction that ends the work. */
    default Uni<Void> delivered(Caller caller, Work work) {
        return Uni.createFrom().voidItem();
    }

    /**
     * What is to be noted in the transaction that notes the failure.
     *
     * @param pause until the next attempt; null when there is none
     */
    default Uni<Void> failed(Caller caller, Work work, Throwable failure, @Nullable Duration pause) {
        return Uni.createFrom().voidItem();
    }

    /** A person has had the work tried again. In the transaction that says so. */
    default Uni<Void> revived(Caller caller, Work work) {
        return Uni.createFrom().voidItem();
    }

    /** A person has given the work up. In the transaction that says so. */
    default Uni<Void> dropped(Caller caller, Work work) {
        return Uni.createFrom().voidItem();
    }

    /** Whether work that has failed for good waits for a person; what has a list of its own where that shows need not. */
    default boolean keepsDead() {
        return true;
    }
}
