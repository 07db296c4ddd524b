package dev.pulso.start.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Passwords that follow from another one, so that several nodes agree on them without shared state. */
final class Passwords {
    private Passwords() {}

    /** @param secret not empty: what follows from nothing is known to everybody */
    static String derive(String secret, String label) {
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("nothing follows from an empty password");
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(label.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
