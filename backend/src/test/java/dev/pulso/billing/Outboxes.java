package dev.pulso.billing;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.TestTenant;
import io.quarkus.arc.Arc;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What only the database tells. */
final class Outboxes {
    private Outboxes() {}

    /** The events about a record, in the order they were published. */
    static List<String> typesOf(TestTenant tenant, UUID aggregate) {
        List<String> types = new ArrayList<>();
        query(tenant, "select type from outbox_events where aggregate_id = $1 order by id", Tuple.of(aggregate))
                .forEach(row -> types.add(row.getString(0)));
        return types;
    }

    static long count(TestTenant tenant, String sql) {
        return query(tenant, sql, Tuple.tuple()).iterator().next().getLong(0);
    }

    static RowSet<Row> query(TestTenant tenant, String sql, Tuple values) {
        Tenancy tenancy = Arc.container().instance(Tenancy.class).get();
        return tenancy.query(Caller.system(tenant.id(), "test", null), sql, values)
                .await()
                .atMost(Duration.ofSeconds(20));
    }
}
