package dev.pulso.customers.internal.customer;

import dev.pulso.customers.CustomerKind;
import dev.pulso.demo.Buyer;
import dev.pulso.demo.DemoData;
import dev.pulso.demo.DemoRows;
import dev.pulso.demo.DemoYear;
import dev.pulso.demo.Party;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;

/** The customers of the demo company. Who of them owes is billing's to say. */
@ApplicationScoped
class CustomerDemo implements DemoData {
    private final Tenancy tenancy;

    CustomerDemo(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    @Override
    public Uni<Void> seed(Caller admin, DemoYear year) {
        return tenancy.sql(
                admin,
                // The companies that they were made from come later in the story, in the same transaction.
                connection -> DemoRows.insert(
                        connection,
                        admin,
                        "customers",
                        year.buyers().stream().map(CustomerDemo::row).toList()));
    }

    @Override
    public int order() {
        return 20;
    }

    private static JsonObject row(Buyer buyer) {
        Party party = buyer.party();
        return DemoRows.row(
                "id", buyer.id(),
                "name", party.name(),
                "kind", party.company() ? CustomerKind.company : CustomerKind.person,
                "tax_id", party.taxId(),
                "email", party.billingEmail(),
                "phone", party.phone(),
                "company_id", buyer.companyId(),
                "crm_deal_id", buyer.dealId(),
                "account_manager_id", buyer.manager(),
                "created_at", buyer.createdAt(),
                "updated_at", buyer.createdAt());
    }
}
