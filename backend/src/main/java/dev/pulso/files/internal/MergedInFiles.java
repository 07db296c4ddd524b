package dev.pulso.files.internal;

import static dev.pulso.store.merge.MergedReferences.Reference.ofRecords;

import dev.pulso.store.merge.MergedReferences;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Files stay with the record that is left of two. */
@ApplicationScoped
class MergedInFiles implements MergedReferences {
    @Override
    public List<Reference> references() {
        return List.of(
                ofRecords("leads", "files", "lead_id"),
                ofRecords("companies", "files", "company_id"),
                ofRecords("contacts", "files", "contact_id"),
                ofRecords("customers", "files", "customer_id"));
    }
}
