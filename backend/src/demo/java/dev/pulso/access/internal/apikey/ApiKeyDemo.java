package dev.pulso.access.internal.apikey;

import dev.pulso.demo.DemoData;
import dev.pulso.demo.DemoYear;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A key of the accountant's program, which reads. Its secret is told to nobody. */
@ApplicationScoped
class ApiKeyDemo implements DemoData {
    private static final List<String> READS =
            List.of("customers.customers:read", "portfolio.contracts:read", "billing.invoices:read");

    private final ApiKeyService keys;

    ApiKeyDemo(ApiKeyService keys) {
        this.keys = keys;
    }

    @Override
    public Uni<Void> seed(Caller admin, DemoYear year) {
        return keys.create(admin, "ERP da contabilidade", READS, null).replaceWithVoid();
    }

    @Override
    public int order() {
        return 7;
    }
}
