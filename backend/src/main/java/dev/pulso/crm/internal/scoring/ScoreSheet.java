package dev.pulso.crm.internal.scoring;

import dev.pulso.crm.internal.scoring.ScoreFacts.Count;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A score as its lines, whose sum it is: limits and what time has taken are lines as well. The same facts on the same day make
 * the same sheet, whenever and however often it is made.
 *
 * @param dueOn the day on which time alone makes another one; null when it makes none
 */
public record ScoreSheet(List<ScoreLine> lines, @Nullable LocalDate dueOn) {
    /** Points that follow from other lines; nobody decides on them. */
    private static final Pattern DERIVED = Pattern.compile("bant_scale|(?:bant|engagement|fit)_cap|.*_decay");

    private static final Pattern LEAST = Pattern.compile("^\\D*(\\d{1,7})\\s*(\\+)?");
    /** Of {@code 1.001-5.000}, in either country's writing. */
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)[.,\u00a0 ](?=\\d{3}(?!\\d))");

    private static final int BANT = 100;

    public int total() {
        return lines.stream().mapToInt(ScoreLine::points).sum();
    }

    public int of(ScoreFamily family) {
        return lines.stream()
                .filter(line -> line.family() == family)
                .mapToInt(ScoreLine::points)
                .sum();
    }

    /** Whether a person may decide what a rule gives. */
    public static boolean overridable(String rule) {
        return !DERIVED.matcher(rule).matches();
    }

    public static ScoreSheet of(ScoringRules rules, ScoreFacts facts, ZoneId zone, Instant now) {
        return new Maker(rules, facts, zone, now).make();
    }

    /**
     * The highest threshold that a score has reached. One that it had reached counts until the score has fallen
     * {@value ScoringRules#HYSTERESIS} points below it, so that a score about a threshold is not told of all day.
     */
    public static @Nullable Integer threshold(List<Integer> thresholds, int score, @Nullable Integer before) {
        Integer highest = null;
        for (int threshold : thresholds) {
            boolean held = before != null && threshold <= before;
            if (held ? score > threshold - ScoringRules.HYSTERESIS : score >= threshold) {
                highest = highest == null ? threshold : Math.max(highest, threshold);
            }
        }
        return highest;
    }

    private static final class Maker {
        private final ScoringRules rules;
        private final ScoreFacts facts;
        private final ZoneId zone;
        private final Instant now;
        private final List<ScoreLine> lines = new ArrayList<>();
        private final Map<String, ScoreLine> before = new HashMap<>();
        private @Nullable LocalDate dueOn;

        Maker(ScoringRules rules, ScoreFacts facts, ZoneId zone, Instant now) {
            this.rules = rules;
            this.facts = facts;
            this.zone = zone;
            this.now = now;
            facts.before().forEach(line -> before.put(line.rule(), line));
        }

        ScoreSheet make() {
            bant();
            for (ScoreRule rule : rules.rules()) {
                rule(rule);
            }
            cap(ScoreFamily.ENGAGEMENT, rules.engagementMaximum());
            cap(ScoreFamily.FIT, rules.fitMaximum());
            return new ScoreSheet(List.copyOf(lines), dueOn);
        }

        private void bant() {
            if (facts.bantGiven() != null) {
                field("bant_score", ScoreFamily.BANT, String.valueOf(facts.bantGiven()), facts.bantGiven());
                return;
            }
            answer("bant_budget", rules.budget(), facts.budget());
            answer("bant_authority", rules.authority(), facts.authority());
            answer("bant_need", rules.need(), facts.need());
            answer("bant_timeline", rules.timeline(), facts.timeline());
            int sum = sum(ScoreFamily.BANT);
            int maximum = rules.bantMaximum();
            if (sum > 0 && maximum > 0) {
                int scaled = (int) Math.round((double) sum * BANT / maximum);
                derived("bant_scale", ScoreFamily.BANT, "bant_maximum", String.valueOf(maximum), scaled - sum);
            }
            cap(ScoreFamily.BANT, BANT);
        }

        private void answer(String rule, BantRule of, @Nullable String answer) {
            if (answer != null) {
                field(rule, ScoreFamily.BANT, answer, of.points(answer));
            } else if (facts.overrides().containsKey(rule)) {
                field(rule, ScoreFamily.BANT, "", 0);
            }
        }

        private void rule(ScoreRule rule) {
            if (rule.input() == ScoreInput.COMPANY_SIZE) {
                String size = facts.companySize() == null ? "" : facts.companySize();
                int points = people(size) > rule.moreThan() ? rule.points() : 0;
                line(rule, size, points, ScoreSourceType.FIELD, null);
                return;
            }
            Count count = facts.counts().get(rule.input());
            if (count == null) {
                line(rule, "0", 0, ScoreSourceType.RULE, null);
                return;
            }
            ScoreLine line = line(
                    rule, String.valueOf(count.count()), count.count() > rule.moreThan() ? rule.points() : 0, count);
            if (line != null && !line.overridden()) {
                decay(rule, line.points(), count);
            }
        }

        private @Nullable ScoreLine line(ScoreRule rule, String value, int points, Count count) {
            return line(rule, value, points, count.source(), count.id());
        }

        private @Nullable ScoreLine line(
                ScoreRule rule, String value, int points, ScoreSourceType source, java.util.@Nullable UUID id) {
            return add(
                    rule.key(), rule.name(), rule.input().family(), rule.input().code(), value, points, source, id);
        }

        /** Half is left after each half-life, by the day of the company; half a point is a point still. */
        private void decay(ScoreRule rule, int points, Count count) {
            if (points == 0) {
                return;
            }
            LocalDate last = LocalDate.ofInstant(count.lastAt(), zone);
            long days = Math.max(0, ChronoUnit.DAYS.between(last, LocalDate.ofInstant(now, zone)));
            int left = left(points, days);
            derived(rule.key() + "_decay", ScoreFamily.ENGAGEMENT, "days", String.valueOf(days), left - points);
            if (left > 0) {
                // The first day on which less than half a point of the last one is left.
                long next = Math.max(days + 1, (long)
                        Math.floor(rules.halfLifeDays() * Math.log(points / (left - 0.5)) / Math.log(2)));
                while (left(points, next) == left) {
                    next++;
                }
                LocalDate day = last.plusDays(next);
                dueOn = dueOn == null || day.isBefore(dueOn) ? day : dueOn;
            }
        }

        private int left(int points, long days) {
            return (int) Math.round(points * Math.pow(0.5, (double) days / rules.halfLifeDays()));
        }

        private void cap(ScoreFamily family, int maximum) {
            int over = sum(family) - maximum;
            if (over > 0) {
                String name = family.name().toLowerCase(java.util.Locale.ROOT);
                derived(name + "_cap", family, name + "_maximum", String.valueOf(maximum), -over);
            }
        }

        private void field(String rule, ScoreFamily family, String value, int points) {
            add(rule, null, family, rule, value, points, ScoreSourceType.FIELD, null);
        }

        private void derived(String rule, ScoreFamily family, String input, String value, int points) {
            if (points != 0) {
                put(rule, null, family, input, value, points, ScoreSourceType.RULE, null, null, null);
            }
        }

        /** A line that gives nothing is none, unless a person has decided so, or it tells what was answered. */
        private @Nullable ScoreLine add(
                String rule,
                @Nullable String name,
                ScoreFamily family,
                String input,
                String value,
                int points,
                ScoreSourceType source,
                java.util.@Nullable UUID id) {
            ScoreFacts.Override override = facts.overrides().get(rule);
            if (override != null) {
                return put(rule, name, family, input, value, override.points(), source, id, points, override);
            }
            return points == 0 && family != ScoreFamily.BANT
                    ? null
                    : put(rule, name, family, input, value, points, source, id, null, null);
        }

        private ScoreLine put(
                String rule,
                @Nullable String name,
                ScoreFamily family,
                String input,
                String value,
                int points,
                ScoreSourceType source,
                java.util.@Nullable UUID id,
                @Nullable Integer computed,
                ScoreFacts.@Nullable Override override) {
            ScoreLine line = new ScoreLine(
                    rule,
                    name,
                    family,
                    rules.version(),
                    input,
                    value,
                    points,
                    source,
                    id,
                    now,
                    computed,
                    override == null ? null : override.reason(),
                    override == null ? null : override.byId());
            ScoreLine former = before.get(rule);
            // What is as it was has been so since then.
            ScoreLine kept = former != null && Objects.equals(former.since(now), line) ? former : line;
            lines.add(kept);
            return kept;
        }

        private int sum(ScoreFamily family) {
            return lines.stream()
                    .filter(line -> line.family() == family)
                    .mapToInt(ScoreLine::points)
                    .sum();
        }

        /** The least that a size says: 51 of {@code 51-200}, 501 of {@code 500+}. */
        private static int people(String size) {
            Matcher least = LEAST.matcher(THOUSANDS.matcher(size).replaceAll(""));
            return least.find() ? Integer.parseInt(least.group(1)) + (least.group(2) == null ? 0 : 1) : 0;
        }
    }
}
