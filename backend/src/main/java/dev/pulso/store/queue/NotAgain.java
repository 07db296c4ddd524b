package dev.pulso.store.queue;

/** The work has failed, and trying it again would be no use. */
public final class NotAgain extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotAgain(Throwable cause) {
        super(cause.getMessage(), cause, false, false);
    }
}
