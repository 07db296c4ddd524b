package dev.pulso.files.internal;

import dev.pulso.edge.limits.Plans;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** How much the plan of a company lets it keep. */
@ApplicationScoped
class Room {
    private static final String USED = "select coalesce(sum(bytes), 0)::bigint as bytes from file_usage";

    private final Tenancy tenancy;
    private final Plans plans;

    Room(Tenancy tenancy, Plans plans) {
        this.tenancy = tenancy;
        this.plans = plans;
    }

    /** @param more bytes that are still to come */
    Uni<Void> require(Caller caller, long more) {
        long most = plans.of(caller.tenantId()).storage();
        return tenancy.query(caller, USED, Tuple.tuple())
                .invoke(rows -> {
                    long used = rows.iterator().next().getLong("bytes");
                    if (used + more > most) {
                        throw Problem.of(
                                        ProblemType.STORAGE_FULL,
                                        "the plan of the company has room for " + most + " bytes of files")
                                .with("limit_bytes", most)
                                .with("used_bytes", used);
                    }
                })
                .replaceWithVoid();
    }
}
