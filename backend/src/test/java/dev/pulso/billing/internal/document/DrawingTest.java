package dev.pulso.billing.internal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.startsWith;

import dev.pulso.testing.NewRecords;
import dev.pulso.testing.TestTenant;
import io.quarkus.arc.ClientProxy;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DrawingTest {
    @Inject
    InvoiceDocuments documents;

    @Test
    void who_wants_a_pdf_when_too_many_do_is_told_to_come_again() throws InterruptedException {
        TestTenant tenant = TestTenant.register();
        String invoice = NewRecords.make(tenant, "invoices", Map.of());
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(InvoiceDocuments.AT_ONCE);
        CountDownLatch done = new CountDownLatch(InvoiceDocuments.AT_ONCE + InvoiceDocuments.WAITING);
        var line = ClientProxy.unwrap(documents).drawing;
        try {
            Uni<Void> other = line.in(() -> {
                begun.countDown();
                wait(held);
                done.countDown();
                return null;
            });
            IntStream.range(0, InvoiceDocuments.AT_ONCE).forEach(i -> other.subscribeAsCompletionStage());
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            IntStream.range(0, InvoiceDocuments.WAITING).forEach(i -> other.subscribeAsCompletionStage());

            pdf(tenant, invoice)
                    .statusCode(503)
                    .header("Retry-After", "1")
                    .contentType(startsWith("application/problem+json"))
                    .body("type", endsWith("/busy"));
        } finally {
            held.countDown();
        }
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        pdf(tenant, invoice).statusCode(200).contentType(startsWith("application/pdf"));
    }

    private static ValidatableResponse pdf(TestTenant tenant, String invoice) {
        return tenant.unchecked()
                .accept("application/pdf")
                .get("/api/invoices/{id}/pdf", invoice)
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
