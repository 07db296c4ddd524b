package dev.pulso.crm.internal;

import static dev.pulso.store.merge.MergedReferences.Reference.going;
import static dev.pulso.store.merge.MergedReferences.Reference.ofParts;
import static dev.pulso.store.merge.MergedReferences.Reference.ofRecords;

import dev.pulso.store.merge.MergedReferences;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What of sales refers to leads, companies, contacts and customers. */
@ApplicationScoped
class MergedInCrm implements MergedReferences {
    @Override
    public List<Reference> references() {
        return List.of(
                ofRecords("leads", "activities", "lead_id"),
                ofRecords("leads", "deals", "lead_id"),
                ofParts("leads", "lead_signals", "lead_id", "type", "external_id"),
                ofParts("leads", "lead_score_overrides", "lead_id", "rule"),
                going("leads", "lead_score_sheets", "lead_id"),
                ofRecords("companies", "contacts", "company_id"),
                ofRecords("companies", "deals", "company_id"),
                ofRecords("companies", "activities", "company_id"),
                ofRecords("contacts", "deals", "contact_id"),
                ofRecords("contacts", "activities", "contact_id"),
                ofRecords("customers", "deals", "customer_id"),
                ofRecords("customers", "deal_closings", "customer_id"),
                ofRecords("customers", "activities", "customer_id"));
    }
}
