package dev.pulso.store.jobs;

import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Tables that only grow are cut by time: their next pieces are made ahead, and pieces whose time is over are dropped
 * (docs/adr/0028-growing-tables.md). For the whole installation, by whichever node comes first.
 */
@ApplicationScoped
class GrowingTables {
    private static final Logger LOG = Logger.getLogger(GrowingTables.class);
    private static final String KEEP = "select made, dropped from keep_partitions()";

    private final Tenancy tenancy;

    GrowingTables(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /** What is made lasts for two pieces to come, so many of these may fail. */
    @Scheduled(
            every = "${pulso.partitions.every}",
            delayed = "60s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            identity = "partitions")
    Uni<Void> keep() {
        return tenancy.withoutTenant(connection -> connection.query(KEEP).execute())
                .map(rows -> rows.iterator().next())
                .invoke(row -> {
                    if (row.getInteger("made") + row.getInteger("dropped") > 0) {
                        LOG.infof(
                                "growing tables: %d pieces made ahead, %d whose time is over dropped",
                                row.getInteger("made"), row.getInteger("dropped"));
                    }
                })
                .onFailure()
                .invoke(failure -> LOG.warn("growing tables: the next look will make and drop their pieces", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
