package dev.pulso.store.files;

/** The store has no such content. */
public class FileGone extends RuntimeException {
    private static final long serialVersionUID = 1;

    public FileGone() {
        super("the store has no such content", null, false, false);
    }
}
