package dev.pulso.crm.internal.activity;

import dev.pulso.store.timeline.TimelineEntry;
import dev.pulso.store.timeline.TimelineSource;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was done about a record. What is still to be done has not happened. */
@ApplicationScoped
class ActivityTimeline implements TimelineSource {
    private static final String STATEMENT = """
        select a.completed_at as at, a.id, coalesce(a.completed_by_id, a.created_by_id) as made_by_id, a.subject, a.type,
            a.description, a.outcome, a.duration_minutes
        from activities a where a.%s = $1 and (a.completed_at, a.id) < ($2, $3)
        order by a.completed_at desc, a.id desc limit $4\
        """;

    @Override
    public String kind() {
        return "activity";
    }

    @Override
    public String permission() {
        return "crm.activities:read";
    }

    @Override
    public Map<String, String> statements() {
        return Map.of(
                "leads", STATEMENT.formatted("lead_id"),
                "deals", STATEMENT.formatted("deal_id"),
                "companies", STATEMENT.formatted("company_id"),
                "contacts", STATEMENT.formatted("contact_id"),
                "customers", STATEMENT.formatted("customer_id"),
                "contracts", STATEMENT.formatted("contract_id"));
    }

    @Override
    public TimelineEntry read(Row row) {
        Map<String, @Nullable Object> detail = new HashMap<>();
        detail.put("type", row.getString("type"));
        detail.put("description", row.getString("description"));
        detail.put("outcome", row.getString("outcome"));
        detail.put("duration_minutes", row.getInteger("duration_minutes"));
        return new TimelineEntry(
                row.getUUID("id"),
                kind(),
                "completed",
                row.getOffsetDateTime("at").toInstant(),
                row.getUUID("made_by_id"),
                "activity",
                row.getUUID("id"),
                row.getString("subject"),
                null,
                null,
                detail);
    }
}
