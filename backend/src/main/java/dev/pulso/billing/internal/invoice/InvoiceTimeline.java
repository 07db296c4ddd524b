package dev.pulso.billing.internal.invoice;

import dev.pulso.store.timeline.TimelineEntry;
import dev.pulso.store.timeline.TimelineSource;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The invoices of a customer or a contract. */
@ApplicationScoped
class InvoiceTimeline implements TimelineSource {
    private static final String STATEMENT = """
        select i.created_at as at, i.id, i.number, i.total_cents, i.currency
        from invoices i where i.%s = $1 and (i.created_at, i.id) < ($2, $3) order by i.created_at desc, i.id desc limit $4\
        """;

    @Override
    public String kind() {
        return "invoice";
    }

    @Override
    public String permission() {
        return "billing.invoices:read";
    }

    @Override
    public Map<String, String> statements() {
        return Map.of("customers", STATEMENT.formatted("customer_id"), "contracts", STATEMENT.formatted("contract_id"));
    }

    @Override
    public TimelineEntry read(Row row) {
        Long number = row.getLong("number");
        return new TimelineEntry(
                row.getUUID("id"),
                kind(),
                "created",
                row.getOffsetDateTime("at").toInstant(),
                null,
                "invoice",
                row.getUUID("id"),
                number == null ? null : number.toString(),
                row.getLong("total_cents"),
                row.getString("currency"));
    }
}
