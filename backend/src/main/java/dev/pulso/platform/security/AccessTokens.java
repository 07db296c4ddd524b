package dev.pulso.platform.security;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Access tokens: ES256, fifteen minutes, saying who the caller is and in which role. */
@ApplicationScoped
public class AccessTokens {
    public static final Duration LIFETIME = Duration.ofMinutes(15);
    static final String ISSUER = "pulso";
    static final String TENANT = "tenant";
    static final String ROLE = "role";
    static final String EMAIL = "email";
    static final String SESSION = "sid";

    private final SigningKeys keys;
    private final Clock clock;

    AccessTokens(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    public String issue(UUID tenantId, UUID userId, String email, Role role, UUID sessionId) {
        Instant now = clock.instant();
        return Jwt.issuer(ISSUER)
                .subject(userId.toString())
                .claim(TENANT, tenantId.toString())
                .claim(ROLE, role.name())
                .claim(EMAIL, email)
                .claim(SESSION, sessionId.toString())
                .issuedAt(now)
                .expiresAt(now.plus(LIFETIME))
                .jws()
                .algorithm(SignatureAlgorithm.ES256)
                .sign(keys.privateKey());
    }
}
