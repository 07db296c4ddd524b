package dev.pulso.crm.internal.lead;

import dev.pulso.crm.internal.scoring.ScoreJson;
import dev.pulso.crm.internal.scoring.ScoreLine;
import dev.pulso.crm.internal.scoring.ScoreSheet;
import dev.pulso.kernel.Checks;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Ids;
import dev.pulso.kernel.Problem;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantClock;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The score of one lead: reading it, deciding on a line of it, telling what the lead did. */
@ApplicationScoped
class LeadScores {
    private static final String READ = """
        select l.id as lead_id, l.version, h.id, h.total, h.bant, h.engagement, h.fit, h.created_at,
               case when row_number() over (order by h.id desc) = 1 then h.lines end as lines
        from leads l
        left join lateral (
            select * from lead_score_sheets s where s.tenant_id = l.tenant_id and s.lead_id = l.id order by s.id desc limit 20
        ) h on true
        where l.id = $1 order by h.id desc\
        """;

    private static final String OVERRIDE = """
        insert into lead_score_overrides as o (tenant_id, id, lead_id, rule, points, reason, overridden_by_id)
        values (current_setting('app.tenant_id')::uuid, $1, $2, $3, $4, $5, $6)
        on conflict (tenant_id, lead_id, rule) do update
        set points = excluded.points, reason = excluded.reason, overridden_by_id = excluded.overridden_by_id,
            updated_at = app_now(), version = o.version + 1\
        """;

    private static final String WITHDRAW = "delete from lead_score_overrides where lead_id = $1 and rule = $2";

    private static final String SIGNAL = """
        insert into lead_signals (tenant_id, id, lead_id, type, occurred_at, external_id)
        values (current_setting('app.tenant_id')::uuid, $1, $2, $3, $4, $5)
        on conflict (tenant_id, lead_id, type, external_id) do nothing
        returning id, lead_id, type, occurred_at, external_id\
        """;

    private static final String TOLD = """
        select id, lead_id, type, occurred_at, external_id from lead_signals
        where lead_id = $1 and type = $2 and external_id = $3\
        """;

    private final Tenancy tenancy;
    private final LeadRepository leads;
    private final LeadScorer scorer;
    private final TenantClock clock;

    LeadScores(Tenancy tenancy, LeadRepository leads, LeadScorer scorer, TenantClock clock) {
        this.tenancy = tenancy;
        this.leads = leads;
        this.scorer = scorer;
        this.clock = clock;
    }

    /** What a sheet came to. */
    record Sums(int total, int bant, int engagement, int fit, Instant at) {}

    /** @param version of the lead */
    record Score(UUID leadId, List<ScoreLine> lines, List<Sums> history, int version) {
        int total() {
            return lines.stream().mapToInt(ScoreLine::points).sum();
        }
    }

    /** Something that a lead did. */
    record Signal(
            UUID id,
            UUID leadId,
            String type,
            Instant occurredAt,
            @Nullable String externalId) {}

    Uni<Score> get(Caller caller, UUID lead) {
        return tenancy.query(caller, READ, Tuple.of(lead)).map(LeadScores::score);
    }

    /** A person decides what a rule gives. */
    Uni<Score> override(Caller caller, UUID id, String rule, ExpectedVersion expected, int points, String reason) {
        String why = Checks.text("reason", reason);
        Tuple values = Tuple.of(Ids.next(), id, rule, points, why, caller.userId());
        return decide(caller, id, rule, expected, OVERRIDE, () -> values).chain(() -> get(caller, id));
    }

    /** The rule counts again. */
    Uni<Void> withdraw(Caller caller, UUID id, String rule, ExpectedVersion expected) {
        return decide(caller, id, rule, expected, WITHDRAW, () -> Tuple.of(id, rule));
    }

    /** Told again under the same id, it is the one that is there. */
    Uni<Signal> signal(
            Caller caller,
            UUID id,
            ExpectedVersion expected,
            String type,
            @Nullable Instant occurredAt,
            @Nullable String externalId) {
        Instant now = clock.now(caller);
        Instant at = occurredAt == null ? now : occurredAt;
        if (at.isAfter(now)) {
            throw Problem.invalid("occurred_at", "must not be in the future", "future");
        }
        String known = Checks.trimmed(externalId);
        return tenancy.write(
                caller,
                session -> leads.forChange(id)
                        .invoke(lead -> lead.requireVersion(expected))
                        .chain(lead -> tenancy.query(
                                        caller,
                                        SIGNAL,
                                        Tuple.of(Ids.next(), id, type, at.atOffset(ZoneOffset.UTC), known))
                                .chain(made -> made.rowCount() > 0
                                        ? rescored(caller, lead).map(done -> signal(made))
                                        : tenancy.query(caller, TOLD, Tuple.of(id, type, known))
                                                .map(LeadScores::signal)))
                        .call(() -> session.flush()));
    }

    private Uni<Void> decide(
            Caller caller, UUID id, String rule, ExpectedVersion expected, String statement, Supplier<Tuple> values) {
        if (!ScoreSheet.overridable(rule)) {
            throw Problem.invalid("rule", "follows from other lines", "not_overridable");
        }
        return tenancy.write(
                caller,
                session -> leads.forChange(id)
                        .invoke(lead -> lead.requireVersion(expected))
                        .invoke(Lead::requireNotConverted)
                        .chain(lead -> tenancy.query(caller, statement, values.get())
                                .chain(written -> {
                                    if (written.rowCount() == 0) {
                                        return Uni.createFrom().voidItem();
                                    }
                                    lead.overridden(clock.now(caller));
                                    return rescored(caller, lead);
                                }))
                        .call(() -> session.flush()));
    }

    private Uni<Void> rescored(Caller caller, Lead lead) {
        return lead.isConverted() ? Uni.createFrom().voidItem() : scorer.score(caller, List.of(lead));
    }

    private static Score score(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw Problem.notFound();
        }
        Row newest = rows.iterator().next();
        List<Sums> history = new ArrayList<>();
        rows.forEach(row -> {
            if (row.getUUID("id") != null) {
                history.add(new Sums(
                        row.getInteger("total"),
                        row.getInteger("bant"),
                        row.getInteger("engagement"),
                        row.getInteger("fit"),
                        row.getOffsetDateTime("created_at").toInstant()));
            }
        });
        return new Score(
                newest.getUUID("lead_id"),
                newest.getJsonArray("lines") == null ? List.of() : ScoreJson.lines(newest.getJsonArray("lines")),
                history,
                newest.getInteger("version"));
    }

    private static Signal signal(RowSet<Row> rows) {
        Row row = rows.iterator().next();
        return new Signal(
                row.getUUID("id"),
                row.getUUID("lead_id"),
                row.getString("type"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getString("external_id"));
    }
}
