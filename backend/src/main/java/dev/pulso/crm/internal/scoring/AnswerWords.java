package dev.pulso.crm.internal.scoring;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Answers as they are compared: without case, accents, punctuation and what nobody sees. */
final class AnswerWords {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private AnswerWords() {}

    static String key(String text) {
        String letters = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return BETWEEN.matcher(letters).replaceAll(" ").strip();
    }

    /** Whether a text says a word, which may be several; not as a part of another word, so that "revendas" is not "vendas". */
    static boolean mentions(String text, String word) {
        return !word.isEmpty() && (" " + text + " ").contains(" " + word + " ");
    }
}
