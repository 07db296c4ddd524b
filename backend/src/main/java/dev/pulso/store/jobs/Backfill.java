package dev.pulso.store.jobs;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;

/**
 * Fills what a migration has added to rows that were there before, in batches with a transaction each: nobody waits long
 * for a lock, and a run that is broken off has done what it has done (docs/adr/0027-expand-migrate-contract.md). Each night until
 * nothing is left, which costs one statement; the release that needs it no more removes the class.
 */
public abstract class Backfill implements Job {
    private static final int BATCH = 1_000;

    private final Tenancy tenancy;
    private final String name;
    private final String statement;

    /**
     * @param name of the job, such as {@code backfill-customer-names}
     * @param statement fills up to {@code $1} rows of the caller's tenant that lack it, and no other: {@code update customers
     *     set x = ... where ctid = any(array(select ctid from customers where x is null limit $1))}
     */
    protected Backfill(Tenancy tenancy, String name, String statement) {
        this.tenancy = tenancy;
        this.name = name;
        this.statement = statement;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public LocalTime runsAt() {
        return LocalTime.of(1, 30);
    }

    @Override
    public final Uni<Map<String, Long>> run(Caller caller, LocalDate on, JobProgress progress) {
        return rest(caller, 0, progress);
    }

    private Uni<Map<String, Long>> rest(Caller caller, long done, JobProgress progress) {
        return tenancy.sql(
                        caller,
                        connection -> connection.preparedQuery(statement).execute(Tuple.of(BATCH)))
                .chain(rows -> {
                    Map<String, Long> counts = Map.of("rows_filled", done + rows.rowCount());
                    return rows.rowCount() < BATCH
                            ? Uni.createFrom().item(counts)
                            : progress.report(counts).chain(() -> rest(caller, done + rows.rowCount(), progress));
                });
    }
}
