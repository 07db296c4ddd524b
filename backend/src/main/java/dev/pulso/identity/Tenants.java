package dev.pulso.identity;

import dev.pulso.platform.tenancy.Caller;
import io.smallrye.mutiny.Uni;

/** What other modules may ask of tenants. Joins the caller's transaction when one is open. */
public interface Tenants {

    /** The caller's tenant with its settings. */
    Uni<TenantData> current(Caller caller);
}
