package dev.pulso.people.internal.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.store.secrets.PastKey;
import dev.pulso.store.secrets.Secrets;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SecretRotationTest {
    private static final byte[] PLAIN = "twenty bytes of totp".getBytes(StandardCharsets.US_ASCII);

    @Inject
    SecretRotation rotation;

    @Inject
    Secrets secrets;

    @Inject
    Tenancy tenancy;

    @Test
    void after_a_change_of_keys_the_next_night_leaves_nothing_under_the_old_one() {
        TestTenant tenant = TestTenant.register();
        Caller caller = Caller.system(tenant.id(), "test", null);
        byte[] past = PastKey.seal(tenant.id(), "totp", PLAIN);
        assertThat(secrets.isOutdated(past)).isTrue();
        await(tenancy.sql(
                caller,
                connection -> connection
                        .preparedQuery("insert into second_factors (tenant_id, id, secret) values ($1, $2, $3)")
                        .execute(Tuple.of(tenant.id(), tenant.adminId(), Buffer.buffer(past)))));

        assertThat(run(caller)).isEqualTo(Map.of("secrets_sealed_again", 1L));
        byte[] present = await(tenancy.query(caller, "select secret from second_factors", Tuple.tuple())
                .map(rows -> rows.iterator().next().getBuffer(0).getBytes()));
        assertThat(secrets.isOutdated(present)).isFalse();
        assertThat(secrets.open(tenant.id(), "totp", present)).isEqualTo(PLAIN);

        assertThat(run(caller)).isEqualTo(Map.of("secrets_sealed_again", 0L));
    }

    private Map<String, Long> run(Caller caller) {
        return await(rotation.run(
                caller,
                LocalDate.parse("2026-11-21"),
                counts -> Uni.createFrom().voidItem()));
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(10));
    }
}
