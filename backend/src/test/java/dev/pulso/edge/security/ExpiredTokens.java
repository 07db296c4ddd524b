package dev.pulso.edge.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Tokens that were good, with the installation's own key, and are so no more. */
@ApplicationScoped
public class ExpiredTokens {
    private final SigningKey key;
    private final AccessTokens tokens;

    ExpiredTokens(SigningKey key, AccessTokens tokens) {
        this.key = key;
        this.tokens = tokens;
    }

    /** What this token was an hour ago. */
    public String of(String token) {
        try {
            AccessTokens.Claims claims = tokens.verify(token);
            Clock then = Clock.fixed(Instant.now().minus(Duration.ofHours(1)), ZoneOffset.UTC);
            return new AccessTokens(key, then, Duration.ofMinutes(15))
                    .issue(claims.userId(), claims.tenantId(), claims.sessionId())
                    .token();
        } catch (InvalidToken e) {
            throw new IllegalArgumentException(e);
        }
    }
}
