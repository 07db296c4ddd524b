package dev.pulso.people.internal.token;

import java.time.Duration;

/** What a token is for, and how long it is good. */
public enum TokenPurpose {
    RESET_PASSWORD("reset_password", Duration.ofMinutes(10)),
    VERIFY_EMAIL("verify_email", Duration.ofHours(24)),
    /** Between the password and the code. */
    SECOND_FACTOR("second_factor", Duration.ofMinutes(5));

    private final String column;
    private final Duration lifetime;

    TokenPurpose(String column, Duration lifetime) {
        this.column = column;
        this.lifetime = lifetime;
    }

    public String column() {
        return column;
    }

    public Duration lifetime() {
        return lifetime;
    }
}
