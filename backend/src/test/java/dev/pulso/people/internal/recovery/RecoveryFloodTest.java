package dev.pulso.people.internal.recovery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import dev.pulso.testing.Mailbox;
import dev.pulso.testing.TestTenant;
import io.quarkus.arc.ClientProxy;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RecoveryFloodTest {
    @Inject
    PasswordRecovery recovery;

    @Inject
    Mailbox mailbox;

    @Test
    void who_asks_in_a_flood_gets_the_link_later_or_is_told_to_come_again() throws InterruptedException {
        TestTenant tenant = TestTenant.register();
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(PasswordRecovery.AT_ONCE);
        var line = ClientProxy.unwrap(recovery).line;
        try {
            Runnable other = () -> {
                begun.countDown();
                wait(held);
            };
            IntStream.range(0, PasswordRecovery.AT_ONCE).forEach(i -> line.put(other));
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            IntStream.range(0, PasswordRecovery.WAITING - 1).forEach(i -> line.put(other));

            forgot(tenant.adminEmail()).statusCode(202);
            forgot(tenant.adminEmail())
                    .statusCode(503)
                    .header("Retry-After", "1")
                    .body("type", endsWith("/busy"));
            forgot("nobody@" + tenant.slug() + ".example").statusCode(503);
            assertThat(mailbox.of(tenant.adminEmail()))
                    .noneMatch(mail -> mail.getSubject().startsWith("Nova senha"));
        } finally {
            held.countDown();
        }
        mailbox.await(tenant.adminEmail(), "Nova senha");
    }

    private static ValidatableResponse forgot(String email) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("email", email))
                .post("/api/auth/forgot-password")
                .then();
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
