package dev.pulso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pulso.testing.ContractOperation;
import dev.pulso.testing.Person;
import dev.pulso.testing.TestFiles;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Names of other records: there for who asks for them, and no part of the record that refers to them. */
@QuarkusTest
class IncludedNamesTest {
    private static final String REMOVED = "removed";

    private TestTenant tenant;
    private UUID company;
    private UUID deal;

    @BeforeEach
    void records_that_refer_to_others() {
        tenant = TestTenant.register();
        company = tenant.create("/api/crm/companies", Map.of("name", "ABC"));
        UUID contact = tenant.create("/api/crm/contacts", Map.of("name", "Ana", "company_id", company));
        deal = tenant.create(
                "/api/crm/deals",
                Map.of("title", "Site", "company_id", company, "contact_id", contact, "owner_id", tenant.adminId()));
        tenant.create(
                "/api/crm/goals", Map.of("owner_id", tenant.adminId(), "month", "2026-12-01", "amount_cents", 100));
        UUID product =
                tenant.create("/api/crm/products", Map.of("name", "Fax", "unit_price", "10", "charge", "one_off"));
        UUID lost = tenant.create("/api/crm/deals", Map.of("title", "Perdido"));
        String reason = tenant.get("/api/crm/lost-reasons").getString("data[0].id");
        tenant.post("/api/crm/deals/" + lost + "/lose", Map.of("lost_reason_id", reason))
                .statusCode(200);
        UUID sold = tenant.create("/api/crm/deals", Map.of("title", "Loja"));
        tenant.create("/api/crm/deals/" + sold + "/lines", Map.of("product_id", product));
        // Closed by who may not sign contracts, and released by who may.
        UUID selling = tenant.create(
                "/api/roles",
                Map.of(
                        "name",
                        "Vendas",
                        "permissions",
                        List.of("crm.deals:read", "crm.deals:write", "customers.customers:write")));
        String closing = Person.join(tenant, selling.toString())
                .api()
                .body(Map.of("customer", Map.of("name", "Eva", "kind", "person"), "sale", Map.of()))
                .post("/api/crm/deals/" + sold + "/win")
                .then()
                .statusCode(200)
                .extract()
                .path("closing.id");
        tenant.api().post("/api/crm/closings/" + closing + "/release").then().statusCode(200);
        UUID lead = tenant.create("/api/crm/leads", Map.of("name", "Bia", "owner_id", tenant.adminId()));
        UUID customer = tenant.create("/api/customers", Map.of("name", "João", "kind", "person"));
        UUID contract = tenant.create(
                "/api/contracts",
                Map.of(
                        "customer_id", customer,
                        "service_type", "hospedagem_site",
                        "title", "Hospedagem",
                        "billing_cycle", "monthly",
                        "amount_cents", 5000,
                        "start_on", "2026-01-31"));
        tenant.create(
                "/api/crm/activities",
                Map.of(
                        "type", "note",
                        "subject", "Ligar",
                        "lead_id", lead,
                        "deal_id", deal,
                        "company_id", company,
                        "contact_id", contact,
                        "customer_id", customer,
                        "contract_id", contract));
        tenant.create(
                "/api/invoices",
                Map.of(
                        "customer_id",
                        customer,
                        "items",
                        List.of(Map.of("description", "Logotipo", "kind", "service", "unit_price", "800.00"))));
        TestFiles.attach(
                tenant,
                Map.of(
                        "lead_id", lead,
                        "deal_id", deal,
                        "company_id", company,
                        "contact_id", contact,
                        "customer_id", customer,
                        "contract_id", contract));
        UUID team = tenant.create("/api/teams", Map.of("name", "Sul"));
        UUID role = tenant.create("/api/roles", Map.of("name", "Own", "permissions", List.of("crm.leads:read")));
        Person.join(tenant, role.toString(), Map.of("name", "Rui", "team_id", team));
        tenant.post("/api/tenant/api-keys", Map.of("name", "ERP", "scopes", List.of("customers.customers:read")))
                .statusCode(201);
    }

    @TestFactory
    Stream<DynamicTest> every_name_that_a_list_may_include_comes_when_it_is_asked_for_and_only_then() {
        List<DynamicTest> tests = new ArrayList<>();
        lists().forEach(list -> namesOf(list)
                .forEach(name -> tests.add(dynamicTest(list.path() + " " + name, () -> {
                    String path = pathOf(list);
                    JsonPath asked = tenant.get(path + "?include=" + name);
                    JsonPath plain = tenant.get(path);
                    assertThat(asked.getList("data." + name + ".name"))
                            .as("names")
                            .anySatisfy(found -> assertThat((String) found).isNotBlank());
                    assertThat(asked.getList("data." + name + ".id"))
                            .as("ids")
                            .anySatisfy(found -> UUID.fromString((String) found));
                    List<Map<String, Object>> rows = plain.getList("data");
                    assertThat(rows).isNotEmpty().noneMatch(row -> row.containsKey(name));
                    String id = (String) asked.getList("data.findAll { it." + name + " != null }.id")
                            .getFirst();
                    // The same rows but for what was asked for.
                    List<Map<String, Object>> more = asked.getList("data");
                    more.forEach(row -> row.remove(name));
                    assertThat(more).isEqualTo(rows);
                    if (isReadById(list)) {
                        assertThat(tenant.get(list.path() + "/" + id + "?include=" + name)
                                        .getString(name + ".name"))
                                .isNotBlank();
                        assertThat(tenant.get(list.path() + "/" + id).getMap("$"))
                                .doesNotContainKey(name);
                    }
                }))));
        assertThat(tests).hasSizeGreaterThanOrEqualTo(9);
        return tests.stream();
    }

    /** Of a list that belongs to a record: that of one which there is. */
    private String pathOf(ContractOperation list) {
        String path = list.path();
        int id = path.indexOf("/{id}/");
        return id < 0
                ? path
                : path.replace("{id}", tenant.get(path.substring(0, id)).getString("data[0].id"));
    }

    @TestFactory
    Stream<DynamicTest> what_a_list_cannot_include_is_refused() {
        return lists().map(list -> dynamicTest(
                list.path(),
                () -> tenant.unchecked()
                        .queryParam("include", "nonsense")
                        .get(pathOf(list))
                        .then()
                        .statusCode(400)
                        .body("violations[0].field", equalTo("include"))
                        .body("violations[0].code", equalTo("enum"))));
    }

    @Test
    void a_deal_stays_what_it_is_when_its_company_is_renamed() {
        Response before = read("");
        Response named = read("?include=company");
        assertThat(named.path("company.name").toString()).isEqualTo("ABC");
        assertThat(named.header("ETag")).isNotEqualTo(before.header("ETag")).startsWith("W/\"0-");
        tenant.basedOn(0)
                .body(Map.of("name", "Outra"))
                .patch("/api/crm/companies/{id}", company)
                .then()
                .statusCode(200);
        Response after = read("");
        assertThat(after.asString()).isEqualTo(before.asString());
        assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
        assertThat(read("?include=company").path("company.name").toString()).isEqualTo("Outra");
        tenant.api()
                .header("If-None-Match", before.header("ETag"))
                .get("/api/crm/deals/{id}", deal)
                .then()
                .statusCode(304);
        tenant.api()
                .header("If-None-Match", named.header("ETag"))
                .get("/api/crm/deals/{id}?include=company", deal)
                .then()
                .statusCode(200);
    }

    @Test
    void writes_answer_the_names_that_they_are_asked_for() {
        tenant.basedOn(0)
                .body(Map.of("title", "Site novo"))
                .patch("/api/crm/deals/{id}?include=company,owner", deal)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("company.name", equalTo("ABC"))
                .body("owner.id", equalTo(tenant.adminId().toString()));
        for (int time = 0; time < 2; time++) {
            tenant.api()
                    .header("Idempotency-Key", "names")
                    .body(Map.of("title", "Outro", "company_id", company))
                    .post("/api/crm/deals?include=company")
                    .then()
                    .statusCode(201)
                    .body("company.name", equalTo("ABC"));
        }
    }

    @Test
    void nobody_is_named_where_nobody_is_referred_to_and_several_are_asked_for_at_once() {
        UUID alone = tenant.create("/api/crm/deals", Map.of("title", "Sozinho"));
        Map<String, Object> row = tenant.get("/api/crm/deals/" + alone + "?include=company,contact,owner")
                .getMap("$");
        assertThat(row).containsEntry("company_id", null).doesNotContainKeys("company", "contact");
        JsonPath both = tenant.get("/api/crm/deals?include=removed,owner&updated_since=2026-01-01T00:00:00Z");
        assertThat(both.getList("removed")).isEmpty();
    }

    private Response read(String query) {
        return tenant.api()
                .get("/api/crm/deals/" + deal + query)
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    private static Stream<ContractOperation> lists() {
        return ContractOperation.all().stream()
                .filter(operation -> operation.method() == Method.GET
                        && operation.id().startsWith("list")
                        && !included(operation).isEmpty());
    }

    private static boolean isReadById(ContractOperation list) {
        return ContractOperation.all().stream()
                .anyMatch(operation ->
                        operation.method() == Method.GET && operation.path().equals(list.path() + "/{id}"));
    }

    private static List<String> namesOf(ContractOperation list) {
        return included(list).stream().filter(name -> !name.equals(REMOVED)).toList();
    }

    private static List<String> included(ContractOperation operation) {
        return StreamSupport.stream(operation.definition().path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("x-includes").asBoolean())
                .flatMap(parameter ->
                        StreamSupport.stream(parameter.at("/schema/items/enum").spliterator(), false))
                .map(JsonNode::asText)
                .toList();
    }
}
