package dev.pulso.store.secrets;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals values for the database. A sealed value opens only for the tenant and the purpose it was sealed for, so that a
 * row copied elsewhere is worthless, and it names its key, so that keys can be changed while old values stay readable.
 */
@Singleton
public class Secrets {
    private static final byte FORMAT = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String CIPHER = "AES/GCM/NoPadding";

    private final SecretKeys keys;
    private final SecureRandom random = new SecureRandom();

    Secrets(SecretKeys keys) {
        this.keys = keys;
    }

    /** @param purpose such as {@code totp}; it has to be named again to open the value */
    public byte[] seal(UUID tenantId, String purpose, byte[] value) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        SecretKeys.Key key = keys.current();
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.ENCRYPT_MODE, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(belonging(tenantId, purpose));
            byte[] sealed = cipher.doFinal(value);
            byte[] id = key.id().getBytes(StandardCharsets.US_ASCII);
            return ByteBuffer.allocate(2 + id.length + NONCE + sealed.length)
                    .put(FORMAT)
                    .put((byte) id.length)
                    .put(id)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    public byte[] seal(UUID tenantId, String purpose, String value) {
        return seal(tenantId, purpose, value.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalStateException when it was not sealed for this tenant and purpose, was altered, or its key is gone */
    public byte[] open(UUID tenantId, String purpose, byte[] sealed) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(sealed);
            String keyId = keyId(buffer);
            byte[] nonce = new byte[NONCE];
            buffer.get(nonce);
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.DECRYPT_MODE, keys.get(keyId), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(belonging(tenantId, purpose));
            byte[] rest = new byte[buffer.remaining()];
            buffer.get(rest);
            return cipher.doFinal(rest);
        } catch (GeneralSecurityException | java.nio.BufferUnderflowException e) {
            throw new IllegalStateException("a sealed " + purpose + " does not open", e);
        }
    }

    public String openText(UUID tenantId, String purpose, byte[] sealed) {
        return new String(open(tenantId, purpose, sealed), StandardCharsets.UTF_8);
    }

    /** Whether the value was sealed with a key that is no longer the current one: seal it again when it is at hand. */
    public boolean isOutdated(byte[] sealed) {
        return !keyId(ByteBuffer.wrap(sealed)).equals(keys.current().id());
    }

    private static String keyId(ByteBuffer buffer) {
        if (buffer.remaining() < 2 || buffer.get() != FORMAT) {
            throw new IllegalStateException("not a sealed value");
        }
        byte[] id = new byte[buffer.get()];
        buffer.get(id);
        return new String(id, StandardCharsets.US_ASCII);
    }

    private static byte[] belonging(UUID tenantId, String purpose) {
        return (tenantId + " " + purpose).getBytes(StandardCharsets.UTF_8);
    }
}
