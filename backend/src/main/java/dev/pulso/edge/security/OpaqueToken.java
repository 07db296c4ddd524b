package dev.pulso.edge.security;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * A secret as its holder has it (refresh token, link in a mail): tenant and row, so that it is found before a tenant is
 * known, and 256 random bits, of which the database keeps only the hash.
 */
public record OpaqueToken(UUID tenantId, UUID rowId, byte[] secret) {
    private static final int SECRET_BYTES = 32;
    private static final int BYTES = 16 + 16 + SECRET_BYTES;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static OpaqueToken next(UUID tenantId, UUID rowId) {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new OpaqueToken(tenantId, rowId, secret);
    }

    public static Optional<OpaqueToken> parse(String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return bytes.length == BYTES ? Optional.of(read(bytes)) : Optional.empty();
    }

    /** The token whose {@link #bytes} are this number. */
    public static Optional<OpaqueToken> of(BigInteger number) {
        byte[] digits = number.toByteArray();
        // The sign takes a byte of its own where the first bit is set, and leading zeros are left out.
        int from = digits.length > BYTES && digits[0] == 0 ? 1 : 0;
        int length = digits.length - from;
        if (number.signum() < 0 || length > BYTES) {
            return Optional.empty();
        }
        byte[] bytes = new byte[BYTES];
        System.arraycopy(digits, from, bytes, BYTES - length, length);
        return Optional.of(read(bytes));
    }

    private static OpaqueToken read(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        UUID tenantId = new UUID(buffer.getLong(), buffer.getLong());
        UUID rowId = new UUID(buffer.getLong(), buffer.getLong());
        byte[] secret = new byte[SECRET_BYTES];
        buffer.get(secret);
        return new OpaqueToken(tenantId, rowId, secret);
    }

    public String encode() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
    }

    /** All of it: tenant, row, secret. */
    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(tenantId.getMostSignificantBits())
                .putLong(tenantId.getLeastSignificantBits())
                .putLong(rowId.getMostSignificantBits())
                .putLong(rowId.getLeastSignificantBits())
                .put(secret)
                .array();
    }

    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public boolean matches(byte[] hash) {
        return MessageDigest.isEqual(hash(), hash);
    }
}
