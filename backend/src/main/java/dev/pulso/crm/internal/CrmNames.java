package dev.pulso.crm.internal;

import dev.pulso.store.data.NameSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Companies and contacts, by their names. */
@ApplicationScoped
class CrmNames implements NameSource {
    @Override
    public Map<String, String> statements() {
        return Map.of(
                "companies",
                "select id, name from companies where id = any($1)",
                "contacts",
                "select id, name from contacts where id = any($1)");
    }
}
