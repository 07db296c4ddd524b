package dev.pulso.access.internal.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.edge.security.OpaqueToken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class KeyTextTest {
    private static final String FORM = "\\bpulso_(live|test)_[0-9A-Za-z]{98}\\b";

    @Test
    void a_key_is_read_as_it_was_written_whatever_its_bytes() {
        byte[] high = new byte[32];
        java.util.Arrays.fill(high, (byte) 0xff);
        for (OpaqueToken token : new OpaqueToken[] {
            OpaqueToken.next(UUID.randomUUID(), UUID.randomUUID()),
            new OpaqueToken(new UUID(0, 0), new UUID(0, 1), new byte[32]),
            new OpaqueToken(new UUID(-1, -1), new UUID(-1, -1), high)
        }) {
            for (boolean sandbox : new boolean[] {false, true}) {
                String key = KeyText.of(token, KeyText.prefix(token, sandbox));
                assertThat(key).matches(FORM.replace("\\b", "")).startsWith(sandbox ? "pulso_test_" : "pulso_live_");
                OpaqueToken read = KeyText.token(key);
                assertThat(read).isNotNull();
                assertThat(read.bytes()).isEqualTo(token.bytes());
            }
        }
    }

    @Test
    void no_key_with_one_other_character_is_one() {
        OpaqueToken token = OpaqueToken.next(UUID.randomUUID(), UUID.randomUUID());
        String key = KeyText.of(token, KeyText.prefix(token, false));
        for (int i = 0; i < key.length(); i++) {
            char other = key.charAt(i) == 'x' ? 'y' : 'x';
            assertThat(KeyText.token(key.substring(0, i) + other + key.substring(i + 1)))
                    .as("character " + i)
                    .isNull();
        }
        assertThat(KeyText.token(key.replace("pulso_live_", "pulso_test_"))).isNull();
        assertThat(KeyText.token(key + "0")).isNull();
        assertThat(KeyText.token(key.substring(1))).isNull();
    }

    @Test
    void a_number_that_is_too_large_for_a_token_is_none() {
        assertThat(OpaqueToken.of(java.math.BigInteger.ONE.shiftLeft(512))).isEmpty();
        assertThat(OpaqueToken.of(java.math.BigInteger.ONE.shiftLeft(512).subtract(java.math.BigInteger.ONE)))
                .isPresent();
    }

    @Test
    void a_key_with_a_wrong_check_sum_is_refused_before_anything_is_asked() {
        // Without a database: it would fail if it were asked.
        KeyGate gate = new KeyGate(null, null, Clock.systemUTC());
        OpaqueToken token = OpaqueToken.next(UUID.randomUUID(), UUID.randomUUID());
        String key = KeyText.of(token, KeyText.prefix(token, false));
        String mistyped = key.substring(0, 40) + (key.charAt(40) == 'a' ? 'b' : 'a') + key.substring(41);
        assertThat(gate.known(mistyped)).isNull();
        assertThat(gate.admit(mistyped).await().indefinitely()).isNull();
    }

    @Test
    void a_key_from_before_the_check_sum_goes_on_working() {
        OpaqueToken token = OpaqueToken.next(UUID.randomUUID(), UUID.randomUUID());
        assertThat(KeyText.token("pk_5f0a7b21_" + token.encode()).bytes()).isEqualTo(token.bytes());
    }

    @Test
    void what_is_published_for_scanners_finds_the_keys_and_its_example_is_one() throws Exception {
        String page = Files.readString(Path.of("../docs/api/authentication.md"));
        assertThat(page).contains(FORM);
        Set<String> found = new HashSet<>();
        Matcher keys = Pattern.compile(FORM).matcher(page);
        while (keys.find()) {
            found.add(keys.group());
        }
        assertThat(found)
                .hasSize(1)
                .allSatisfy(key -> assertThat(KeyText.token(key)).isNotNull());
        OpaqueToken token = OpaqueToken.next(UUID.randomUUID(), UUID.randomUUID());
        assertThat("key = \"" + KeyText.of(token, KeyText.prefix(token, true)) + "\"")
                .containsPattern(FORM);
    }
}
