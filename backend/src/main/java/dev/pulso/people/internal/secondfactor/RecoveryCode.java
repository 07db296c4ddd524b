package dev.pulso.people.internal.secondfactor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;

/**
 * A code to write down: 80 random bits as {@code ABCD-EFGH-IJKL-MNOP}. So many that a plain hash keeps it; how it is typed
 * (small letters, other dashes, spaces) does not matter.
 */
record RecoveryCode(String text) {
    private static final int BYTES = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    static RecoveryCode next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new RecoveryCode(Base32.encode(bytes).replaceAll("(.{4})(?!$)", "$1-"));
    }

    byte[] hash() {
        String letters = text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z2-7]", "");
        try {
            return MessageDigest.getInstance("SHA-256").digest(letters.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
