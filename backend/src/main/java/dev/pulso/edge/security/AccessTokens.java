package dev.pulso.edge.security;

import dev.pulso.kernel.Bounded;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Issues and checks the short-lived access tokens (JWT, ES256). */
@ApplicationScoped
public class AccessTokens {
    private static final String ISSUER = "https://pulso.dev";
    private static final int REMEMBERED = 20_000;

    private final SigningKey key;
    private final Clock clock;
    private final Duration lifetime;
    private final JWTAuthContextInfo expectations;
    private final DefaultJWTParser parser = new DefaultJWTParser();
    /** Checking a signature costs as much as a small query, and a client sends the same token for 15 minutes. */
    private final Map<String, Claims> verified = Bounded.map(REMEMBERED);

    AccessTokens(SigningKey key, Clock clock, @ConfigProperty(name = "pulso.jwt.lifetime") Duration lifetime) {
        this.key = key;
        this.clock = clock;
        this.lifetime = lifetime;
        this.expectations = new JWTAuthContextInfo(key.publicKey(), ISSUER);
        expectations.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256));
        expectations.setExpectedAudience(Set.of(ISSUER));
        expectations.setRequiredClaims(Set.of("sub", "exp", "tenant", "sid"));
    }

    /** A token of a session; what its user may do is asked of {@link AccessGate} with every request, not written here. */
    public Issued issue(UUID userId, UUID tenantId, UUID sessionId) {
        Instant now = clock.instant();
        String token = Jwt.issuer(ISSUER)
                .audience(ISSUER)
                .subject(userId.toString())
                .claim("tenant", tenantId.toString())
                .claim("sid", sessionId.toString())
                .issuedAt(now)
                .expiresAt(now.plus(lifetime))
                .jws()
                .algorithm(SignatureAlgorithm.ES256)
                .keyId(key.id())
                .sign(key.privateKey());
        return new Issued(token, lifetime.toSeconds());
    }

    /** @throws InvalidToken when it is expired, forged, or not an access token of ours */
    public Claims verify(String token) throws InvalidToken {
        Claims claims = verified.get(token);
        if (claims == null) {
            claims = parse(token);
            verified.put(token, claims);
        }
        if (!clock.instant().isBefore(claims.expiresAt())) {
            verified.remove(token);
            throw new InvalidToken("the access token has expired");
        }
        return claims;
    }

    private Claims parse(String token) throws InvalidToken {
        try {
            JsonWebToken jwt = parser.parse(token, expectations);
            return new Claims(
                    UUID.fromString(jwt.getSubject()),
                    UUID.fromString(jwt.<Object>getClaim("tenant").toString()),
                    UUID.fromString(jwt.<Object>getClaim("sid").toString()),
                    Instant.ofEpochSecond(jwt.getExpirationTime()));
        } catch (ParseException | IllegalArgumentException | NullPointerException e) {
            throw new InvalidToken("the access token is not valid");
        }
    }

    /** @param expiresIn seconds */
    public record Issued(String token, long expiresIn) {}

    public record Claims(UUID userId, UUID tenantId, UUID sessionId, Instant expiresAt) {}
}
