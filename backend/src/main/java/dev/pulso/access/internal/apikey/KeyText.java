package dev.pulso.access.internal.apikey;

import dev.pulso.edge.security.ApiKeyGate;
import dev.pulso.edge.security.OpaqueToken;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A key as its holder has it: {@code pulso_live_}, six digits that it is recognised by, the token, a check sum; all digits to the
 * base 62, so that a double click takes the whole of it. The form is published for secret scanners (docs/api/authentication.md),
 * and what does not fit its check sum is refused before anything is looked up.
 */
final class KeyText {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final int NAME = 6;
    private static final int NAME_BYTES = 4;
    private static final int TOKEN = 86;
    private static final int SUM = 6;
    private static final Pattern FORM = Pattern.compile(
            "pulso_(?:live|test)_[0-9A-Za-z]{" + NAME + "}([0-9A-Za-z]{" + TOKEN + "})[0-9A-Za-z]{" + SUM + "}");

    private KeyText() {}

    /** What people recognise the key by: how it begins. Of the hash, so that it tells nothing of the secret. */
    static String prefix(OpaqueToken token, boolean sandbox) {
        byte[] name = Arrays.copyOf(token.hash(), NAME_BYTES);
        return (sandbox ? ApiKeyGate.TEST : ApiKeyGate.LIVE) + digits(new BigInteger(1, name), NAME);
    }

    /** The key itself. */
    static String of(OpaqueToken token, String prefix) {
        String text = prefix + digits(new BigInteger(1, token.bytes()), TOKEN);
        return text + sum(text);
    }

    /** The token in a key; null for what cannot be one. Keys from before this form have no check sum. */
    static @Nullable OpaqueToken token(String key) {
        if (key.startsWith(ApiKeyGate.FORMER)) {
            int end = key.indexOf('_', ApiKeyGate.FORMER.length());
            return end < 0 ? null : OpaqueToken.parse(key.substring(end + 1)).orElse(null);
        }
        Matcher form = FORM.matcher(key);
        if (!form.matches()) {
            return null;
        }
        int end = key.length() - SUM;
        return key.substring(end).equals(sum(key.substring(0, end)))
                ? OpaqueToken.of(number(form.group(1))).orElse(null)
                : null;
    }

    private static String sum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.US_ASCII));
        return digits(BigInteger.valueOf(sum.getValue()), SUM);
    }

    private static String digits(BigInteger number, int length) {
        char[] digits = new char[length];
        BigInteger rest = number;
        for (int i = length - 1; i >= 0; i--) {
            BigInteger[] parts = rest.divideAndRemainder(BASE);
            digits[i] = DIGITS.charAt(parts[1].intValue());
            rest = parts[0];
        }
        return new String(digits);
    }

    private static BigInteger number(String digits) {
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < digits.length(); i++) {
            number = number.multiply(BASE).add(BigInteger.valueOf(DIGITS.indexOf(digits.charAt(i))));
        }
        return number;
    }
}
