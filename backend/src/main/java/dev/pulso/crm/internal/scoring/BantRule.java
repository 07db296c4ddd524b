package dev.pulso.crm.internal.scoring;

import dev.pulso.kernel.Checks;
import dev.pulso.kernel.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What answers to one question are worth.
 *
 * @param maximum more is never given
 * @param options answers that may be chosen
 * @param keywords of any other answer: words that add points, each once
 */
@RegisterForReflection
public record BantRule(int maximum, List<ScoredAnswer> options, List<ScoredAnswer> keywords) {

    int points(String answer) {
        String key = AnswerWords.key(answer);
        for (ScoredAnswer option : options) {
            if (AnswerWords.key(option.text()).equals(key)) {
                return Math.min(maximum, option.points());
            }
        }
        int sum = 0;
        for (ScoredAnswer keyword : keywords) {
            if (AnswerWords.mentions(key, AnswerWords.key(keyword.text()))) {
                sum += keyword.points();
            }
        }
        return Math.min(maximum, sum);
    }

    /** With its texts as they are kept, or 400: nothing visible in one, or one of them twice. */
    BantRule checked(String field) {
        return new BantRule(maximum, checked(field + ".options", options), checked(field + ".keywords", keywords));
    }

    private static List<ScoredAnswer> checked(String field, List<ScoredAnswer> answers) {
        Set<String> seen = new HashSet<>();
        return answers.stream()
                .map(answer -> {
                    String text = Checks.text(field, answer.text());
                    if (!seen.add(AnswerWords.key(text))) {
                        throw Problem.invalid(field, "must name each answer once", "duplicate");
                    }
                    return new ScoredAnswer(text, answer.points());
                })
                .toList();
    }
}
