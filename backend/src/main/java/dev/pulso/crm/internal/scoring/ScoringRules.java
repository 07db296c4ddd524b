package dev.pulso.crm.internal.scoring;

import dev.pulso.kernel.Checks;
import dev.pulso.kernel.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How a company scores its leads.
 *
 * @param version 0 for the usual rules
 * @param engagementMaximum the most that what a lead did adds
 * @param fitMaximum the most that what its company is adds
 * @param halfLifeDays after so many days half of the points for what a lead did is left
 * @param thresholds scores that matter, ascending
 */
public record ScoringRules(
        int version,
        BantRule budget,
        BantRule authority,
        BantRule need,
        BantRule timeline,
        List<ScoreRule> rules,
        int engagementMaximum,
        int fitMaximum,
        int halfLifeDays,
        List<Integer> thresholds) {
    /** How far a score has to fall below a threshold that it had reached. */
    static final int HYSTERESIS = 5;

    /** Keys of lines that are not a company's rules. */
    private static final Set<String> TAKEN =
            Set.of("bant_score", "bant_budget", "bant_authority", "bant_need", "bant_timeline");

    /**
     * What is usual: four questions with the answers of a seller of services, 10 points for more than five e-mails opened, 15 for
     * more than three conversations, 20 for a company of more than 50. Keywords could add up to 50, which is more than a need
     * says about a purchase: 30 is the most.
     */
    public static final ScoringRules USUAL = new ScoringRules(
            0,
            new BantRule(
                    50,
                    List.of(
                            new ScoredAnswer("Menos de R$ 1.000/mês", 10),
                            new ScoredAnswer("R$ 1.000 - R$ 5.000/mês", 30),
                            new ScoredAnswer("R$ 5.000 - R$ 10.000/mês", 40),
                            new ScoredAnswer("Acima de R$ 10.000/mês", 50)),
                    List.of()),
            new BantRule(
                    30,
                    List.of(
                            new ScoredAnswer("Sim, sou o decisor", 30),
                            new ScoredAnswer("Participo da decisão", 20),
                            new ScoredAnswer("Apenas pesquisando", 5)),
                    List.of()),
            new BantRule(
                    30,
                    List.of(),
                    List.of(
                            new ScoredAnswer("vendas", 10),
                            new ScoredAnswer("qualificação", 15),
                            new ScoredAnswer("conversão", 15),
                            new ScoredAnswer("automação", 10))),
            new BantRule(
                    20,
                    List.of(
                            new ScoredAnswer("Imediatamente", 20),
                            new ScoredAnswer("Próximos 30 dias", 15),
                            new ScoredAnswer("Próximos 3 meses", 10),
                            new ScoredAnswer("Apenas pesquisando", 0)),
                    List.of()),
            List.of(
                    new ScoreRule("email_opens", "Abriu mais de 5 e-mails", ScoreInput.EMAIL_OPENS, 5, 10),
                    new ScoreRule("conversations", "Mais de 3 conversas", ScoreInput.CONVERSATIONS, 3, 15),
                    new ScoreRule("company_size", "Empresa com mais de 50 pessoas", ScoreInput.COMPANY_SIZE, 50, 20)),
            25,
            20,
            30,
            List.of(70));

    /** The sum of the four maxima, which counts as 100. */
    public int bantMaximum() {
        return budget.maximum() + authority.maximum() + need.maximum() + timeline.maximum();
    }

    /** As they are kept, or 400. */
    ScoringRules checked() {
        Set<String> keys = new HashSet<>();
        List<ScoreRule> named = rules.stream()
                .map(rule -> {
                    if (!keys.add(rule.key())) {
                        throw Problem.invalid("rules", "must have each key once", "duplicate");
                    }
                    if (TAKEN.contains(rule.key()) || !ScoreSheet.overridable(rule.key())) {
                        throw Problem.invalid("rules", "must not have the key of a line of Pulso's own", "reserved");
                    }
                    return new ScoreRule(
                            rule.key(),
                            Checks.text("rules", rule.name()),
                            rule.input(),
                            rule.moreThan(),
                            rule.points());
                })
                .toList();
        if (new HashSet<>(thresholds).size() != thresholds.size()) {
            throw Problem.invalid("thresholds", "must name each score once", "duplicate");
        }
        return new ScoringRules(
                version,
                budget.checked("budget"),
                authority.checked("authority"),
                need.checked("need"),
                timeline.checked("timeline"),
                named,
                engagementMaximum,
                fitMaximum,
                halfLifeDays,
                thresholds.stream().sorted().toList());
    }
}
