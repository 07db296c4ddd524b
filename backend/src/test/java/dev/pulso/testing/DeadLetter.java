package dev.pulso.testing;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.arc.Arc;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.UUID;

/** Work that has failed for good, of a kind that nobody does. */
public final class DeadLetter {
    private DeadLetter() {}

    /** @return its id */
    public static UUID in(TestTenant tenant) {
        Tenancy tenancy = Arc.container().instance(Tenancy.class).get();
        return tenancy.sql(
                        Caller.system(tenant.id(), "test", null),
                        connection -> connection
                                .preparedQuery("insert into work (queue, tenant_id, key, ref, failures, dead_at, error)"
                                        + " values ('test-nobody', $1, gen_random_uuid(), gen_random_uuid(), 12, now(),"
                                        + " 'PgException') returning id")
                                .execute(Tuple.of(tenant.id())))
                .await()
                .atMost(Duration.ofSeconds(10))
                .iterator()
                .next()
                .getUUID(0);
    }
}
