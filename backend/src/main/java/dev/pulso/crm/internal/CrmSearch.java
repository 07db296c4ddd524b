package dev.pulso.crm.internal;

import dev.pulso.store.search.SearchKind;
import dev.pulso.store.search.SearchSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Records of sales, by their words (db/crm/210-search.sql). */
@ApplicationScoped
class CrmSearch implements SearchSource {
    @Override
    public List<SearchKind> kinds() {
        return List.of(
                SearchKind.of("deal", "deals", "crm.deals:read", "title")
                        .status("r.status")
                        .amount("r.amount_cents", "r.currency::text")
                        .in("r.pipeline_id")
                        .field(
                                "company",
                                "(select c.name from companies c where c.tenant_id = r.tenant_id and c.id = r.company_id)",
                                "crm.companies:read"),
                SearchKind.of("lead", "leads", "crm.leads:read", "name")
                        .status("r.stage")
                        .field("company_name")
                        .field("email")
                        .field("phone"),
                SearchKind.of("company", "companies", "crm.companies:read", "name")
                        .field("domain")
                        .field("industry")
                        .field("tax_id")
                        .field("phone"),
                SearchKind.of("contact", "contacts", "crm.contacts:read", "name")
                        .field("email")
                        .field("position")
                        .field("phone"),
                SearchKind.of("activity", "activities", "crm.activities:read", "subject")
                        .status("case when r.completed_at is null then 'open' else 'completed' end"));
    }
}
