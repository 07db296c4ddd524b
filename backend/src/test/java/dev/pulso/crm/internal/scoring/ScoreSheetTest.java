package dev.pulso.crm.internal.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.pulso.crm.internal.scoring.ScoreFacts.Count;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScoreSheetTest {
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
    private static final Instant NOW = Instant.parse("2026-11-30T15:00:00Z");
    private static final UUID ID = UUID.fromString("01939f6c-7a3e-7cc1-9c0e-3d5c5f0a7b21");

    @Test
    void answers_have_the_points_of_the_options_and_are_scaled_to_a_hundred() {
        ScoreSheet sheet = sheet(facts(
                "R$ 1.000 - R$ 5.000/mês", "sim, sou o DECISOR", "Melhorar a conversao de vendas", "Próximos 30 dias"));
        assertThat(points(sheet))
                .containsExactly(
                        entry("bant_budget", 30),
                        entry("bant_authority", 30),
                        entry("bant_need", 25),
                        entry("bant_timeline", 15),
                        entry("bant_scale", -23));
        assertThat(sheet.total()).isEqualTo(77);
    }

    @Test
    void the_best_answers_are_a_hundred_although_keywords_could_add_more_than_a_need_is_worth() {
        ScoreSheet sheet = sheet(facts(
                "Acima de R$ 10.000/mês",
                "Sim, sou o decisor",
                "vendas, qualificação, conversão e automação",
                "Imediatamente"));
        assertThat(points(sheet)).containsEntry("bant_need", 30);
        assertThat(sheet.of(ScoreFamily.BANT)).isEqualTo(100);
    }

    @Test
    void a_keyword_is_a_word_and_not_a_part_of_one() {
        assertThat(points(sheet(facts(null, null, "Tenho revendas", null)))).containsEntry("bant_need", 0);
        assertThat(points(sheet(facts(null, null, "VENDAS!", null)))).containsEntry("bant_need", 10);
    }

    @Test
    void what_somebody_said_counts_instead_of_the_answers() {
        ScoreFacts facts = new ScoreFacts("Imediatamente", null, null, null, 64, null, Map.of(), Map.of(), List.of());
        assertThat(points(sheet(facts))).containsExactly(entry("bant_score", 64));
    }

    @Test
    void more_than_five_e_mails_three_conversations_and_fifty_people_count_and_not_as_many() {
        assertThat(points(sheet(did(6, 4, "51-200"))))
                .containsExactly(entry("email_opens", 10), entry("conversations", 15), entry("company_size", 20));
        assertThat(points(sheet(did(5, 3, "50")))).isEmpty();
        assertThat(points(sheet(did(0, 0, "50+")))).containsExactly(entry("company_size", 20));
        for (String many : List.of("1.000+", "1.001-5.000", "1,000", "1 000")) {
            assertThat(points(sheet(did(0, 0, many)))).as(many).containsExactly(entry("company_size", 20));
        }
    }

    @Test
    void half_of_what_a_lead_did_is_left_after_thirty_days_of_the_company_and_a_quarter_after_sixty() {
        assertThat(sheet(opened(6, 0)).total()).isEqualTo(10);
        assertThat(sheet(opened(6, 30)).total()).isEqualTo(5);
        assertThat(sheet(opened(6, 60)).total()).isEqualTo(3);
        assertThat(points(sheet(opened(6, 30))))
                .containsExactly(entry("email_opens", 10), entry("email_opens_decay", -5));
        assertThat(sheet(opened(6, 1000)).dueOn()).isNull();
    }

    @Test
    void the_day_on_which_a_score_is_due_is_the_first_on_which_it_is_another() {
        for (int days = 0; days < 200; days++) {
            ScoreSheet now = sheet(opened(6, days));
            LocalDate due = now.dueOn();
            if (due == null) {
                assertThat(now.total()).isZero();
                continue;
            }
            int until = (int) (due.toEpochDay() - LocalDate.ofInstant(NOW, ZONE).toEpochDay());
            assertThat(until).isPositive();
            assertThat(sheet(opened(6, days + until - 1)).total()).isEqualTo(now.total());
            assertThat(sheet(opened(6, days + until)).total()).isLessThan(now.total());
        }
    }

    @Test
    void a_person_decides_what_a_line_gives_and_time_takes_nothing_of_it() {
        ScoreFacts facts = with(
                opened(6, 90),
                Map.of(
                        "email_opens", new ScoreFacts.Override(8, "Responde sempre", ID),
                        "bant_budget", new ScoreFacts.Override(50, "Verba confirmada", null)));
        ScoreSheet sheet = sheet(facts);
        assertThat(points(sheet))
                .containsExactly(entry("bant_budget", 50), entry("bant_scale", -12), entry("email_opens", 8));
        ScoreLine opens = sheet.lines().getLast();
        assertThat(opens.overridden()).isTrue();
        assertThat(opens.computedPoints()).isEqualTo(10);
        assertThat(opens.reason()).isEqualTo("Responde sempre");
        assertThat(sheet.dueOn()).isNull();
    }

    @Test
    void a_family_has_a_limit_however_much_people_decide() {
        ScoreFacts facts = with(
                did(6, 4, "51-200"),
                Map.of(
                        "email_opens", new ScoreFacts.Override(100, "x", null),
                        "company_size", new ScoreFacts.Override(90, "x", null)));
        ScoreSheet sheet = sheet(facts);
        assertThat(sheet.of(ScoreFamily.ENGAGEMENT)).isEqualTo(25);
        assertThat(sheet.of(ScoreFamily.FIT)).isEqualTo(20);
    }

    @Test
    void making_a_sheet_again_changes_nothing_and_keeps_since_when_it_is_so() {
        ScoreSheet first = sheet(did(6, 4, "51-200"));
        ScoreFacts again = new ScoreFacts(
                null, null, null, null, null, "51-200", did(6, 4, "").counts(), Map.of(), first.lines());
        assertThat(ScoreSheet.of(ScoringRules.USUAL, again, ZONE, NOW.plusSeconds(60))
                        .lines())
                .isEqualTo(first.lines());
        ScoreFacts more = new ScoreFacts(
                null, null, null, null, null, "51-200", did(7, 4, "").counts(), Map.of(), first.lines());
        assertThat(ScoreSheet.of(ScoringRules.USUAL, more, ZONE, NOW.plusSeconds(60))
                        .lines())
                .extracting(line -> line.at().equals(NOW))
                .containsExactly(false, true, true);
    }

    @Test
    void whatever_is_known_the_total_is_the_sum_of_the_lines_within_the_limits() {
        Random random = new Random(7);
        List<String> answers =
                new ArrayList<>(List.of("Apenas pesquisando", "Imediatamente", "vendas e automação", "👍", ""));
        for (int i = 0; i < 2000; i++) {
            ScoreFacts some = with(
                    did(random.nextInt(12), random.nextInt(9), random.nextInt(300) + "-900"),
                    random.nextBoolean()
                            ? Map.of("bant_need", new ScoreFacts.Override(random.nextInt(101), "x", null))
                            : Map.of("conversations", new ScoreFacts.Override(random.nextInt(101), "x", null)));
            ScoreFacts facts = new ScoreFacts(
                    one(answers, random),
                    one(answers, random),
                    one(answers, random),
                    one(answers, random),
                    null,
                    some.companySize(),
                    some.counts(),
                    some.overrides(),
                    List.of());
            ScoreSheet sheet = sheet(facts);
            assertThat(sheet.of(ScoreFamily.BANT)).isBetween(0, 100);
            assertThat(sheet.of(ScoreFamily.ENGAGEMENT)).isBetween(0, 25);
            assertThat(sheet.of(ScoreFamily.FIT)).isBetween(0, 20);
            assertThat(sheet.total())
                    .isEqualTo(
                            sheet.of(ScoreFamily.BANT) + sheet.of(ScoreFamily.ENGAGEMENT) + sheet.of(ScoreFamily.FIT));
        }
    }

    @Test
    void a_threshold_is_reached_once_and_left_five_points_below() {
        List<Integer> thresholds = List.of(40, 70);
        Integer at = null;
        List<@Nullable Integer> seen = new ArrayList<>();
        for (int score : List.of(39, 40, 36, 35, 69, 70, 66, 65, 100, 0)) {
            at = ScoreSheet.threshold(thresholds, score, at);
            seen.add(at);
        }
        assertThat(seen).containsExactly(null, 40, 40, null, 40, 70, 70, 40, 70, null);
    }

    private static ScoreSheet sheet(ScoreFacts facts) {
        return ScoreSheet.of(ScoringRules.USUAL, facts, ZONE, NOW);
    }

    private static Map<String, Integer> points(ScoreSheet sheet) {
        Map<String, Integer> points = new LinkedHashMap<>();
        sheet.lines().forEach(line -> points.put(line.rule(), line.points()));
        return points;
    }

    private static ScoreFacts facts(
            @Nullable String budget, @Nullable String authority, @Nullable String need, @Nullable String timeline) {
        return new ScoreFacts(budget, authority, need, timeline, null, null, Map.of(), Map.of(), List.of());
    }

    private static ScoreFacts did(int opens, int talks, String size) {
        return new ScoreFacts(
                null,
                null,
                null,
                null,
                null,
                size,
                Map.of(
                        ScoreInput.EMAIL_OPENS, new Count(opens, NOW, ScoreSourceType.SIGNAL, ID),
                        ScoreInput.CONVERSATIONS, new Count(talks, NOW, ScoreSourceType.ACTIVITY, ID)),
                Map.of(),
                List.of());
    }

    private static ScoreFacts opened(int times, int daysAgo) {
        Count count = new Count(times, NOW.minus(Duration.ofDays(daysAgo)), ScoreSourceType.SIGNAL, ID);
        return new ScoreFacts(
                null, null, null, null, null, null, Map.of(ScoreInput.EMAIL_OPENS, count), Map.of(), List.of());
    }

    private static ScoreFacts with(ScoreFacts facts, Map<String, ScoreFacts.Override> overrides) {
        return new ScoreFacts(
                facts.budget(),
                facts.authority(),
                facts.need(),
                facts.timeline(),
                facts.bantGiven(),
                facts.companySize(),
                facts.counts(),
                overrides,
                facts.before());
    }

    private static @Nullable String one(List<String> answers, Random random) {
        String answer = answers.get(random.nextInt(answers.size()));
        return answer.isEmpty() ? null : answer;
    }
}
