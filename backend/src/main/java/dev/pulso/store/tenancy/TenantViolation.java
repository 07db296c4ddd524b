package dev.pulso.store.tenancy;

/** The database was asked for something outside a tenant's envelope. Always a programming error. */
public final class TenantViolation extends IllegalStateException {
    private static final long serialVersionUID = 1;

    TenantViolation(String message) {
        super(message);
    }
}
