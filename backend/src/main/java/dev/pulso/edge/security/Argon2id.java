package dev.pulso.edge.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * argon2id (RFC 9106) in PHC form, {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}: the figures stand in the hash, so that they
 * can be raised without locking anybody out. Blocks its thread for about 50 ms.
 */
final class Argon2id {
    /** OWASP's figures: 19 MiB, two passes, one lane. */
    static final int MEMORY_KIB = 19_456;

    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=(\\d{1,3})\\$m=(\\d{1,9}),t=(\\d{1,9}),p=(\\d{1,3})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();

    private Argon2id() {}

    /** A hash with a random salt of its own. */
    static String hash(String password, int memoryKib) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        byte[] hash = compute(password, Argon2Parameters.ARGON2_VERSION_13, memoryKib, PASSES, LANES, salt, HASH_BYTES);
        return "$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        Argon2Parameters.ARGON2_VERSION_13,
                        memoryKib,
                        PASSES,
                        LANES,
                        BASE64.encodeToString(salt),
                        BASE64.encodeToString(hash));
    }

    /**
     * Whether the password made the hash.
     *
     * @throws IllegalArgumentException when the hash is none
     */
    static boolean matches(String password, String phc) {
        Matcher parts = PHC.matcher(phc);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no argon2id hash");
        }
        byte[] expected = Base64.getDecoder().decode(parts.group(6));
        byte[] actual = compute(
                password,
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                Integer.parseInt(parts.group(4)),
                Base64.getDecoder().decode(parts.group(5)),
                expected.length);
        return MessageDigest.isEqual(expected, actual);
    }

    private static byte[] compute(
            String password, int version, int memoryKib, int passes, int lanes, byte[] salt, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(version)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
