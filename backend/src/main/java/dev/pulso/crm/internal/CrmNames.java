package dev.pulso.crm.internal;

import dev.pulso.store.data.NameSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Records of sales, by their names. */
@ApplicationScoped
class CrmNames implements NameSource {
    @Override
    public Map<String, Names> names() {
        return Map.of(
                "companies",
                new Names("crm.companies:read", "select id, name from companies where id = any($1)"),
                "contacts",
                new Names("crm.contacts:read", "select id, name from contacts where id = any($1)"),
                "lost_reasons",
                new Names("crm.deals:read", "select id, name from lost_reasons where id = any($1)"),
                "leads",
                new Names("crm.leads:read", "select id, name from leads where id = any($1)"),
                "activities",
                new Names("crm.activities:read", "select id, subject as name from activities where id = any($1)"),
                "deals",
                new Names("crm.deals:read", "select id, title as name from deals where id = any($1)"),
                "products",
                new Names("crm.products:read", "select id, name from products where id = any($1)"));
    }
}
