package dev.pulso.crm.internal.scoring;

import dev.pulso.crm.LeadScoringChanged;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Ids;
import dev.pulso.kernel.Problem;
import dev.pulso.store.outbox.NewEvent;
import dev.pulso.store.outbox.Outbox;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The rules of a company: each change of them is a version more, and none is ever changed. */
@ApplicationScoped
public class ScoringService {
    private static final String READ = "select * from lead_scoring order by version desc limit 1";

    /** Of two who set them at once the second finds the version taken. */
    private static final String WRITE = """
        insert into lead_scoring (tenant_id, id, version, budget, authority, need, timeline, rules, engagement_maximum, fit_maximum,
                                  half_life_days, thresholds, created_by_id)
        values (current_setting('app.tenant_id')::uuid, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        on conflict (tenant_id, version) do nothing\
        """;

    private final Tenancy tenancy;
    private final Outbox outbox;

    ScoringService(Tenancy tenancy, Outbox outbox) {
        this.tenancy = tenancy;
        this.outbox = outbox;
    }

    /** Those that count now. */
    public Uni<ScoringRules> rules(Caller caller) {
        return tenancy.query(caller, READ, Tuple.tuple()).map(ScoringService::read);
    }

    /** Replaces them as a whole. */
    public Uni<ScoringRules> replace(Caller caller, ExpectedVersion expected, ScoringRules given) {
        ScoringRules rules = given.checked();
        UUID id = Ids.next();
        return tenancy.sql(
                caller,
                connection -> connection.preparedQuery(READ).execute().chain(rows -> {
                    int present = read(rows).version();
                    expected.check(present);
                    return connection
                            .preparedQuery(WRITE)
                            .execute(values(caller, id, present + 1, rules))
                            .chain(written -> written.rowCount() > 0
                                    ? outbox.publishAll(
                                            connection,
                                            caller,
                                            List.of(new NewEvent(
                                                    LeadScoringChanged.TYPE,
                                                    id,
                                                    new LeadScoringChanged(id, present + 1))))
                                    : Uni.createFrom().failure(Problem.preconditionFailed(present + 1)))
                            .chain(() -> connection.preparedQuery(READ).execute())
                            .map(ScoringService::read);
                }));
    }

    private static Tuple values(Caller caller, UUID id, int version, ScoringRules rules) {
        return Tuple.tuple()
                .addUUID(id)
                .addInteger(version)
                .addJsonObject(ScoreJson.object(rules.budget()))
                .addJsonObject(ScoreJson.object(rules.authority()))
                .addJsonObject(ScoreJson.object(rules.need()))
                .addJsonObject(ScoreJson.object(rules.timeline()))
                .addJsonArray(ScoreJson.array(rules.rules()))
                .addInteger(rules.engagementMaximum())
                .addInteger(rules.fitMaximum())
                .addInteger(rules.halfLifeDays())
                .addArrayOfInteger(rules.thresholds().toArray(Integer[]::new))
                .addUUID(caller.userId());
    }

    private static ScoringRules read(RowSet<Row> rows) {
        for (Row row : rows) {
            return new ScoringRules(
                    row.getInteger("version"),
                    ScoreJson.read(BantRule.class, row.getJsonObject("budget")),
                    ScoreJson.read(BantRule.class, row.getJsonObject("authority")),
                    ScoreJson.read(BantRule.class, row.getJsonObject("need")),
                    ScoreJson.read(BantRule.class, row.getJsonObject("timeline")),
                    ScoreJson.list(ScoreRule.class, row.getJsonArray("rules")),
                    row.getInteger("engagement_maximum"),
                    row.getInteger("fit_maximum"),
                    row.getInteger("half_life_days"),
                    List.of(row.getArrayOfIntegers("thresholds")));
        }
        return ScoringRules.USUAL;
    }
}
