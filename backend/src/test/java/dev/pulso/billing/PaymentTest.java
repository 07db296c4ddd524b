package dev.pulso.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.pulso.testing.TestTenant.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PaymentTest {
    private BillingTenant company;

    @BeforeEach
    void a_company() {
        company = BillingTenant.register();
    }

    @Test
    void payments_of_all_invoices_are_one_ledger() {
        UUID customer = company.customer("Ana");
        UUID first = company.draft(customer, Map.of(), 10000);
        UUID second = company.issued(5000);
        company.issue(first).statusCode(200);
        company.pay(first, Map.of("amount_cents", 4000, "method", "pix", "paid_on", "2026-03-10", "reference", "E1"))
                .statusCode(201);
        company.pay(second, Map.of("amount_cents", 5000, "method", "boleto", "paid_on", "2026-03-12"))
                .statusCode(201);
        company.pay(first, Map.of("amount_cents", 6000, "method", "card", "paid_on", "2026-03-15"))
                .statusCode(201);
        JsonPath all = company.tenant().get("/api/payments");
        assertThat(all.getList("data.amount_cents")).isEqualTo(List.of(6000, 5000, 4000));
        assertThat(all.getString("data[0].currency")).isEqualTo("BRL");
        assertThat(all.getString("data[0].customer_id")).isEqualTo(customer.toString());
        assertThat(all.getString("data[0].invoice_id")).isEqualTo(first.toString());
        assertThat(cents("?customer_id=" + customer)).containsExactly(6000, 4000);
        assertThat(cents("?invoice_id=" + second)).containsExactly(5000);
        assertThat(cents("?method=pix")).containsExactly(4000);
        assertThat(cents("?reference=E1")).containsExactly(4000);
        assertThat(cents("?paid_on_from=2026-03-11&paid_on_to=2026-03-12")).containsExactly(5000);
        assertThat(cents("?sort=paid_on")).containsExactly(4000, 5000, 6000);
        String since = "?updated_since=" + all.getString("data[1].updated_at");
        // Rows come as far as no transaction can still add an older one; others run beside this.
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(cents(since)).containsExactly(5000, 6000));
        JsonPath page = company.tenant().get("/api/payments?limit=2");
        assertThat(cents("?limit=2&cursor=" + page.getString("next_cursor"))).containsExactly(4000);
        assertThat(BillingTenant.register().tenant().get("/api/payments").getList("data"))
                .isEmpty();
    }

    private List<Integer> cents(String query) {
        return company.tenant().get("/api/payments" + query).getList("data.amount_cents");
    }

    @Test
    void parts_are_paid_until_nothing_is_open() {
        UUID invoice = company.issued(30000, 25000);
        company.pay(invoice, Map.of("amount_cents", 20000, "method", "pix", "paid_on", "2026-01-10", "reference", "E1"))
                .statusCode(201)
                .body("invoice_id", equalTo(invoice.toString()))
                .body("amount_cents", equalTo(20000))
                .body("method", equalTo("pix"))
                .body("paid_on", equalTo("2026-01-10"))
                .body("reference", equalTo("E1"));
        var partly = company.invoice(invoice);
        assertThat(partly.getLong("paid_cents")).isEqualTo(20000);
        assertThat(partly.getLong("open_cents")).isEqualTo(35000);
        assertThat(partly.getString("status")).isEqualTo("issued");
        assertThat(partly.getString("paid_on")).isNull();
        company.pay(invoice, Map.of("amount_cents", 35000, "method", "transfer", "paid_on", "2026-01-05"))
                .statusCode(201);
        var paid = company.invoice(invoice);
        assertThat(paid.getString("status")).isEqualTo("paid");
        assertThat(paid.getLong("open_cents")).isZero();
        assertThat(paid.getString("paid_on")).as("day of the last payment").isEqualTo("2026-01-10");
        assertThat(paid.getList("payments.amount_cents")).isEqualTo(List.of(20000, 35000));
        assertThat(company.tenant().get("/api/invoices/{id}/payments", invoice).getList("data.amount_cents"))
                .isEqualTo(List.of(20000, 35000));
    }

    @Test
    void without_a_day_it_was_paid_today_and_never_in_the_future() {
        UUID invoice = company.issued(1000);
        LocalDate today = company.today();
        company.pay(invoice, 1).statusCode(201).body("paid_on", equalTo(today.toString()));
        company.pay(
                        invoice,
                        Map.of(
                                "amount_cents",
                                1,
                                "method",
                                "pix",
                                "paid_on",
                                today.plusDays(1).toString()))
                .statusCode(400)
                .body("violations.field", hasItem("paid_on"));
        // Where the company is, that day may have come already.
        company.withSettings(Map.of("time_zone", "Pacific/Kiritimati"));
        LocalDate there = company.today();
        company.pay(invoice, Map.of("amount_cents", 1, "method", "pix", "paid_on", there.toString()))
                .statusCode(201);
        company.pay(
                        invoice,
                        Map.of(
                                "amount_cents",
                                1,
                                "method",
                                "pix",
                                "paid_on",
                                there.plusDays(1).toString()))
                .statusCode(400);
    }

    @Test
    void more_than_is_open_is_refused_and_nothing_is_recorded() {
        UUID invoice = company.issued(1000);
        company.pay(invoice, 1001).statusCode(409).body("violations.field", hasItem("amount_cents"));
        company.pay(invoice, 999).statusCode(201);
        company.pay(invoice, 2).statusCode(409);
        assertThat(company.invoice(invoice).getList("payments")).hasSize(1);
        company.pay(invoice, 1).statusCode(201);
        company.pay(invoice, 1).statusCode(409);
        assertThat(company.invoice(invoice).getLong("paid_cents")).isEqualTo(1000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amount_cents\": 0, \"method\": \"pix\"}",
                "{\"amount_cents\": -5, \"method\": \"pix\"}",
                "{\"amount_cents\": 1.5, \"method\": \"pix\"}",
                "{\"amount_cents\": \"5\", \"method\": \"pix\"}",
                "{\"method\": \"pix\"}",
                "{\"amount_cents\": 5}",
                "{\"amount_cents\": 5, \"method\": \"cash\"}",
                "{\"amount_cents\": 5, \"method\": \"pix\", \"paid_on\": \"10/01/2026\"}",
                "{\"amount_cents\": 5, \"method\": \"pix\", \"paid_on\": \"2026-02-30\"}",
                "{\"amount_cents\": 5, \"method\": \"pix\", \"tip\": 1}",
                "{\"amount_cents\": 99999999999999999999, \"method\": \"pix\"}",
                "[]",
                "{\"amount_cents\": 5,"
            })
    void a_bad_payment_is_refused_and_changes_nothing(String body) {
        UUID invoice = company.issued(1000);
        company.tenant()
                .unchecked()
                .body(body)
                .post("/api/invoices/{id}/payments", invoice)
                .then()
                .statusCode(400);
        assertThat(company.invoice(invoice).getLong("paid_cents")).isZero();
    }

    @Test
    void only_an_issued_invoice_can_be_paid() {
        UUID draft = company.draft(1000);
        company.pay(draft, 1000).statusCode(409);
        company.cancel(draft).statusCode(200);
        company.pay(draft, 1000).statusCode(409);
        UUID cancelled = company.issued(1000);
        company.cancel(cancelled).statusCode(200);
        company.pay(cancelled, 1000).statusCode(409);
        company.pay(UUID.randomUUID(), 1000).statusCode(404);
        assertThat(Outboxes.count(company.tenant(), "select count(*) from payments"))
                .isZero();
    }

    @Test
    void two_payments_at_once_never_take_more_than_is_open() throws Exception {
        UUID invoice = company.issued(1000);
        List<Integer> statuses = InvoiceTest.inParallel(IntStream.range(0, 10)
                .<Callable<Integer>>mapToObj(
                        i -> () -> company.pay(invoice, 300).extract().statusCode())
                .toList());
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(3);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(7);
        assertThat(company.invoice(invoice).getLong("paid_cents")).isEqualTo(900);
        assertThat(company.invoice(invoice).getList("payments")).hasSize(3);
    }

    @Test
    void the_same_idempotency_key_records_one_payment_and_answers_it_again() {
        UUID invoice = company.issued(1000);
        Map<String, Object> body = Map.of("amount_cents", 400, "method", "card");
        String first = keyed(invoice, "k", body).statusCode(201).extract().path("id");
        keyed(invoice, "k", body).statusCode(201).body("id", equalTo(first));
        assertThat(company.invoice(invoice).getLong("paid_cents")).isEqualTo(400);
        keyed(invoice, "k", Map.of("amount_cents", 300, "method", "card")).statusCode(422);
        UUID other = company.issued(1000);
        keyed(other, "k", body).statusCode(422);
        keyed(invoice, "l", body).statusCode(201);
        assertThat(company.invoice(invoice).getLong("paid_cents")).isEqualTo(800);
        // A refused payment leaves no answer behind: it may be tried again with the same key.
        keyed(invoice, "m", body).statusCode(409);
        keyed(invoice, "m", Map.of("amount_cents", 200, "method", "card")).statusCode(201);
    }

    @Test
    void the_same_idempotency_key_many_times_at_once_records_one_payment() throws Exception {
        UUID invoice = company.issued(1000);
        Map<String, Object> body = Map.of("amount_cents", 100, "method", "card");
        List<Integer> statuses = InvoiceTest.inParallel(IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(
                        i -> () -> keyed(invoice, "k", body).extract().statusCode())
                .toList());
        assertThat(statuses).contains(201).allMatch(status -> status == 201 || status == 409);
        assertThat(company.invoice(invoice).getLong("paid_cents")).isEqualTo(100);
    }

    @Test
    void the_same_method_and_reference_is_the_same_money() {
        UUID invoice = company.issued(1000);
        Map<String, Object> transfer = Map.of("amount_cents", 1000, "method", "pix", "reference", "E60701190");
        String first = company.pay(invoice, transfer).statusCode(201).extract().path("id");
        company.pay(invoice, transfer).statusCode(201).body("id", equalTo(first));
        assertThat(company.invoice(invoice).getList("payments")).hasSize(1);
        company.pay(invoice, Map.of("amount_cents", 999, "method", "pix", "reference", "E60701190"))
                .statusCode(409)
                .body("violations.field", hasItem("reference"));
        UUID other = company.issued(1000);
        company.pay(other, transfer).statusCode(409).body("violations.field", hasItem("reference"));
        company.pay(other, Map.of("amount_cents", 1000, "method", "boleto", "reference", "E60701190"))
                .statusCode(201);
        BillingTenant others = BillingTenant.register();
        others.pay(others.issued(1000), transfer).statusCode(201);
    }

    @Test
    void the_same_reference_for_two_invoices_at_once_is_recorded_for_one() throws Exception {
        List<UUID> invoices =
                IntStream.range(0, 6).mapToObj(i -> company.issued(1000)).toList();
        List<Integer> statuses = InvoiceTest.inParallel(invoices.stream()
                .<Callable<Integer>>map(invoice ->
                        () -> company.pay(invoice, Map.of("amount_cents", 1000, "method", "pix", "reference", "E1"))
                                .extract()
                                .statusCode())
                .toList());
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(5);
        assertThat(Outboxes.count(company.tenant(), "select coalesce(sum(paid_cents), 0) from invoices"))
                .isEqualTo(1000);
    }

    @Test
    void a_blank_reference_is_none() {
        UUID invoice = company.issued(1000);
        for (int i = 0; i < 2; i++) {
            company.pay(invoice, Map.of("amount_cents", 100, "method", "pix", "reference", "  "))
                    .statusCode(201)
                    .body("reference", nullValue());
        }
        assertThat(company.invoice(invoice).getLong("paid_cents")).isEqualTo(200);
    }

    @Test
    void who_may_see_invoices_may_not_record_money() {
        UUID invoice = company.issued(1000);
        company.tenant()
                .as(Role.viewer)
                .body(Map.of("amount_cents", 1, "method", "pix"))
                .post("/api/invoices/{id}/payments", invoice)
                .then()
                .statusCode(403);
        company.tenant()
                .as(Role.finance)
                .body(Map.of("amount_cents", 1, "method", "pix"))
                .post("/api/invoices/{id}/payments", invoice)
                .then()
                .statusCode(201);
    }

    private io.restassured.response.ValidatableResponse keyed(UUID invoice, String key, Map<String, Object> body) {
        return company.tenant()
                .api()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/invoices/{id}/payments", invoice)
                .then();
    }
}
