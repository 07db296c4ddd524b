package dev.pulso.crm.internal.contact;

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

/** What can be done with many contacts at once. */
@ApplicationScoped
class ContactBulk implements BulkSource {
    private final FieldEdits<ContactChanges> edits = new FieldEdits<>(ContactChanges.class);
    private final ContactService contacts;

    ContactBulk(ContactService contacts) {
        this.contacts = contacts;
    }

    @Override
    public String kind() {
        return "contacts";
    }

    @Override
    public String permission() {
        return "crm.contacts:write";
    }

    @Override
    public Map<String, Boolean> actions() {
        return Map.of("set_company", true, BulkOrder.SET_CUSTOM, true);
    }

    @Override
    public void check(BulkOrder order) {
        if (order.action().equals(BulkOrder.SET_CUSTOM)) {
            order.custom();
        }
    }

    @Override
    public Uni<BulkChange> apply(Caller caller, UUID id, ExpectedVersion expected, BulkOrder order) {
        return contacts.get(caller, id).chain(found -> {
            ContactData record = found.contact();
            if (order.action().equals(BulkOrder.SET_CUSTOM)) {
                return edits.custom(
                        record.version(),
                        expected,
                        record.custom(),
                        order,
                        (version, changes) -> contacts.edit(caller, id, version, changes)
                                .map(edited -> edited.contact().version()));
            }
            return edits.change(
                    record.version(),
                    expected,
                    "companyId",
                    record.companyId(),
                    order.id("company_id"),
                    (version, changes) -> contacts.edit(caller, id, version, changes)
                            .map(edited -> edited.contact().version()));
        });
    }

    @Override
    public Uni<Void> takeBack(Caller caller, UUID id, ExpectedVersion expected, BulkOrder order, JsonObject before) {
        return contacts.edit(caller, id, expected, edits.back(before)).replaceWithVoid();
    }
}
