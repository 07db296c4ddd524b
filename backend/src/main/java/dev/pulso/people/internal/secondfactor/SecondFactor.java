package dev.pulso.people.internal.secondfactor;

import dev.pulso.kernel.Problem;
import dev.pulso.store.secrets.Secrets;
import dev.pulso.store.tenancy.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A user's authenticator app. It counts once a first code has confirmed it. */
@Entity
@DynamicUpdate
@Table(name = "second_factors")
class SecondFactor {
    private static final String SEALED_AS = "totp";
    private static final int FREE_FAILURES = 5;
    private static final long LONGEST_PAUSE_MINUTES = 60;

    @Id
    private UUID id;

    @Column(name = "tenant_id", updatable = false)
    private UUID tenantId;

    private byte[] secret;

    @Column(name = "confirmed_at")
    private @Nullable Instant confirmedAt;

    @Column(name = "last_step")
    private long lastStep;

    private int failures;

    @Column(name = "blocked_until")
    private @Nullable Instant blockedUntil;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    /** For Hibernate. */
    protected SecondFactor() {}

    SecondFactor(Caller caller, UUID userId, byte[] plainSecret, Secrets secrets, Instant now) {
        id = userId;
        tenantId = caller.tenantId();
        secret = secrets.seal(tenantId, SEALED_AS, plainSecret);
        createdAt = now;
    }

    boolean isOn() {
        return confirmedAt != null;
    }

    /** Another secret for an app that was never confirmed. */
    void replaceSecret(byte[] plainSecret, Secrets secrets) {
        secret = secrets.seal(tenantId, SEALED_AS, plainSecret);
        lastStep = 0;
    }

    /** Whether the app shows this code now; it then counts, and the code is used up. */
    boolean confirm(String code, Secrets secrets, Instant now) {
        if (!accepts(code, secrets, now)) {
            return false;
        }
        confirmedAt = now;
        return true;
    }

    /** Whether the app shows this code now. Each code is taken once; a secret under an old key is sealed again. */
    boolean accepts(String code, Secrets secrets, Instant now) {
        byte[] plain = secrets.open(tenantId, SEALED_AS, secret);
        OptionalLong step = Totp.step(plain, code, now, lastStep);
        if (step.isEmpty()) {
            return false;
        }
        lastStep = step.getAsLong();
        if (secrets.isOutdated(secret)) {
            secret = secrets.seal(tenantId, SEALED_AS, plain);
        }
        return true;
    }

    /** Puts the secret under the present key; false when it is already. */
    boolean sealAgain(Secrets secrets) {
        if (!secrets.isOutdated(secret)) {
            return false;
        }
        secret = secrets.seal(tenantId, SEALED_AS, secrets.open(tenantId, SEALED_AS, secret));
        return true;
    }

    /** Guessing gets slow: after five wrong codes in a row one has to wait, longer each time. */
    void requirePatience(Instant now) {
        if (blockedUntil != null && now.isBefore(blockedUntil)) {
            throw Problem.tooMany((int) Duration.between(now, blockedUntil).toSeconds() + 1);
        }
    }

    void failed(Instant now) {
        failures++;
        if (failures >= FREE_FAILURES) {
            long minutes = Math.min(LONGEST_PAUSE_MINUTES, 1L << Math.min(6, failures - FREE_FAILURES));
            blockedUntil = now.plus(Duration.ofMinutes(minutes));
        }
    }

    void succeeded() {
        failures = 0;
        blockedUntil = null;
    }
}
