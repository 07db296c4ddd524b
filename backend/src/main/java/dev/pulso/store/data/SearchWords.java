package dev.pulso.store.data;

import dev.pulso.kernel.PhoneNumber;
import dev.pulso.kernel.Texts;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for, as a condition: every word must be mentioned. Documents and telephone numbers are kept without
 * mask and shown with it, so that a word such as {@code 12.ABC.345/01DE-35} is looked for both ways, and a text that is a
 * telephone number as a whole ({@code 0800 123 4567}) in its stored form too.
 */
public final class SearchWords {
    /** Digits, perhaps letters, and what masks put between them. */
    private static final Pattern MASKED = Pattern.compile("(?=.*\\d)[\\p{L}\\p{N}.()/+#\\-\u2010-\u2013]+");

    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}]");

    private SearchWords() {}

    /**
     * @param mentions the condition that a record mentions the text which an SQL expression stands for
     * @param parameter puts a text among the values of the statement; answers the expression that stands for it
     * @return null when there is nothing to look for
     */
    public static @Nullable String condition(
            @Nullable String query, UnaryOperator<String> mentions, Function<String, String> parameter) {
        List<String> words = words(query == null ? "" : query);
        if (words.isEmpty()) {
            return null;
        }
        String all = String.join(
                " and ",
                words.stream().map(word -> word(word, mentions, parameter)).toList());
        PhoneNumber phone =
                PhoneNumber.parse(Objects.requireNonNull(query)).toOptional().orElse(null);
        return phone == null
                ? "(" + all + ")"
                : "((" + all + ") or " + mentions.apply(parameter.apply(phone.e164())) + ")";
    }

    private static String word(String word, UnaryOperator<String> mentions, Function<String, String> parameter) {
        String asTyped = mentions.apply(parameter.apply(word));
        String bare = MASKED.matcher(word).matches() ? PUNCTUATION.matcher(word).replaceAll("") : word;
        return bare.equals(word) ? asTyped : "(" + asTyped + " or " + mentions.apply(parameter.apply(bare)) + ")";
    }

    /** Signs that stand alone, as the dash in "Acme - Matriz", say nothing beside words. */
    private static List<String> words(String query) {
        List<String> all = Texts.words(query);
        List<String> telling = all.stream()
                .filter(word -> word.codePoints().anyMatch(c -> Character.isLetterOrDigit(c) || c > 0x2fff))
                .toList();
        return telling.isEmpty() ? all : telling;
    }
}
