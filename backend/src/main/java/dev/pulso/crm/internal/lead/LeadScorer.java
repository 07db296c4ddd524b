package dev.pulso.crm.internal.lead;

import dev.pulso.crm.LeadScoreCrossed;
import dev.pulso.crm.internal.scoring.ScoreSheet;
import dev.pulso.crm.internal.scoring.ScoringService;
import dev.pulso.store.outbox.NewEvent;
import dev.pulso.store.outbox.Outbox;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantClock;
import dev.pulso.store.tenancy.TenantDay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Makes the score of leads anew, in the transaction of whatever may have changed it. Making it twice changes nothing: a sheet is
 * kept only when a line is another one.
 */
@ApplicationScoped
class LeadScorer {
    private final Tenancy tenancy;
    private final LeadRepository leads;
    private final ScoringService scoring;
    private final ScoreSheets sheets;
    private final TenantDay days;
    private final TenantClock clock;
    private final Outbox outbox;

    LeadScorer(
            Tenancy tenancy,
            LeadRepository leads,
            ScoringService scoring,
            ScoreSheets sheets,
            TenantDay days,
            TenantClock clock,
            Outbox outbox) {
        this.tenancy = tenancy;
        this.leads = leads;
        this.scoring = scoring;
        this.sheets = sheets;
        this.days = days;
        this.clock = clock;
        this.outbox = outbox;
    }

    /** What scoring a lead has to tell, once the lead is written. */
    record Scored(List<ScoreSheets.Made> made, List<LeadScoreCrossed> crossed) {}

    /** Scores a new lead, which is not written yet. */
    Uni<Scored> scoreNew(Caller caller, Lead lead) {
        return scored(caller, List.of(lead), Map.of());
    }

    /** Scores leads of the open transaction, which are locked. */
    Uni<Void> score(Caller caller, List<Lead> some) {
        return sheets.deeds(caller, some.stream().map(Lead::id).toList())
                .chain(deeds -> scored(caller, some, deeds))
                .chain(scored -> keep(caller, scored));
    }

    /** Scores the leads that are still there and not converted; answers how many came out otherwise. */
    Uni<Integer> scoreAgain(Caller caller, List<UUID> ids) {
        return tenancy.write(
                caller,
                session -> leads.allForChange(ids).chain(found -> {
                    List<Lead> open =
                            found.stream().filter(lead -> !lead.isConverted()).toList();
                    return sheets.deeds(caller, ids)
                            .chain(deeds -> scored(caller, open, deeds))
                            .call(scored -> keep(caller, scored))
                            .call(() -> session.flush())
                            .map(scored -> scored.made().size());
                }));
    }

    /** Writes sheets and tells of crossings; flushes the leads before. */
    Uni<Void> keep(Caller caller, Scored scored) {
        return sheets.keep(caller, scored.made())
                .chain(() -> scored.crossed().isEmpty()
                        ? Uni.createFrom().voidItem()
                        : tenancy.sql(
                                caller,
                                connection -> outbox.publishAll(
                                        connection,
                                        caller,
                                        scored.crossed().stream()
                                                .map(one -> new NewEvent(LeadScoreCrossed.TYPE, one.leadId(), one))
                                                .toList())));
    }

    private Uni<Scored> scored(Caller caller, List<Lead> some, Map<UUID, LeadDeeds> deeds) {
        return scoring.rules(caller)
                .chain(rules -> days.zone(caller).map(zone -> {
                    List<ScoreSheets.Made> made = new ArrayList<>();
                    List<LeadScoreCrossed> crossed = new ArrayList<>();
                    for (Lead lead : some) {
                        LeadDeeds of = deeds.getOrDefault(lead.id(), LeadDeeds.NONE);
                        ScoreSheet sheet = ScoreSheet.of(rules, lead.facts(of), zone, clock.now(caller));
                        crossed.addAll(lead.scored(sheet, rules));
                        if (!sheet.lines().equals(of.before())) {
                            made.add(new ScoreSheets.Made(lead.id(), sheet));
                        }
                    }
                    return new Scored(made, crossed);
                }));
    }
}
