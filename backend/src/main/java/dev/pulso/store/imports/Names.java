package dev.pulso.store.imports;

import java.text.Normalizer;
import java.util.Locale;

/** Names as they are compared: without case, accents, spaces and punctuation. */
public final class Names {
    private Names() {}

    public static String key(String name) {
        String letters = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder key = new StringBuilder();
        letters.codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
        return key.toString();
    }
}
