package dev.pulso.store.secrets;

import java.util.UUID;

/** Seals as the product did before its keys were changed; the keys are those of the test profile. */
public final class PastKey {
    private static final String PAST = "past:cGFzdC1wYXN0LXBhc3QtcGFzdC1wYXN0LXBhc3QtcGE=";

    private PastKey() {}

    public static byte[] seal(UUID tenantId, String purpose, byte[] value) {
        return new Secrets(new SecretKeys(PAST)).seal(tenantId, purpose, value);
    }
}
