package dev.pulso.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.pulso.store.jobs.Job;
import dev.pulso.store.tenancy.Caller;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class InvoiceTest {
    private BillingTenant company;

    @BeforeEach
    void a_company() {
        company = BillingTenant.register();
    }

    @Test
    void an_invoice_by_hand_is_a_draft_with_its_items_in_order_and_their_sum() {
        UUID customer = company.customer("Autoescola Progresso");
        company.tenant()
                .post(
                        "/api/invoices",
                        Map.of(
                                "customer_id",
                                customer,
                                "notes",
                                "Pedido 17",
                                "items",
                                List.of(
                                        Map.of("description", "Logotipo", "kind", "service", "unit_price", "800.00"),
                                        Map.of(
                                                "description",
                                                "Hora",
                                                "kind",
                                                "service",
                                                "quantity",
                                                "2.5",
                                                "unit_price",
                                                "33.33"),
                                        Map.of("description", "Brinde", "kind", "product", "unit_price", "0.00"))))
                .statusCode(201)
                .header("ETag", equalTo("\"0\""))
                .body("status", equalTo("draft"))
                .body("number", nullValue())
                .body("customer_name", equalTo("Autoescola Progresso"))
                .body("currency", equalTo("BRL"))
                .body("items.description", equalTo(List.of("Logotipo", "Hora", "Brinde")))
                .body("items.total_cents", equalTo(List.of(80000, 8333, 0)))
                .body("total_cents", equalTo(88333))
                .body("paid_cents", equalTo(0))
                .body("open_cents", equalTo(88333))
                .body("due_on", equalTo(company.today().plusDays(10).toString()))
                .body("notes", equalTo("Pedido 17"))
                .body("payments", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({
        "0.5,0.01,1",
        "0.5,0.03,2",
        "1.5,0.01,2",
        "0.333,1,33",
        "0.335,1.00,34",
        "1000000,999.99,99999000000",
        // Less than a cent each, and exact together.
        "1000,0.0042,420",
        "1000000,0.000001,100",
        "3,0.333333,100"
    })
    void a_line_is_quantity_times_unit_price_rounded_half_up_once(String quantity, String unit, long total) {
        company.tenant()
                .post(
                        "/api/invoices",
                        Map.of(
                                "customer_id",
                                company.customer("Cliente"),
                                "items",
                                List.of(Map.of(
                                        "description",
                                        "Item",
                                        "kind",
                                        "product",
                                        "quantity",
                                        quantity,
                                        "unit_price",
                                        unit))))
                .statusCode(201)
                .body("total_cents.toString()", equalTo(Long.toString(total)));
    }

    @ParameterizedTest
    @CsvSource({
        "quantity,\"0\"",
        "quantity,\"-1\"",
        "quantity,\"1.0001\"",
        "quantity,\"1000001\"",
        "quantity,\"1e3\"",
        "unit_price,\"-1\"",
        "unit_price,\"1000000000.01\"",
        "unit_price,\"1.0000001\"",
        "unit_price,\"1.\"",
        "kind,\"gift\"",
        "description,\"\"",
        "description,null",
        "colour,\"red\""
    })
    void a_bad_item_is_refused_by_the_name_of_its_field(String field, String value) {
        String item = Stream.of(
                        Map.entry("description", "\"Item\""),
                        Map.entry("kind", "\"plan\""),
                        Map.entry("unit_price", "\"1.00\""))
                .filter(entry -> !entry.getKey().equals(field))
                .map(entry -> "\"" + entry.getKey() + "\": " + entry.getValue())
                .reduce("\"" + field + "\": " + value, (a, b) -> a + ", " + b);
        String body = "{\"customer_id\": \"%s\", \"items\": [{%s}]}".formatted(company.customer("Cliente"), item);
        company.tenant()
                .unchecked()
                .body(body)
                .post("/api/invoices")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("items[0]." + field));
        assertThat(company.tenant().get("/api/invoices").getList("data")).isEmpty();
    }

    @Test
    void an_invoice_needs_items_that_add_up_to_something() {
        UUID customer = company.customer("Cliente");
        for (List<Map<String, Object>> items : List.<List<Map<String, Object>>>of(
                List.of(),
                List.of(Map.of("description", "Brinde", "kind", "product", "unit_price", "0.00")),
                IntStream.range(0, 2)
                        .<Map<String, Object>>mapToObj(
                                i -> Map.of("description", "Item", "kind", "product", "unit_price", "999999999.99"))
                        .toList())) {
            company.tenant()
                    .unchecked()
                    .body(Map.of("customer_id", customer, "items", items))
                    .post("/api/invoices")
                    .then()
                    .statusCode(400)
                    .body("violations.field", hasItem("items"));
        }
    }

    @Test
    void a_customer_or_contract_of_another_company_does_not_exist() {
        BillingTenant other = BillingTenant.register();
        UUID theirs = other.customer("Deles");
        UUID theirContract = other.contract(theirs, "2026-01-01", "monthly", 100, Map.of());
        List<Map<String, Object>> items = List.of(Map.of("description", "Item", "kind", "plan", "unit_price", "1.00"));
        company.tenant()
                .post("/api/invoices", Map.of("customer_id", theirs, "items", items))
                .statusCode(400)
                .body("violations.field", hasItem("customer_id"));
        UUID ours = company.customer("Nosso");
        company.tenant()
                .post("/api/invoices", Map.of("customer_id", ours, "contract_id", theirContract, "items", items))
                .statusCode(400)
                .body("violations.field", hasItem("contract_id"));
        assertThat(company.tenant()
                        .get("/api/invoices?customer_id={id}", theirs)
                        .getList("data"))
                .isEmpty();
    }

    @Test
    void an_invoice_may_point_at_a_contract_of_its_own_customer_only() {
        UUID ana = company.customer("Ana");
        UUID contract = company.contract(ana, "2026-01-01", "monthly", 100, Map.of());
        UUID invoice = company.draft(ana, Map.of("contract_id", contract), 5000);
        assertThat(company.invoice(invoice).getString("contract_id")).isEqualTo(contract.toString());
        company.tenant()
                .post(
                        "/api/invoices",
                        Map.of(
                                "customer_id", company.customer("Bia"),
                                "contract_id", contract,
                                "items", List.of(Map.of("description", "Item", "kind", "plan", "unit_price", "1.00"))))
                .statusCode(400)
                .body("violations.field", hasItem("contract_id"));
    }

    @Test
    void the_same_idempotency_key_drafts_one_invoice() {
        Map<String, Object> body = Map.of(
                "customer_id", company.customer("Cliente"),
                "items", List.of(Map.of("description", "Item", "kind", "plan", "unit_price", "1.00")));
        String first = company.tenant()
                .api()
                .header("Idempotency-Key", "a")
                .body(body)
                .post("/api/invoices")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        company.tenant()
                .api()
                .header("Idempotency-Key", "a")
                .body(body)
                .post("/api/invoices")
                .then()
                .statusCode(201)
                .body("id", equalTo(first));
        assertThat(company.tenant().get("/api/invoices").getList("data")).hasSize(1);
    }

    @Test
    void issuing_gives_the_next_number_once() {
        UUID first = company.draft(100);
        UUID second = company.draft(200);
        company.issue(second)
                .statusCode(200)
                .body("number", equalTo(1))
                .body("status", equalTo("issued"))
                .body("issued_on", equalTo(company.today().toString()))
                .body("version", equalTo(1));
        company.issue(first).statusCode(200).body("number", equalTo(2));
        company.issue(second).statusCode(200).body("number", equalTo(1)).body("version", equalTo(1));
        assertThat(company.numbers()).containsExactly(1, 2);
        // Another company counts for itself.
        BillingTenant other = BillingTenant.register();
        other.issue(other.draft(100)).body("number", equalTo(1));
    }

    @Test
    void twenty_invoices_issued_at_once_get_twenty_numbers_without_a_gap() throws Exception {
        List<UUID> drafts =
                IntStream.range(0, 20).mapToObj(i -> company.draft(100)).toList();
        company.tenant().token(dev.pulso.testing.TestTenant.Role.admin);
        inParallel(drafts.stream()
                        .<Callable<Integer>>map(
                                draft -> () -> company.issue(draft).extract().statusCode())
                        .toList())
                .forEach(status -> assertThat(status).isEqualTo(200));
        assertThat(company.numbers())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 20).boxed().toList());
    }

    @Test
    void one_invoice_issued_by_many_at_once_takes_one_number() throws Exception {
        UUID draft = company.draft(100);
        inParallel(IntStream.range(0, 10)
                        .<Callable<Integer>>mapToObj(
                                i -> () -> company.issue(draft).extract().path("number"))
                        .toList())
                .forEach(number -> assertThat(number).isEqualTo(1));
        company.issue(company.draft(100)).body("number", equalTo(2));
    }

    @Test
    void a_cancelled_draft_takes_no_number_and_a_cancelled_invoice_keeps_its_own() {
        UUID draft = company.draft(100);
        company.cancel(draft)
                .statusCode(200)
                .body("status", equalTo("cancelled"))
                .body("cancel_reason", equalTo("Emitida por engano"))
                .body("number", nullValue())
                .body("open_cents", equalTo(0));
        company.issue(draft).statusCode(409);
        UUID issued = company.issued(100);
        company.cancel(issued).statusCode(200).body("number", equalTo(1));
        company.issue(company.draft(100)).body("number", equalTo(2));
        // It is cancelled for that reason: nothing is done. For another one it cannot be any more.
        company.cancel(issued).statusCode(200).header("ETag", "\"2\"");
        company.tenant()
                .post("/api/invoices/" + issued + "/cancel", Map.of("reason", "Outra"))
                .statusCode(409)
                .body("type", endsWith("/invoice_cancelled"));
    }

    @Test
    void an_invoice_with_payments_cannot_be_cancelled() {
        UUID invoice = company.issued(1000);
        company.pay(invoice, 1).statusCode(201);
        company.cancel(invoice).statusCode(409);
        company.pay(invoice, 999).statusCode(201);
        company.cancel(invoice).statusCode(409);
        assertThat(company.invoice(invoice).getString("status")).isEqualTo("paid");
    }

    @Test
    void a_cancellation_needs_a_reason_and_the_version_it_names() {
        UUID invoice = company.issued(1000);
        company.tenant()
                .unchecked()
                .body("{}")
                .post("/api/invoices/{id}/cancel", invoice)
                .then()
                .statusCode(400);
        company.tenant()
                .api()
                .body(Map.of("reason", "  "))
                .post("/api/invoices/{id}/cancel", invoice)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("reason"));
        company.tenant()
                .api()
                .header("If-Match", "\"" + 0 + "\"")
                .body(Map.of("reason", "x"))
                .post("/api/invoices/{id}/cancel", invoice)
                .then()
                .statusCode(412);
        company.tenant()
                .api()
                .header("If-Match", "\"" + 1 + "\"")
                .body(Map.of("reason", "x"))
                .post("/api/invoices/{id}/cancel", invoice)
                .then()
                .statusCode(200);
    }

    @Test
    void an_issued_invoice_is_overdue_from_the_day_after_it_is_due_until_it_is_paid() {
        LocalDate today = company.today();
        UUID late = company.draft(
                company.customer("Atrasado"),
                Map.of("due_on", today.minusDays(1).toString()),
                100);
        UUID dueToday = company.draft(company.customer("Hoje"), Map.of("due_on", today.toString()), 100);
        assertThat(company.invoice(late).getString("status")).isEqualTo("draft");
        company.issue(late).body("status", equalTo("overdue"));
        company.issue(dueToday).body("status", equalTo("issued"));
        assertThat(ids("status=overdue")).containsExactly(late);
        assertThat(ids("status=issued")).containsExactly(dueToday);
        company.pay(late, 100).statusCode(201);
        assertThat(ids("status=overdue")).isEmpty();
        assertThat(ids("status=paid")).containsExactly(late);
    }

    @Test
    void what_is_overdue_depends_on_the_day_where_the_company_is() {
        // Kiritimati is 14 hours ahead of UTC and Pago Pago 11 behind: there is always a day that has passed in one
        // only.
        company.withSettings(Map.of("time_zone", "Pacific/Kiritimati"));
        LocalDate earliestDay = LocalDate.now(java.time.ZoneId.of("Pacific/Pago_Pago"));
        UUID invoice = company.draft(company.customer("Cliente"), Map.of("due_on", earliestDay.toString()), 100);
        UUID same = company.draft(company.customer("Cliente"), Map.of("due_on", earliestDay.toString()), 100);
        company.issue(invoice).body("status", equalTo("overdue"));
        company.withSettings(Map.of("time_zone", "Pacific/Pago_Pago"));
        company.issue(same).body("status", equalTo("issued"));
        assertThat(company.invoice(invoice).getString("status"))
                .as("what was told stays so")
                .isEqualTo("overdue");
    }

    @Test
    void what_falls_due_changes_like_anything_else_and_is_told_once() {
        LocalDate today = company.today();
        UUID invoice = company.draft(company.customer("Cliente"), Map.of("due_on", today.toString()), 700);
        company.issue(invoice).body("status", equalTo("issued"));
        JsonPath before = company.invoice(invoice);
        Job job = Arc.container().listAll(Job.class).stream()
                .map(InstanceHandle::get)
                .filter(candidate -> candidate.name().equals("overdue-invoices"))
                .findFirst()
                .orElseThrow();
        Caller midnight = Caller.system(company.tenant().id(), "job:overdue-invoices", null);
        assertThat(run(job, midnight, today)).as("due today is in time").isZero();
        assertThat(run(job, midnight, today.plusDays(1))).isEqualTo(1);
        assertThat(run(job, midnight, today.plusDays(2))).isZero();

        JsonPath after = company.invoice(invoice);
        assertThat(after.getString("status")).isEqualTo("overdue");
        assertThat(after.getInt("version")).isEqualTo(before.getInt("version") + 1);
        assertThat(Instant.parse(after.getString("updated_at"))).isAfter(Instant.parse(before.getString("updated_at")));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ids("updated_since=" + after.getString("updated_at")))
                        .contains(invoice));
        assertThat(Outboxes.typesOf(company.tenant(), invoice)).containsExactly("invoice.issued", "invoice.overdue");
        company.pay(invoice, 700).statusCode(201);
        assertThat(ids("status=overdue")).isEmpty();
    }

    private static long run(Job job, Caller caller, LocalDate on) {
        return job.run(caller, on, counts -> Uni.createFrom().voidItem())
                .await()
                .atMost(Duration.ofMinutes(1))
                .get("invoices_overdue");
    }

    @Test
    void an_invoice_is_made_out_to_who_the_customer_is_when_it_is_issued() {
        UUID customer = company.customer("Um");
        UUID contract = company.contract(customer, "2026-01-15", "monthly", 5000, Map.of());
        UUID early = company.draft(customer, Map.of(), 100);
        company.issue(early).statusCode(200);
        UUID invoice = company.draft(customer, Map.of(), 100);
        company.tenant()
                .api()
                .header("If-Match", "\"" + 0 + "\"")
                .body(Map.of("name", "Dois", "tax_id", "11222333000181"))
                .patch("/api/customers/{id}", customer)
                .then()
                .statusCode(200);
        company.issue(invoice).body("customer_name", equalTo("Dois"));
        assertThat(company.invoice(early).getString("customer_name"))
                .as("a document does not change")
                .isEqualTo("Um");
        company.run("2026-01-15");
        assertThat(company.invoicesOf(contract).getFirst().get("customer_name")).isEqualTo("Dois");
    }

    @Test
    void invoices_are_found_by_customer_due_date_number_and_words() {
        UUID ana = company.draft(company.customer("Ana Conceição"), Map.of("due_on", "2026-03-10"), 300);
        UUID bia = company.draft(company.customer("Beatriz"), Map.of("due_on", "2026-04-10"), 100);
        company.issue(bia);
        String customer = company.invoice(ana).getString("customer_id");
        assertThat(ids("customer_id=" + customer)).containsExactly(ana);
        assertThat(ids("q=conceicao ANA")).containsExactly(ana);
        assertThat(ids("due_from=2026-03-10&due_to=2026-03-31")).containsExactly(ana);
        assertThat(ids("due_from=2026-03-11")).containsExactly(bia);
        assertThat(ids("sort=due_on")).containsExactly(ana, bia);
        assertThat(ids("sort=-due_on")).containsExactly(bia, ana);
        assertThat(ids("sort=total_cents")).containsExactly(bia, ana);
        assertThat(ids("sort=-number")).as("a draft counts as the newest").containsExactly(ana, bia);
        assertThat(ids("limit=50")).as("newest first").containsExactly(bia, ana);
        company.tenant().api().get("/api/invoices").then().body("data[0].items", nullValue());
        company.tenant().unchecked().get("/api/invoices?status=late").then().statusCode(400);
        company.tenant().unchecked().get("/api/invoices?sort=name").then().statusCode(400);
    }

    @Test
    void pages_show_every_invoice_once_in_any_order() {
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            UUID invoice =
                    company.draft(company.customer("Cliente"), Map.of("due_on", "2026-03-1" + i % 3), 100 + i % 2);
            if (i % 2 == 0) {
                company.issue(invoice);
            }
            all.add(invoice);
        }
        for (String sort : List.of(
                "created_at", "-created_at", "number", "-number", "due_on", "-due_on", "total_cents", "-total_cents")) {
            List<UUID> seen = new ArrayList<>();
            Map<String, Object> query = new HashMap<>(Map.of("sort", sort, "limit", 2));
            do {
                var page = company.tenant()
                        .api()
                        .queryParams(query)
                        .get("/api/invoices")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
                page.getList("data.id", String.class).forEach(id -> seen.add(UUID.fromString(id)));
                query.put("cursor", page.getString("next_cursor"));
            } while (query.get("cursor") != null);
            assertThat(seen).as(sort).containsExactlyInAnyOrderElementsOf(all);
        }
    }

    @Test
    void every_change_tells_its_event_in_the_same_transaction() {
        UUID invoice = company.draft(100);
        company.issue(invoice);
        company.pay(invoice, 100).statusCode(201);
        assertThat(Outboxes.typesOf(company.tenant(), invoice)).containsExactly("invoice.issued", "invoice.paid");
        UUID payment = UUID.fromString(company.invoice(invoice).getString("payments[0].id"));
        assertThat(Outboxes.typesOf(company.tenant(), payment)).containsExactly("payment.confirmed");
        UUID cancelled = company.issued(100);
        company.cancel(cancelled);
        assertThat(Outboxes.typesOf(company.tenant(), cancelled))
                .containsExactly("invoice.issued", "invoice.cancelled");
        company.tenant()
                .api()
                .get("/api/audit?entity=invoices&entity_id={id}", invoice)
                .then()
                .statusCode(200)
                .body("data.action", equalTo(List.of("update", "update", "insert")))
                .body("data[1].after.number", equalTo(1))
                .body("data[1].actor_id", notNullValue());
    }

    private List<UUID> ids(String query) {
        return company.tenant().get("/api/invoices?" + query).getList("data.id", String.class).stream()
                .map(UUID::fromString)
                .toList();
    }

    static <T> List<T> inParallel(List<Callable<T>> tasks) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(tasks.size())) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        }
    }

    @Test
    void a_pdf_has_a_name_and_a_tag_that_changes_with_the_invoice_and_the_company() {
        UUID invoice = company.issued(1000);
        io.restassured.response.Response first = company.tenant().api().get("/api/invoices/{id}/pdf", invoice);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.header("Content-Disposition")).isEqualTo("attachment; filename=\"fatura-1.pdf\"");
        String tag = first.header("ETag");
        assertThat(tag).matches("W/\"1-[0-9a-f]{16}\"");
        io.restassured.response.Response again =
                company.tenant().api().header("If-None-Match", tag).get("/api/invoices/{id}/pdf", invoice);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.asByteArray()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(tag);
        company.withSettings(Map.of("name", "Outro nome"));
        String renamed = company.tenant()
                .api()
                .header("If-None-Match", tag)
                .get("/api/invoices/{id}/pdf", invoice)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        company.pay(invoice, 1).statusCode(201);
        company.tenant()
                .api()
                .header("If-None-Match", renamed)
                .get("/api/invoices/{id}/pdf", invoice)
                .then()
                .statusCode(200);
        assertThat(company.tenant()
                        .api()
                        .get("/api/invoices/{id}/pdf", company.draft(100))
                        .header("Content-Disposition"))
                .contains("fatura-rascunho-");
    }
}
