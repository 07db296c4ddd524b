package dev.pulso.store.queue;

/** Somebody else does the work now: this process was silent for too long. */
final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    LeaseLost() {
        super("the lease was lost", null, false, false);
    }
}
