package dev.pulso.store.tenancy;

import io.smallrye.mutiny.Uni;

/** What a module gives every new tenant (a pipeline, service types); runs inside the registration's transaction. */
public interface TenantSetup {

    Uni<Void> setUp(Caller caller);

    /** Lower first; modules that others point at come earlier. */
    default int order() {
        return 100;
    }
}
