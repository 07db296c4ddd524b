package dev.pulso.kernel;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address in the one form that is stored and compared: trimmed, lower case, the domain in ASCII.
 *
 * <p>The part before the @ is lower-cased too: RFC 5321 lets a server tell {@code Ana@} from {@code ana@}, none that
 * matters does, and the two would be one person twice. Dots and plus tags stay, because they do reach different people
 * outside one provider. The syntax is that of HTML's {@code input type=email} with RFC 5321's lengths and at least one
 * dot in the domain; quoted local parts and comments are refused.
 *
 * @param value at most 254 characters
 */
public record Email(String value) {

    private static final Pattern LOCAL =
            Pattern.compile("[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");

    public Email {
        if (!isNormal(value)) {
            throw new IllegalArgumentException("not a normalised e-mail address");
        }
    }

    public static Parsed<Email> parse(String text) {
        String trimmed = Normalizer.normalize(Texts.trim(text), Normalizer.Form.NFKC);
        if (trimmed.isEmpty()) {
            return Parsed.blank();
        }
        int at = trimmed.lastIndexOf('@');
        if (at < 0) {
            return Parsed.refused("email_without_at", "An e-mail address has an @, as in ana@empresa.com.br.");
        }
        String domain = ascii(trimmed.substring(at + 1));
        String normal = trimmed.substring(0, at).toLowerCase(Locale.ROOT) + "@" + domain;
        if (normal.length() > 254 || at > 64) {
            return Parsed.refused("email_too_long", "An e-mail address has at most 254 characters, 64 before the @.");
        }
        return isNormal(normal)
                ? Parsed.value(new Email(normal))
                : Parsed.refused("email_invalid", "This is not an e-mail address, as in ana@empresa.com.br.");
    }

    /** @throws IllegalArgumentException when it cannot be read */
    public static Email of(String text) {
        return parse(text).orThrow();
    }

    /**
     * What somebody typed as an address, in the form in which one would be stored: to look for it, not to keep it. What is no
     * address, and therefore nobody's, is only trimmed and in lower case.
     */
    public static String sought(String text) {
        return parse(text)
                .toOptional()
                .map(Email::value)
                .orElseGet(() -> text.strip().toLowerCase(Locale.ROOT));
    }

    /** What follows the @, in ASCII: people of one company usually share it. */
    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    private static boolean isNormal(String value) {
        int at = value.lastIndexOf('@');
        return at > 0
                && at <= 64
                && value.length() <= 254
                && value.equals(value.toLowerCase(Locale.ROOT))
                && LOCAL.matcher(value.substring(0, at)).matches()
                && DOMAIN.matcher(value.substring(at + 1)).matches();
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException notADomain) {
            return "";
        }
    }
}
