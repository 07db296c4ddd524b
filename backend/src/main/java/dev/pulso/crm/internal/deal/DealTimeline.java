package dev.pulso.crm.internal.deal;

import dev.pulso.store.timeline.TimelineEntry;
import dev.pulso.store.timeline.TimelineSource;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The deals of a company, a person or a customer. */
@ApplicationScoped
class DealTimeline implements TimelineSource {
    private static final String STATEMENT = """
        select d.created_at as at, d.id, d.title, d.amount_cents, d.currency
        from deals d where d.%s = $1 and (d.created_at, d.id) < ($2, $3) order by d.created_at desc, d.id desc limit $4\
        """;

    @Override
    public String kind() {
        return "deal";
    }

    @Override
    public String permission() {
        return "crm.deals:read";
    }

    @Override
    public Map<String, String> statements() {
        return Map.of(
                "companies", STATEMENT.formatted("company_id"),
                "contacts", STATEMENT.formatted("contact_id"),
                "customers", STATEMENT.formatted("customer_id"));
    }

    @Override
    public TimelineEntry read(Row row) {
        return new TimelineEntry(
                row.getUUID("id"),
                kind(),
                "created",
                row.getOffsetDateTime("at").toInstant(),
                null,
                "deal",
                row.getUUID("id"),
                row.getString("title"),
                row.getLong("amount_cents"),
                row.getString("currency"));
    }
}
