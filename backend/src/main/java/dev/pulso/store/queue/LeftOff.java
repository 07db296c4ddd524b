package dev.pulso.store.queue;

/** The work stops here without having failed, as when the server stops: it goes on at once, here or elsewhere. */
public final class LeftOff extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LeftOff() {
        super("left off", null, false, false);
    }
}
