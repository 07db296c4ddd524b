package dev.pulso.platform.tenancy;

import io.smallrye.mutiny.Uni;

/** What a module shows in the demo tenant; runs once, when that tenant is founded, as its admin. */
public interface DemoData {

    Uni<Void> seed(Caller admin);

    /** Lower first: what others build on comes earlier. */
    int order();
}
