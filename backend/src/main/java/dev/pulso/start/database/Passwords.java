package dev.pulso.start.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Passwords that follow from another one, so that several nodes agree on them without shared state. */
final class Passwords {
    private Passwords() {}

    static String derive(String secret, String label) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            // HMAC refuses an empty key; a server that trusts its network may well have no password.
            String key = secret.isEmpty() ? "pulso" : secret;
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(label.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
