package dev.pulso.store.tenancy;

/** Hears what PostgreSQL's NOTIFY says on a channel, from whichever node. Called on an event loop: never block. */
public interface NoticeListener {

    /** A plain lower-case identifier. */
    String channel();

    /** A transaction that said this has been committed. */
    void heard(String payload);

    /** From now on every notice is heard. Called at the start and after each {@link #detached()}. */
    void attached();

    /** Notices may get lost until {@link #attached()}. */
    void detached();
}
