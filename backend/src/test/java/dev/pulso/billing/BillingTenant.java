package dev.pulso.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pulso.store.jobs.Job;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.testing.TestTenant;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A company that bills, in the words of the tests. */
final class BillingTenant {
    private final TestTenant tenant;

    private BillingTenant(TestTenant tenant) {
        this.tenant = tenant;
    }

    static BillingTenant register() {
        return new BillingTenant(TestTenant.register());
    }

    TestTenant tenant() {
        return tenant;
    }

    BillingTenant withSettings(Map<String, Object> settings) {
        tenant.basedOn(tenant.get("/api/tenant").getInt("version"))
                .body(settings)
                .patch("/api/tenant")
                .then()
                .statusCode(200);
        return this;
    }

    LocalDate today() {
        return LocalDate.now(java.time.ZoneId.of(tenant.get("/api/tenant").getString("time_zone")));
    }

    UUID customer(String name) {
        return tenant.create("/api/customers", Map.of("name", name, "kind", "company"));
    }

    UUID contract(String startOn, String cycle, long amountCents) {
        return contract(customer("Cliente"), startOn, cycle, amountCents, Map.of());
    }

    UUID contract(UUID customer, String startOn, String cycle, long amountCents, Map<String, Object> more) {
        Map<String, Object> contract = new HashMap<>(Map.of(
                "customer_id", customer,
                "service_type", "hospedagem_site",
                "title", "Hospedagem",
                "billing_cycle", cycle,
                "amount_cents", amountCents,
                "start_on", startOn));
        contract.putAll(more);
        return tenant.create("/api/contracts", contract);
    }

    /** Runs the invoice run for a day and answers its counts. */
    Map<String, Integer> run(String on) {
        return finished(startRun(on));
    }

    /** As {@link #run}, without the round trips of the API: for tests that run day after day. */
    Map<String, Long> runQuietly(LocalDate on) {
        Job job = Arc.container().listAll(Job.class).stream()
                .map(InstanceHandle::get)
                .filter(candidate -> candidate.name().equals("invoice-run"))
                .findFirst()
                .orElseThrow();
        return job.run(
                        Caller.system(tenant.id(), "job:invoice-run", null),
                        on,
                        counts -> Uni.createFrom().voidItem())
                .await()
                .atMost(Duration.ofMinutes(1));
    }

    UUID startRun(String on) {
        return UUID.fromString(tenant.post("/api/jobs/invoice-run/runs", Map.of("on", on))
                .statusCode(202)
                .extract()
                .path("id"));
    }

    Map<String, Integer> finished(UUID run) {
        JsonPath[] last = new JsonPath[1];
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    last[0] = tenant.get("/api/jobs/runs/{id}", run);
                    return List.of("succeeded", "failed").contains(last[0].getString("status"));
                });
        assertThat(last[0].getString("status")).isEqualTo("succeeded");
        return last[0].getMap("counts");
    }

    UUID draft(long... unitCents) {
        return draft(customer("Cliente"), Map.of(), unitCents);
    }

    UUID draft(UUID customer, Map<String, Object> more, long... unitCents) {
        Map<String, Object> invoice = new HashMap<>(Map.of(
                "customer_id",
                customer,
                "items",
                java.util.Arrays.stream(unitCents)
                        .mapToObj(cents -> Map.of(
                                "description",
                                "Item",
                                "kind",
                                "service",
                                "unit_price",
                                BigDecimal.valueOf(cents, 2).toPlainString()))
                        .toList()));
        invoice.putAll(more);
        return tenant.create("/api/invoices", invoice);
    }

    ValidatableResponse issue(UUID invoice) {
        return tenant.api().post("/api/invoices/{id}/issue", invoice).then();
    }

    UUID issued(long... unitCents) {
        UUID invoice = draft(unitCents);
        issue(invoice).statusCode(200);
        return invoice;
    }

    ValidatableResponse cancel(UUID invoice) {
        return tenant.api()
                .body(Map.of("reason", "Emitida por engano"))
                .post("/api/invoices/{id}/cancel", invoice)
                .then();
    }

    ValidatableResponse pay(UUID invoice, Map<String, Object> payment) {
        return tenant.api()
                .body(payment)
                .post("/api/invoices/{id}/payments", invoice)
                .then();
    }

    ValidatableResponse pay(UUID invoice, long amountCents) {
        return pay(invoice, Map.of("amount_cents", amountCents, "method", "pix"));
    }

    JsonPath invoice(UUID id) {
        return tenant.get("/api/invoices/{id}", id);
    }

    /** All invoices of a contract, oldest first. */
    List<Map<String, Object>> invoicesOf(UUID contract) {
        return tenant.get("/api/invoices?contract_id={id}&sort=created_at&limit=200", contract)
                .getList("data");
    }

    List<String> periodStarts(UUID contract) {
        return invoicesOf(contract).stream()
                .map(invoice -> (String) invoice.get("period_start"))
                .sorted()
                .toList();
    }

    List<Integer> numbers() {
        return tenant.get("/api/invoices?sort=number&limit=200").getList("data.number", Integer.class).stream()
                .filter(java.util.Objects::nonNull)
                .toList();
    }
}
