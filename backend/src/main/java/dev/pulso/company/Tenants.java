package dev.pulso.company;

import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;

/** What other modules may ask of tenants. Joins the caller's transaction when one is open. */
public interface Tenants {

    /** The caller's tenant with its settings. */
    Uni<TenantData> current(Caller caller);

    /** Makes the caller's tenant. A slug that is taken is a 409. @param sandbox it only tries things out, for ever */
    Uni<TenantData> create(Caller caller, String slug, String name, boolean sandbox);
}
