package dev.pulso.portfolio.internal.contract;

import dev.pulso.store.timeline.TimelineEntry;
import dev.pulso.store.timeline.TimelineSource;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The contracts of a customer, and those that came of a deal. */
@ApplicationScoped
class ContractTimeline implements TimelineSource {
    private static final String STATEMENT = """
        select c.created_at as at, c.id, c.title, c.amount_cents, c.currency
        from contracts c where c.%s = $1 and (c.created_at, c.id) < ($2, $3) order by c.created_at desc, c.id desc limit $4\
        """;

    @Override
    public String kind() {
        return "contract";
    }

    @Override
    public String permission() {
        return "portfolio.contracts:read";
    }

    @Override
    public Map<String, String> statements() {
        return Map.of("customers", STATEMENT.formatted("customer_id"), "deals", STATEMENT.formatted("deal_id"));
    }

    @Override
    public TimelineEntry read(Row row) {
        return new TimelineEntry(
                row.getUUID("id"),
                kind(),
                "created",
                row.getOffsetDateTime("at").toInstant(),
                null,
                "contract",
                row.getUUID("id"),
                row.getString("title"),
                row.getLong("amount_cents"),
                row.getString("currency"));
    }
}
