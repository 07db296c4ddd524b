package dev.pulso.crm.internal.lead;

import dev.pulso.crm.internal.scoring.ScoringService;
import dev.pulso.store.jobs.Job;
import dev.pulso.store.jobs.JobProgress;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Scores the leads whose score is another one by now: time has taken a point, or the rules have changed. Each knows the day on
 * which it is due, so that a night looks at no other; in batches with a transaction each, so that nobody waits long.
 */
@ApplicationScoped
class LeadScoresJob implements Job {
    private static final int BATCH = 200;

    private static final String DUE = """
        select id from leads where stage <> 'converted' and score_due_on <= $1 order by score_due_on, id limit %d""".formatted(BATCH);

    private static final String BY_FORMER_RULES = """
        select id from leads where stage <> 'converted' and scored_by < $1 order by scored_by, id limit %d""".formatted(BATCH);

    /** Half of it is gone more than twenty times by then, and no rule counts what is older. */
    private static final String OLD_SIGNALS = "delete from lead_signals where occurred_at < $1";

    private static final String UNUSED_TAGS = """
        delete from tags t where t.created_at < $1 and not exists (select from record_tags r where r.tag_id = t.id)""";

    private final Tenancy tenancy;
    private final LeadScorer scorer;
    private final ScoringService scoring;

    LeadScoresJob(Tenancy tenancy, LeadScorer scorer, ScoringService scoring) {
        this.tenancy = tenancy;
        this.scorer = scorer;
        this.scoring = scoring;
    }

    @Override
    public String name() {
        return "lead-scores";
    }

    @Override
    public String description() {
        return "Takes from the scores of leads what time has taken, and scores by new rules what was scored by former ones.";
    }

    @Override
    public Set<String> permissions() {
        return Set.of("crm.leads:write");
    }

    @Override
    public LocalTime runsAt() {
        return LocalTime.of(2, 10);
    }

    @Override
    public Uni<Map<String, Long>> run(Caller caller, LocalDate on, JobProgress progress) {
        return forget(caller, on)
                .chain(() -> batches(caller, DUE, on, 0, progress))
                .chain(due -> byRules(caller, due, progress))
                .map(LeadScoresJob::counts);
    }

    /** Scores what was scored by former rules; answers how many came out otherwise. */
    Uni<Long> byRules(Caller caller, long before, JobProgress progress) {
        return scoring.rules(caller)
                .chain(rules -> batches(caller, BY_FORMER_RULES, rules.version(), before, progress));
    }

    /** A batch that is done is not found again: it is due on another day, and scored by the present rules. */
    private Uni<Long> batches(Caller caller, String found, Object by, long before, JobProgress progress) {
        return tenancy.query(caller, found, Tuple.of(by))
                .map(LeadScoresJob::ids)
                .chain(ids -> ids.isEmpty()
                        ? Uni.createFrom().item(before)
                        : scorer.scoreAgain(caller, ids)
                                .map(changed -> before + changed)
                                .chain(sum -> ids.size() < BATCH
                                        ? Uni.createFrom().item(sum)
                                        : progress.report(counts(sum))
                                                .chain(() -> batches(caller, found, by, sum, progress))));
    }

    private Uni<Void> forget(Caller caller, LocalDate on) {
        return tenancy.sql(
                caller,
                connection -> connection
                        .preparedQuery(OLD_SIGNALS)
                        .execute(Tuple.of(on.minusYears(2).atStartOfDay().atOffset(ZoneOffset.UTC)))
                        .chain(() -> connection
                                .preparedQuery(UNUSED_TAGS)
                                .execute(Tuple.of(on.minusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC))))
                        .replaceWithVoid());
    }

    private static Map<String, Long> counts(long changed) {
        return Map.of("leads_scored", changed);
    }

    private static List<UUID> ids(RowSet<Row> rows) {
        List<UUID> ids = new ArrayList<>();
        rows.forEach(row -> ids.add(row.getUUID("id")));
        return ids;
    }
}
