package dev.pulso.company.internal.tenant;

import dev.pulso.demo.DemoData;
import dev.pulso.demo.DemoYear;
import dev.pulso.kernel.Change;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets the demo company receive Pix. */
@ApplicationScoped
class TenantDemo implements DemoData {
    private final TenantService tenants;

    TenantDemo(TenantService tenants) {
        this.tenants = tenants;
    }

    @Override
    public Uni<Void> seed(Caller admin, DemoYear year) {
        return tenants.edit(
                        admin,
                        ExpectedVersion.any(),
                        new TenantChanges(
                                Change.none(),
                                Change.to("12.ABC.345/01DE-35"),
                                Change.none(),
                                Change.none(),
                                Change.none(),
                                Change.to("financeiro@pixel12.example"),
                                Change.to("Pixel12 Digital"),
                                Change.to("Curitiba"),
                                Change.none(),
                                Change.none()))
                .replaceWithVoid();
    }

    @Override
    public int order() {
        return 10;
    }
}
