package dev.pulso.crm.internal;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.OwnedRecords;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantClock;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;

/**
 * Leads and deals of somebody who leaves, and what was still to be done. Deals that are closed count as well: reports name their
 * owner.
 */
@ApplicationScoped
class OwnedInCrm implements OwnedRecords {
    private static final String COUNT = """
        select (select count(*) from leads where owner_id = $1) + (select count(*) from deals where owner_id = $1)
            + (select count(*) from activities where owner_id = $1 and completed_at is null)\
        """;

    private static final String LEADS =
            "update leads set owner_id = $2, updated_at = $3, version = version + 1 where owner_id = $1";
    private static final String DEALS =
            "update deals set owner_id = $2, updated_at = $3, version = version + 1 where owner_id = $1";

    /** What was done stays with who did it. */
    private static final String ACTIVITIES = """
        update activities set owner_id = $2, updated_at = $3, version = version + 1
        where owner_id = $1 and completed_at is null\
        """;

    private final Tenancy tenancy;
    private final TenantClock clock;

    OwnedInCrm(Tenancy tenancy, TenantClock clock) {
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("leads", "deals");
    }

    @Override
    public Uni<Long> count(Caller caller, UUID owner) {
        return tenancy.query(caller, COUNT, Tuple.of(owner))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    @Override
    public Uni<Void> handOn(Caller caller, UUID from, UUID to) {
        OffsetDateTime now = clock.now(caller).atOffset(ZoneOffset.UTC);
        return tenancy.sql(
                        caller,
                        connection -> connection
                                .preparedQuery(LEADS)
                                .execute(Tuple.of(from, to, now))
                                .chain(() -> connection.preparedQuery(DEALS).execute(Tuple.of(from, to, now)))
                                .chain(() ->
                                        connection.preparedQuery(ACTIVITIES).execute(Tuple.of(from, to, now))))
                .replaceWithVoid();
    }
}
