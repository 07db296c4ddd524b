package dev.pulso.store.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecretsTest {
    private static final UUID TENANT = new UUID(0, 1);
    private static final String OLD = "old:" + Base64.getEncoder().encodeToString(new byte[32]);
    private static final String NEW = "new:"
            + Base64.getEncoder().encodeToString(new byte[] {
                1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28,
                29, 30, 31, 32
            });

    @Test
    void what_was_sealed_opens_again_and_never_looks_the_same_twice() {
        Secrets secrets = with(OLD);
        byte[] sealed = secrets.seal(TENANT, "totp", "JBSWY3DPEHPK3PXP");
        assertThat(secrets.openText(TENANT, "totp", sealed)).isEqualTo("JBSWY3DPEHPK3PXP");
        assertThat(secrets.seal(TENANT, "totp", "JBSWY3DPEHPK3PXP")).isNotEqualTo(sealed);
    }

    @Test
    void a_secret_opens_only_for_its_tenant_and_purpose_and_only_unaltered() {
        Secrets secrets = with(OLD);
        byte[] sealed = secrets.seal(TENANT, "totp", "secret");
        assertThatIllegalStateException().isThrownBy(() -> secrets.open(new UUID(0, 2), "totp", sealed));
        assertThatIllegalStateException().isThrownBy(() -> secrets.open(TENANT, "smtp", sealed));
        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            assertThatIllegalStateException().isThrownBy(() -> secrets.open(TENANT, "totp", altered));
        }
        assertThatIllegalStateException().isThrownBy(() -> secrets.open(TENANT, "totp", new byte[] {1, 3, 'o'}));
    }

    @Test
    void after_a_change_of_keys_old_secrets_open_and_are_known_to_be_outdated() {
        byte[] sealed = with(OLD).seal(TENANT, "totp", "secret");
        Secrets rotated = with(NEW + "," + OLD);
        assertThat(rotated.openText(TENANT, "totp", sealed)).isEqualTo("secret");
        assertThat(rotated.isOutdated(sealed)).isTrue();
        assertThat(rotated.isOutdated(rotated.seal(TENANT, "totp", "secret"))).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> with(NEW).open(TENANT, "totp", sealed));
    }

    @Test
    void keys_that_are_none_stop_the_start_and_say_what_is_wanted() {
        for (String bad : new String[] {"", "nokey", "name:short", ":" + OLD, "na me:AAAA"}) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> new SecretKeys(bad))
                    .withMessageContaining("base64");
        }
    }

    private static Secrets with(String keys) {
        return new Secrets(new SecretKeys(keys));
    }
}
