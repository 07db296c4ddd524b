package dev.pulso.crm.internal.company;

import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.store.bulk.BulkChange;
import dev.pulso.store.bulk.BulkOrder;
import dev.pulso.store.bulk.BulkSource;
import dev.pulso.store.bulk.FieldEdits;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** What can be done with many companies at once. */
@ApplicationScoped
class CompanyBulk implements BulkSource {
    private final FieldEdits<CompanyChanges> edits = new FieldEdits<>(CompanyChanges.class);
    private final CompanyService companies;

    CompanyBulk(CompanyService companies) {
        this.companies = companies;
    }

    @Override
    public String kind() {
        return "companies";
    }

    @Override
    public String permission() {
        return "crm.companies:write";
    }

    @Override
    public Map<String, Boolean> actions() {
        return Map.of("set_industry", true, BulkOrder.SET_CUSTOM, true);
    }

    @Override
    public void check(BulkOrder order) {
        if (order.action().equals(BulkOrder.SET_CUSTOM)) {
            order.custom();
        }
    }

    @Override
    public Uni<BulkChange> apply(Caller caller, UUID id, ExpectedVersion expected, BulkOrder order) {
        return companies.get(caller, id).chain(found -> {
            CompanyData record = found.company();
            if (order.action().equals(BulkOrder.SET_CUSTOM)) {
                return edits.custom(
                        record.version(),
                        expected,
                        record.custom(),
                        order,
                        (version, changes) -> companies
                                .edit(caller, id, version, changes)
                                .map(edited -> edited.company().version()));
            }
            return edits.change(
                    record.version(),
                    expected,
                    "industry",
                    record.industry(),
                    order.text("industry"),
                    (version, changes) -> companies
                            .edit(caller, id, version, changes)
                            .map(edited -> edited.company().version()));
        });
    }

    @Override
    public Uni<Void> takeBack(Caller caller, UUID id, ExpectedVersion expected, BulkOrder order, JsonObject before) {
        return companies.edit(caller, id, expected, edits.back(before)).replaceWithVoid();
    }
}
