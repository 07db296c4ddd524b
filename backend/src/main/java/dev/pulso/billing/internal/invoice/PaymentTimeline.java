package dev.pulso.billing.internal.invoice;

import dev.pulso.store.timeline.TimelineEntry;
import dev.pulso.store.timeline.TimelineSource;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The money that came for an invoice, for a contract or from a customer. Its record is the invoice that it was for. */
@ApplicationScoped
class PaymentTimeline implements TimelineSource {
    private static final String STATEMENT = """
        select p.recorded_at as at, p.id, p.invoice_id, p.amount_cents, i.currency, i.number, p.method, p.paid_on,
            p.reference
        from payments p join invoices i on i.tenant_id = p.tenant_id and i.id = p.invoice_id
        where %s = $1 and (p.recorded_at, p.id) < ($2, $3) order by p.recorded_at desc, p.id desc limit $4\
        """;

    @Override
    public String kind() {
        return "payment";
    }

    @Override
    public String permission() {
        return "billing.payments:read";
    }

    @Override
    public Map<String, String> statements() {
        return Map.of(
                "invoices", STATEMENT.formatted("p.invoice_id"),
                "contracts", STATEMENT.formatted("i.contract_id"),
                "customers", STATEMENT.formatted("i.customer_id"));
    }

    @Override
    public TimelineEntry read(Row row) {
        Long number = row.getLong("number");
        Map<String, @Nullable Object> detail = new HashMap<>();
        detail.put("method", row.getString("method"));
        detail.put("paid_on", row.getLocalDate("paid_on"));
        detail.put("reference", row.getString("reference"));
        return new TimelineEntry(
                row.getUUID("id"),
                kind(),
                "received",
                row.getOffsetDateTime("at").toInstant(),
                null,
                "invoice",
                row.getUUID("invoice_id"),
                number == null ? null : number.toString(),
                row.getLong("amount_cents"),
                row.getString("currency"),
                detail);
    }
}
