package dev.pulso.store.custom;

import dev.pulso.store.data.Custom;
import dev.pulso.store.outbox.DomainEvent;
import dev.pulso.store.outbox.EventDelivery;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Takes what stands in a deleted field from the records, a few at a time with a transaction each, and then the field itself: what is
 * broken off goes on where it was. The records have changed, and say so.
 */
@ApplicationScoped
class ValuesOfDeletedFields implements EventDelivery {
    private static final int BATCH = 200;

    private static final String LEAVING =
            "select kind, key from custom_fields where id = $1 and leaving_at is not null";

    private static final String TAKE = """
        update %1$s t set %2$s = (t.%2$s::jsonb - $2)::text, version = t.version + 1, updated_at = app_now()
        where t.id = any (array(select v.record_id from custom_values v where v.field_id = $1 limit %3$d))\
        """;

    /** A record that leaves while its turn comes makes a batch smaller, and is no sign of the end. */
    private static final String REST = "select exists (select from custom_values where field_id = $1) as more";

    private static final String GONE = "delete from custom_fields where id = $1 and leaving_at is not null";

    private final Tenancy tenancy;
    private final Map<String, String> statements;

    ValuesOfDeletedFields(Tenancy tenancy, @All List<CustomKind> kinds) {
        this.tenancy = tenancy;
        this.statements = kinds.stream()
                .collect(Collectors.toMap(CustomKind::kind, kind -> TAKE.formatted(kind.kind(), Custom.COLUMN, BATCH)));
    }

    @Override
    public String name() {
        return "custom-fields.values-of-deleted";
    }

    @Override
    public Set<String> types() {
        return Set.of(CustomFieldDeleted.TYPE);
    }

    @Override
    public Uni<Void> deliver(Caller caller, DomainEvent event, String idempotencyKey) {
        Caller all = caller.reachingAll();
        UUID field = event.aggregateId();
        return tenancy.query(all, LEAVING, Tuple.of(field)).chain(rows -> {
            if (rows.size() == 0) {
                return Uni.createFrom().voidItem();
            }
            var row = rows.iterator().next();
            return batches(all, field, statements.get(row.getString("kind")), row.getString("key"))
                    .chain(() -> written(all, GONE, Tuple.of(field)))
                    .replaceWithVoid();
        });
    }

    private Uni<Void> batches(Caller caller, UUID field, String statement, String key) {
        return written(caller, statement, Tuple.of(field, key))
                .chain(() -> tenancy.query(caller, REST, Tuple.of(field)))
                .chain(rows -> rows.iterator().next().getBoolean("more")
                        ? batches(caller, field, statement, key)
                        : Uni.createFrom().voidItem());
    }

    /** In a transaction of its own; answers of how many rows. */
    private Uni<Integer> written(Caller caller, String statement, Tuple values) {
        return tenancy.sql(
                caller,
                connection ->
                        connection.preparedQuery(statement).execute(values).map(rows -> rows.rowCount()));
    }
}
