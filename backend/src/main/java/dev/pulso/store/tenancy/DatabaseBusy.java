package dev.pulso.store.tenancy;

/** No connection within the allowed wait: the pool, or the share of the tenant, is exhausted, or the server is away. Worth a retry by the client. */
public final class DatabaseBusy extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean own;

    DatabaseBusy(Throwable cause) {
        super("no database connection: " + cause.getMessage(), cause);
        this.own = false;
    }

    /** @param own the tenant itself has all the connections that it may have */
    DatabaseBusy(boolean own) {
        super(own ? "the tenant has all the connections it may have" : "no database connection became free");
        this.own = own;
    }

    /** Whether it is the tenant's own work that has taken what it may have: the others do not notice. */
    public boolean own() {
        return own;
    }
}
