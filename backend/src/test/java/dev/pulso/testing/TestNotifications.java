package dev.pulso.testing;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.arc.Arc;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.UUID;

/** Something that a person was told, without the event that it takes. */
public final class TestNotifications {
    private TestNotifications() {}

    /** @return its id */
    public static UUID of(TestTenant tenant, UUID person, UUID deal) {
        Tenancy tenancy = Arc.container().instance(Tenancy.class).get();
        return tenancy.bookkeeping(
                        Caller.system(tenant.id(), "test", null),
                        connection -> connection
                                .preparedQuery(
                                        "insert into notifications (tenant_id, id, user_id, event_id, kind, record_kind,"
                                                + " record_id, in_app, mail) values ($1, gen_random_uuid(), $2,"
                                                + " gen_random_uuid(), 'assigned', 'deals', $3, true, 'none') returning id")
                                .execute(Tuple.of(tenant.id(), person, deal)))
                .await()
                .atMost(Duration.ofSeconds(10))
                .iterator()
                .next()
                .getUUID(0);
    }
}
