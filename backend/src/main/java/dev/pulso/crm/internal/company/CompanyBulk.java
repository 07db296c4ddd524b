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
import java.util.Objects;
import java.util.UUID;

/** What can be done with many companies at once. */
@ApplicationScoped
class CompanyBulk implements BulkSource {
    private static final String COMPONENT = "industry";

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
        return Map.of("set_industry", true);
    }

    /** Whoever is named is checked with each record: by its reach, and because it may leave meanwhile. */
    @Override
    public void check(BulkOrder order) {}

    @Override
    public Uni<BulkChange> apply(Caller caller, UUID id, ExpectedVersion expected, BulkOrder order) {
        return companies.get(caller, id).chain(found -> {
            CompanyData record = found.company();
            expected.check(record.version());
            Object after = order.text("industry");
            return Objects.equals(record.industry(), after)
                    ? Uni.createFrom().item(BulkChange.NONE)
                    : companies
                            .edit(caller, id, ExpectedVersion.of(record.version()), edits.set(COMPONENT, after))
                            .map(edited -> BulkChange.of(
                                    FieldEdits.kept(COMPONENT, record.industry()),
                                    edited.company().version()));
        });
    }

    @Override
    public Uni<Void> takeBack(Caller caller, UUID id, ExpectedVersion expected, BulkOrder order, JsonObject before) {
        return companies.edit(caller, id, expected, edits.back(before)).replaceWithVoid();
    }
}
