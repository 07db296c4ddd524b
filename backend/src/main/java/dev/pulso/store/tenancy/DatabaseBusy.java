package dev.pulso.store.tenancy;

/** No connection within the allowed wait: the pool is exhausted or the server is away. Worth a retry by the client. */
public final class DatabaseBusy extends RuntimeException {
    private static final long serialVersionUID = 1;

    DatabaseBusy(Throwable cause) {
        super("no database connection: " + cause.getMessage(), cause);
    }
}
