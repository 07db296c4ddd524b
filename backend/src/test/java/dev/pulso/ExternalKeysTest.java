package dev.pulso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;

import dev.pulso.testing.NewRecords;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records by the key of another system: made or changed by it, found by it, never two of one. */
@QuarkusTest
class ExternalKeysTest {
    private TestTenant tenant;

    @BeforeEach
    void a_company() {
        tenant = TestTenant.register();
    }

    @ParameterizedTest
    @ValueSource(strings = {"customers", "contracts", "crm/leads", "crm/companies", "crm/contacts", "crm/deals"})
    void a_version_that_is_named_is_that_of_the_record_that_is_there(String kind) {
        Map<String, Object> body = body(kind);
        for (String tag : List.of("\"0\"", "*")) {
            put(kind, "A1", body, tag).statusCode(412).body("type", endsWith("/stale"));
        }
        assertThat(tenant.get("/api/" + kind).getList("data")).isEmpty();

        String tag = put(kind, "erp", "A1", body).statusCode(201).extract().header("ETag");
        body.put(called(kind), "Bia");
        tag = put(kind, "A1", body, tag).statusCode(200).extract().header("ETag");
        body.put(called(kind), "Clara");
        put(kind, "A1", body, "\"0\"").statusCode(412).body("current_version", equalTo(1));
        assertThat(tenant.get("/api/" + kind).getString("data[0]." + called(kind)))
                .isEqualTo("Bia");
        put(kind, "A1", body, "*").statusCode(200);
        put(kind, "A1", body, tag).statusCode(412).body("current_version", equalTo(2));
    }

    private ValidatableResponse put(String kind, String id, Map<String, Object> body, String tag) {
        return tenant.api()
                .header("If-Match", tag)
                .body(body)
                .put("/api/" + kind + "/external/erp/{id}", id)
                .then();
    }

    @Test
    void a_key_is_the_same_whatever_cannot_be_seen_around_it() {
        Map<String, Object> body = body("customers");
        String id =
                put("customers", "erp", "A1", body).statusCode(201).extract().path("id");
        body.put("name", "Bia");
        put("customers", "erp", "A1\u00a0", body)
                .statusCode(200)
                .body("id", equalTo(id))
                .body("name", equalTo("Bia"))
                .body("external_id", equalTo("A1"));
        body.putAll(Map.of("external_source", "erp", "external_id", "\u200bA1\u00a0"));
        tenant.post("/api/customers", body).statusCode(409).body("existing_id", equalTo(id));
        assertThat(tenant.get("/api/customers?external_source=erp&external_id={id}", "A1\u00a0")
                        .getList("data.id"))
                .containsExactly(id);

        body.remove("external_source");
        body.remove("external_id");
        put("customers", "erp", "\u00a0", body).statusCode(400).body("violations.field", hasItem("external_id"));
        body.put("metadata", Map.of("\u00a0", "Sul"));
        put("customers", "erp", "A1", body).statusCode(400).body("violations.field", hasItem("metadata"));
    }

    /** What a new record of the kind needs. */
    private Map<String, Object> body(String kind) {
        return NewRecords.body(tenant, kind, Map.of());
    }

    private static String called(String kind) {
        return kind.equals("contracts") || kind.equals("crm/deals") ? "title" : "name";
    }

    private ValidatableResponse put(String kind, String source, String id, Map<String, Object> body) {
        return tenant.api()
                .body(body)
                .put("/api/" + kind + "/external/{source}/{id}", source, id)
                .then();
    }

    @ParameterizedTest
    @ValueSource(strings = {"customers", "contracts", "crm/leads", "crm/companies", "crm/contacts", "crm/deals"})
    void a_record_is_made_by_its_key_and_then_changed_by_it(String kind) {
        Map<String, Object> body = body(kind);
        body.put("metadata", Map.of("loja", "12", "rota", "Sul"));
        String id = put(kind, "erp", "A/7 ç", body)
                .statusCode(201)
                .body("external_source", equalTo("erp"))
                .body("external_id", equalTo("A/7 ç"))
                .body("metadata", hasEntry("loja", "12"))
                .extract()
                .path("id");
        put(kind, "erp", "A/7 ç", body).statusCode(200).body("id", equalTo(id)).body("version", equalTo(0));
        body.put(called(kind), "Bia");
        body.put("metadata", Map.of("loja", "13"));
        put(kind, "erp", "A/7 ç", body)
                .statusCode(200)
                .body("id", equalTo(id))
                .body(called(kind), equalTo("Bia"))
                .body("metadata", equalTo(Map.of("loja", "13", "rota", "Sul")));
        put(kind, "loja", "A/7 ç", body).statusCode(201);

        assertThat(found(kind, "external_source=erp&external_id={id}")).containsExactly(id);
        assertThat(found(kind, "external_id={id}")).hasSize(2);
        assertThat(found(kind, "external_source=crm&external_id={id}")).isEmpty();
        assertThat(TestTenant.register()
                        .get("/api/" + kind + "?external_id={id}", "A/7 ç")
                        .getList("data"))
                .isEmpty();
    }

    private List<String> found(String kind, String query) {
        return tenant.get("/api/" + kind + "?" + query, "A/7 ç").getList("data.id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"customers", "contracts", "crm/leads", "crm/companies", "crm/contacts", "crm/deals"})
    void a_key_that_is_taken_tells_by_whom(String kind) {
        Map<String, Object> body = body(kind);
        body.put("external_id", "77");
        UUID first = tenant.create("/api/" + kind, body);
        tenant.post("/api/" + kind, body)
                .statusCode(409)
                .body("existing_id", equalTo(first.toString()))
                .body("violations[0].field", equalTo("external_id"))
                .body("violations[0].code", equalTo("duplicate"));
        body.put("external_source", "loja");
        UUID other = tenant.create("/api/" + kind, body);
        tenant.api()
                .header("If-Match", "\"" + 0 + "\"")
                .body(Map.of("external_source", "default"))
                .patch("/api/" + kind + "/{id}", other)
                .then()
                .statusCode(409)
                .body("existing_id", equalTo(first.toString()));
        tenant.api()
                .header("If-Match", "\"" + 0 + "\"")
                .body(Map.of("external_id", "78"))
                .patch("/api/" + kind + "/{id}", other)
                .then()
                .statusCode(200);
    }

    @Test
    void two_at_once_make_one() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Integer>> puts = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> put("crm/contacts", "erp", "1", body("crm/contacts"))
                                    .extract()
                                    .statusCode(),
                            threads))
                    .toList();
            assertThat(puts.stream().map(CompletableFuture::join))
                    .containsOnlyOnce(201)
                    .filteredOn(status -> status != 201)
                    .hasSize(7)
                    .containsOnly(200);
        }
        assertThat(tenant.get("/api/crm/contacts").getList("data")).hasSize(1);
    }

    @Test
    void notes_are_few_and_short_and_go_one_by_one() {
        UUID id =
                tenant.create("/api/customers", Map.of("name", "Ana", "kind", "person", "metadata", Map.of("a", "1")));
        Map<String, Object> gone = new HashMap<>();
        gone.put("a", null);
        gone.put("b", "x".repeat(499) + "\ud83d\ude80");
        JsonPath changed = tenant.api()
                .header("If-Match", "\"" + 0 + "\"")
                .body(Map.of("metadata", gone))
                .patch("/api/customers/{id}", id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(changed.getMap("metadata")).containsOnlyKeys("b");
        Map<String, String> many = new HashMap<>();
        IntStream.range(0, 50).forEach(i -> many.put("k" + i, "v"));
        for (Map<String, String> refused :
                List.of(many, Map.of("b", "x".repeat(501)), Map.of("k".repeat(41), "v"), Map.of(" ", "v"))) {
            tenant.unchecked()
                    .header("If-Match", "\"" + 1 + "\"")
                    .body(Map.of("metadata", refused))
                    .patch("/api/customers/{id}", id)
                    .then()
                    .statusCode(400);
        }
        assertThat(tenant.get("/api/customers/{id}", id).getInt("version")).isEqualTo(1);
    }

    @Test
    void a_system_has_a_plain_name_and_a_new_record_what_it_needs() {
        tenant.unchecked()
                .body(body("customers"))
                .put("/api/customers/external/{source}/{id}", "Meu ERP", "1")
                .then()
                .statusCode(400);
        tenant.unchecked()
                .body(Map.of("email", "a@b.com"))
                .put("/api/customers/external/{source}/{id}", "erp", "1")
                .then()
                .statusCode(400);
        assertThat(tenant.get("/api/customers").getList("data")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoices", "payments", "tenant/users"})
    void what_is_not_made_by_its_key_is_found_by_it(String kind) {
        TestTenant tenant = TestTenant.register();
        Map<String, Object> known =
                Map.of("external_source", "erp", "external_id", "A/7 ç", "metadata", Map.of("loja", "12"));
        String id = NewRecords.make(tenant, kind, known);
        tenant.api()
                .get("/api/" + kind + "/external/{source}/{id}", "erp", "A/7 ç")
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("external_source", equalTo("erp"))
                .body("external_id", equalTo("A/7 ç"))
                .body("metadata", equalTo(Map.of("loja", "12")));
        for (String query : List.of("external_source=erp&external_id={id}", "external_id={id}")) {
            assertThat(tenant.get("/api/" + kind + "?" + query, "A/7 ç").getList("data.id"))
                    .containsExactly(id);
        }
        assertThat(tenant.get("/api/" + kind + "?external_source=crm&external_id={id}", "A/7 ç")
                        .getList("data"))
                .isEmpty();
        for (String other : List.of("crm", "erp")) {
            (other.equals("crm") ? tenant : TestTenant.register())
                    .api()
                    .get("/api/" + kind + "/external/{source}/{id}", other, "A/7 ç")
                    .then()
                    .statusCode(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoices", "tenant/users"})
    void the_key_and_notes_of_others_change_and_nothing_else_does(String kind) {
        TestTenant tenant = TestTenant.register();
        String id = NewRecords.make(tenant, kind, Map.of());
        JsonPath before = tenant.get("/api/" + kind + "/" + id);
        assertThat(before.getString("external_source")).isEqualTo("default");
        assertThat(before.getString("external_id")).isNull();
        JsonPath after = tenant.basedOn(before.getInt("version"))
                .body(Map.of("external_source", "erp", "external_id", "NF-7", "metadata", Map.of("loja", "12")))
                .patch("/api/" + kind + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(after.getInt("version")).isEqualTo(before.getInt("version") + 1);
        Map<String, Object> same = new HashMap<>(after.getMap(""));
        List.of("external_source", "external_id", "metadata", "version", "updated_at")
                .forEach(field -> same.put(field, before.get(field)));
        assertThat(same).isEqualTo(before.getMap(""));
        tenant.basedOn(before.getInt("version"))
                .body(Map.of("external_id", "NF-8"))
                .patch("/api/" + kind + "/" + id)
                .then()
                .statusCode(412);
        String other = NewRecords.make(tenant, kind, Map.of());
        tenant.basedOn(tenant.get("/api/" + kind + "/" + other).getInt("version"))
                .body(Map.of("external_source", "erp", "external_id", "NF-7"))
                .patch("/api/" + kind + "/" + other)
                .then()
                .statusCode(409)
                .body("existing_id", equalTo(id));
    }

    @Test
    void an_issued_invoice_takes_the_key_of_another_system_and_who_has_left_keeps_none() {
        TestTenant tenant = TestTenant.register();
        String invoice = NewRecords.make(tenant, "invoices", Map.of());
        int version = tenant.api()
                .post("/api/invoices/" + invoice + "/issue")
                .then()
                .statusCode(200)
                .extract()
                .path("version");
        tenant.basedOn(version)
                .body(Map.of("external_id", "77"))
                .patch("/api/invoices/" + invoice)
                .then()
                .statusCode(200)
                .body("status", equalTo("issued"))
                .body("external_id", equalTo("77"));
        String gone = NewRecords.make(tenant, "tenant/users", Map.of("external_id", "7"));
        tenant.api().delete("/api/tenant/users/" + gone).then().statusCode(204);
        NewRecords.make(tenant, "tenant/users", Map.of("external_id", "7"));
    }

    @Test
    void an_edit_to_a_value_that_another_record_has_names_it_and_the_own_value_is_none() {
        TestTenant tenant = TestTenant.register();
        String one = tenant.create("/api/crm/companies", Map.of("name", "A", "tax_id", "11222333000181"))
                .toString();
        String two = tenant.create("/api/crm/companies", Map.of("name", "B")).toString();
        tenant.basedOn(0)
                .body(Map.of("tax_id", "11.222.333/0001-81"))
                .patch("/api/crm/companies/" + two)
                .then()
                .statusCode(409)
                .body("existing_id", equalTo(one));
        tenant.basedOn(0)
                .body(Map.of("tax_id", "11.222.333/0001-81", "name", "A2"))
                .patch("/api/crm/companies/" + one)
                .then()
                .statusCode(200);
        tenant.create("/api/teams", Map.of("name", "Norte"));
        String sul = tenant.create("/api/teams", Map.of("name", "Sul")).toString();
        tenant.basedOn(0)
                .body(Map.of("name", "Norte"))
                .patch("/api/teams/" + sul)
                .then()
                .statusCode(409)
                .body("violations[0].field", equalTo("name"));
        // Who is a user already is not invited, and who invites is told who it is.
        tenant.post("/api/tenant/users/invitations", Map.of("email", tenant.adminEmail(), "role", "viewer"))
                .statusCode(409)
                .body("existing_id", equalTo(tenant.adminId().toString()));
    }
}
