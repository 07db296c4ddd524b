package dev.pulso.demo;

import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;

/**
 * What a module shows in the demo tenant. Runs once, as the tenant's admin, in the transaction that founds it: the demo is
 * there whole or not at all.
 */
public interface DemoData {

    Uni<Void> seed(Caller admin, DemoYear year);

    /** Lower first: what others point at comes earlier. */
    int order();
}
