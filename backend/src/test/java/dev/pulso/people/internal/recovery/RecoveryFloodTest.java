package dev.pulso.people.internal.recovery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.Mailbox;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RecoveryFloodTest {
    /** Who hands out work of the queue waits for this. */
    private static final String HOLD = "select pg_advisory_xact_lock(hashtextextended($1, 21))";

    private static final Caller NOBODY = Caller.system(RecoveryRequests.NOBODY, "test", null);

    @Inject
    Tenancy tenancy;

    @Inject
    Mailbox mailbox;

    @Test
    void who_asks_in_a_flood_gets_the_link_later_or_is_told_to_come_again() {
        TestTenant tenant = TestTenant.register();
        CompletableFuture<Void> held = new CompletableFuture<>();
        CompletableFuture<Void> ends = new CompletableFuture<>();
        CompletableFuture<Void> holding = tenancy.sql(
                        Caller.system(tenant.id(), "test", null),
                        connection -> connection
                                .preparedQuery(HOLD)
                                .execute(Tuple.of(RecoveryRequests.QUEUE))
                                .invoke(() -> held.complete(null))
                                .chain(() -> Uni.createFrom().completionStage(ends)))
                .subscribeAsCompletionStage();
        try {
            held.join();
            forgot(tenant.adminEmail()).statusCode(202);
            execute(
                    "insert into recovery_requests (tenant_id, id, content)"
                            + " select $1::uuid, gen_random_uuid(), '' from generate_series(2, $2::int)",
                    Tuple.of(RecoveryRequests.NOBODY, RecoveryRequests.WAITING));
            forgot(tenant.adminEmail())
                    .statusCode(503)
                    .header("Retry-After", "1")
                    .body("type", endsWith("/busy"));
            forgot("nobody@" + tenant.slug() + ".example").statusCode(503);
            assertThat(mailbox.of(tenant.adminEmail()))
                    .noneMatch(mail -> mail.getSubject().startsWith("Nova senha"));
        } finally {
            execute("delete from recovery_requests where content = ''", Tuple.tuple());
            ends.complete(null);
            holding.join();
        }
        mailbox.await(tenant.adminEmail(), "Nova senha");
    }

    private void execute(String sql, Tuple values) {
        tenancy.bookkeeping(NOBODY, connection -> connection.preparedQuery(sql).execute(values))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private static ValidatableResponse forgot(String email) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("email", email))
                .post("/api/auth/forgot-password")
                .then();
    }
}
