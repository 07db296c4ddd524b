package dev.pulso.store.timeline;

import io.vertx.mutiny.sqlclient.Row;
import java.util.HashMap;
import java.util.Map;

/**
 * Records that belong to another one: its timeline tells when each was made, by its title and its amount. A module brings a bean of its
 * own that says which they are.
 */
public abstract class MadeTimeline implements TimelineSource {
    private static final String STATEMENT = """
        select r.created_at as at, r.id, r.%s::text as title, r.%s as amount_cents, r.currency
        from %s r where r.%s = $1 and (r.created_at, r.id) < ($2, $3) order by r.created_at desc, r.id desc limit $4\
        """;

    private final String kind;
    private final String permission;
    private final Map<String, String> statements;

    /**
     * @param table of the records, which know {@code created_at} and {@code currency}
     * @param title the column that they are called by
     * @param amount the column of what they are about, in minor units
     * @param belonging by the table of what they belong to the column that names it
     */
    protected MadeTimeline(
            String kind, String permission, String table, String title, String amount, Map<String, String> belonging) {
        this.kind = kind;
        this.permission = permission;
        Map<String, String> made = new HashMap<>();
        belonging.forEach((of, column) -> made.put(of, STATEMENT.formatted(title, amount, table, column)));
        statements = Map.copyOf(made);
    }

    @Override
    public final String kind() {
        return kind;
    }

    @Override
    public final String permission() {
        return permission;
    }

    @Override
    public final Map<String, String> statements() {
        return statements;
    }

    @Override
    public final TimelineEntry read(Row row) {
        return new TimelineEntry(
                row.getUUID("id"),
                kind,
                "created",
                row.getOffsetDateTime("at").toInstant(),
                null,
                kind,
                row.getUUID("id"),
                row.getString("title"),
                row.getLong("amount_cents"),
                row.getString("currency"));
    }
}
