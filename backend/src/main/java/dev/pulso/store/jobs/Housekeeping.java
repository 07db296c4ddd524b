package dev.pulso.store.jobs;

import dev.pulso.kernel.Steps;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Deletes what is no longer needed, in batches, each in a transaction of its own: nobody waits long for a lock. */
@ApplicationScoped
class Housekeeping implements Job {
    static final int BATCH = 1_000;

    private static final List<Leftovers.Leftover> OWN = List.of(
            // As long as the contract promises.
            new Leftovers.Leftover("idempotency_keys", """
                    delete from idempotency_keys where ctid = any(array(
                        select ctid from idempotency_keys where created_at < $1::timestamptz - interval '24 hours' limit $2))"""),
            // The newest of each job stays, however old: it tells when the job last ran.
            new Leftovers.Leftover("job_runs", """
                    delete from job_runs where ctid = any(array(
                        select r.ctid from job_runs r
                        where r.created_at < $1::timestamptz - interval '90 days' and r.status in ('succeeded', 'failed')
                          and r.next_attempt_at is null
                          and exists (select from job_runs newer where newer.job = r.job and newer.id > r.id)
                        limit $2))"""));

    private final Tenancy tenancy;
    private final Clock clock;
    private final List<Leftovers.Leftover> all;

    Housekeeping(Tenancy tenancy, Clock clock, @All List<Leftovers> others) {
        this.tenancy = tenancy;
        this.clock = clock;
        this.all = Stream.concat(OWN.stream(), others.stream().flatMap(module -> module.leftovers().stream()))
                .toList();
    }

    @Override
    public String name() {
        return "housekeeping";
    }

    @Override
    public String description() {
        return "Deletes expired tokens, old mails, failed rows of old imports, runs of last season, and the notes about requests that"
                + " nobody repeats any more.";
    }

    @Override
    public LocalTime runsAt() {
        return LocalTime.of(4, 0);
    }

    @Override
    public Uni<Map<String, Long>> run(Caller caller, LocalDate on, JobProgress progress) {
        Map<String, Long> counts = new LinkedHashMap<>();
        return Steps.inOrder(all, leftover -> delete(caller, leftover, counts, progress))
                .replaceWith(counts);
    }

    private Uni<Void> delete(
            Caller caller, Leftovers.Leftover leftover, Map<String, Long> counts, JobProgress progress) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return tenancy.bookkeeping(
                        caller,
                        connection ->
                                connection.preparedQuery(leftover.statement()).execute(Tuple.of(now, BATCH)))
                .chain(rows -> {
                    counts.merge(leftover.name(), (long) rows.rowCount(), Long::sum);
                    return rows.rowCount() < BATCH
                            ? Uni.createFrom().voidItem()
                            : progress.report(Map.copyOf(counts))
                                    .chain(() -> delete(caller, leftover, counts, progress));
                });
    }
}
