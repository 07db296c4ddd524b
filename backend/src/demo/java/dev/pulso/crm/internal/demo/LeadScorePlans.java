package dev.pulso.crm.internal.demo;

import dev.pulso.crm.internal.demo.SalesPlan.PlannedLead;
import dev.pulso.crm.internal.scoring.ScoreFacts;
import dev.pulso.crm.internal.scoring.ScoreFamily;
import dev.pulso.crm.internal.scoring.ScoreJson;
import dev.pulso.crm.internal.scoring.ScoreSheet;
import dev.pulso.crm.internal.scoring.ScoringRules;
import dev.pulso.demo.Chance;
import dev.pulso.demo.DemoRows;
import dev.pulso.demo.DemoYear;
import io.vertx.core.json.JsonObject;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What leads have answered, and their scores: those that qualified have, the others were guessed at by who talked with them. */
final class LeadScorePlans {
    private static final List<String> BUDGETS =
            List.of("R$ 1.000 - R$ 5.000/mês", "R$ 5.000 - R$ 10.000/mês", "Acima de R$ 10.000/mês");
    private static final List<String> NEEDS = List.of(
            "Melhorar a conversão de vendas",
            "Qualificação de contatos que chegam pelo site",
            "Automação do atendimento e mais vendas");
    private static final List<String> TIMES = List.of("Imediatamente", "Próximos 30 dias");
    private static final List<String> SIZES = List.of("1-10", "11-50", "11-50", "51-200");

    private final List<JsonObject> leads = new ArrayList<>();
    private final List<JsonObject> sheets = new ArrayList<>();

    LeadScorePlans(DemoYear year, List<PlannedLead> planned) {
        Chance chance = year.chance("crm.scores");
        for (PlannedLead lead : planned) {
            boolean answered = lead.stage().equals("qualified");
            String size = lead.party().company() ? chance.pick(SIZES) : null;
            ScoreFacts facts = new ScoreFacts(
                    answered ? chance.pick(BUDGETS) : null,
                    answered ? "Sim, sou o decisor" : null,
                    answered ? chance.pick(NEEDS) : null,
                    answered ? chance.pick(TIMES) : null,
                    answered || lead.bantScore() == 0 ? null : (Integer) lead.bantScore(),
                    size,
                    Map.of(),
                    Map.of(),
                    List.of());
            ScoreSheet sheet = ScoreSheet.of(
                    ScoringRules.USUAL, facts, ZoneOffset.UTC, lead.updatedAt().toInstant());
            leads.add(lead(lead, facts, sheet));
            if (!sheet.lines().isEmpty()) {
                sheets.add(DemoRows.row(
                                "id", year.id("score", sheets.size(), lead.updatedAt()),
                                "lead_id", lead.id(),
                                "total", sheet.total(),
                                "bant", sheet.of(ScoreFamily.BANT),
                                "engagement", sheet.of(ScoreFamily.ENGAGEMENT),
                                "fit", sheet.of(ScoreFamily.FIT))
                        .put("lines", ScoreJson.lines(sheet))
                        .put("created_at", lead.updatedAt().toString()));
            }
        }
    }

    List<JsonObject> leads() {
        return leads;
    }

    List<JsonObject> sheets() {
        return sheets;
    }

    private static JsonObject lead(PlannedLead lead, ScoreFacts facts, ScoreSheet sheet) {
        return SalesDemo.lead(lead)
                .put("company_size", facts.companySize())
                .put("source_details", "{}")
                .put("bant_budget", facts.budget())
                .put("bant_authority", facts.authority())
                .put("bant_need", facts.need())
                .put("bant_timeline", facts.timeline())
                .put("bant_given", facts.bantGiven())
                .put("bant_score", sheet.of(ScoreFamily.BANT))
                .put("score", sheet.total())
                .put("score_threshold", ScoreSheet.threshold(ScoringRules.USUAL.thresholds(), sheet.total(), null))
                .put("scored_by", ScoringRules.USUAL.version());
    }
}
