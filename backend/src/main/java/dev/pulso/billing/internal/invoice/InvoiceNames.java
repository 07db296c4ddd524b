package dev.pulso.billing.internal.invoice;

import dev.pulso.store.data.NameSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Invoices, by their numbers; a draft has none. */
@ApplicationScoped
class InvoiceNames implements NameSource {
    @Override
    public Map<String, Names> names() {
        return Map.of(
                "invoices",
                new Names(
                        "billing.invoices:read",
                        "select id, coalesce(number::text, '') as name from invoices where id = any($1)"));
    }
}
