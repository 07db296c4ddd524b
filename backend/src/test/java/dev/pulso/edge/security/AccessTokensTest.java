package dev.pulso.edge.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pulso.kernel.Ids;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTokensTest {
    private static final Duration LIFETIME = Duration.ofMinutes(15);

    @TempDir
    Path folder;

    @Test
    void a_token_says_who_and_for_which_tenant() throws Exception {
        UUID user = Ids.next();
        UUID tenant = Ids.next();
        AccessTokens tokens = tokens(folder, Clock.systemUTC());
        UUID session = Ids.next();
        AccessTokens.Issued issued = tokens.issue(user, tenant, session);
        assertThat(issued.expiresIn()).isEqualTo(900);
        AccessTokens.Claims claims = tokens.verify(issued.token());
        assertThat(claims.userId()).isEqualTo(user);
        assertThat(claims.tenantId()).isEqualTo(tenant);
        assertThat(claims.sessionId()).isEqualTo(session);
        assertThat(new String(Base64.getUrlDecoder().decode(issued.token().split("\\.")[0])))
                .contains("ES256");
    }

    @Test
    void a_restart_keeps_the_key_to_itself_and_accepts_yesterdays_tokens() throws Exception {
        String token = someToken(tokens(folder, Clock.systemUTC()));
        Path file = folder.resolve("jwt-private-key.pem");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(tokens(folder, Clock.systemUTC()).verify(token)).isNotNull();
    }

    @Test
    void another_installations_token_is_refused() {
        String token = someToken(tokens(folder.resolve("other"), Clock.systemUTC()));
        assertThatThrownBy(() -> tokens(folder, Clock.systemUTC()).verify(token))
                .isInstanceOf(InvalidToken.class);
    }

    @Test
    void a_token_ends_after_fifteen_minutes_even_when_it_is_remembered() throws Exception {
        Instant[] now = {Instant.now()};
        Clock clock = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now[0];
            }
        };
        AccessTokens tokens = tokens(folder, clock);
        String token = someToken(tokens);
        now[0] = now[0].plus(LIFETIME).minusSeconds(2);
        assertThat(tokens.verify(token)).isNotNull();
        now[0] = now[0].plusSeconds(3);
        assertThatThrownBy(() -> tokens.verify(token))
                .isInstanceOf(InvalidToken.class)
                .hasMessageContaining("expired");
    }

    @Test
    void a_changed_claim_is_refused() {
        AccessTokens tokens = tokens(folder, Clock.systemUTC());
        UUID user = Ids.next();
        String[] parts = tokens.issue(user, Ids.next(), Ids.next()).token().split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]))
                .replace(user.toString(), Ids.next().toString());
        String forged = parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes()) + "."
                + parts[2];
        assertThatThrownBy(() -> tokens.verify(forged)).isInstanceOf(InvalidToken.class);
    }

    @Test
    void an_unusable_key_stops_the_start_with_its_name() {
        assertThatThrownBy(() -> new SigningKey(Optional.of("nonsense"), folder.toString()))
                .hasMessageContaining("PULSO_JWT_PRIVATE_KEY");
    }

    private static String someToken(AccessTokens tokens) {
        return tokens.issue(Ids.next(), Ids.next(), Ids.next()).token();
    }

    private static AccessTokens tokens(Path data, Clock clock) {
        return new AccessTokens(new SigningKey(Optional.empty(), data.toString()), clock, LIFETIME);
    }
}
