package dev.pulso.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.pulso.testing.Person;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ways around what somebody may do: over people, over keys, and over work that writes more than one kind of record. */
@QuarkusTest
class RightsTest {
    private TestTenant tenant;

    @BeforeEach
    void a_company() {
        tenant = TestTenant.register();
    }

    @Test
    void who_sees_a_part_of_the_records_does_not_widen_it_by_moving_people() {
        UUID mine = tenant.create("/api/teams", Map.of("name", "Mine"));
        for (String scope : List.of("own", "team")) {
            String role = role(
                    "Keeper " + scope,
                    List.of("people.users:read", "people.users:write", "crm.deals:read", "audit.entries:read"),
                    Map.of("deals", scope));
            Person keeper = Person.join(tenant, role, Map.of("team_id", mine));
            Person other = Person.join(
                    tenant,
                    role("Other " + scope, List.of("crm.deals:read", "crm.deals:write"), Map.of("deals", "own")));
            UUID deal = other.create("/api/crm/deals", Map.of("title", "Theirs"));
            String address = "/api/tenant/users/" + other.id();

            keeper.api()
                    .header("If-Match", "\"" + 0 + "\"")
                    .body(Map.of("team_id", mine))
                    .patch(address)
                    .then()
                    .statusCode(403);
            keeper.api().delete(address + "?reassign_to=" + keeper.id()).then().statusCode(403);
            keeper.api().post(address + "/disable").then().statusCode(403);
            keeper.api().body(Map.of("name", "New")).post("/api/teams").then().statusCode(403);
            keeper.api().delete("/api/teams/" + mine).then().statusCode(403);
            keeper.api()
                    .body(Map.of("email", "x@" + scope + ".example", "role", role))
                    .post("/api/tenant/users/invitations")
                    .then()
                    .statusCode(403);
            keeper.api().get("/api/audit?entity_id=" + deal).then().statusCode(403);
            keeper.api().get("/api/crm/deals/" + deal).then().statusCode(404);
        }
    }

    @Test
    void keys_end_with_the_person_who_made_them() {
        for (boolean removed : new boolean[] {false, true}) {
            Person maker = Person.join(tenant, "admin");
            String key = maker.api()
                    .body(Map.of("name", "ERP", "scopes", List.of("customers.customers:read")))
                    .post("/api/tenant/api-keys")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("secret");
            assertThat(given().header("X-API-Key", key).get("/api/customers").statusCode())
                    .isEqualTo(200);
            if (removed) {
                tenant.api().delete("/api/tenant/users/" + maker.id()).then().statusCode(204);
            } else {
                tenant.api()
                        .post("/api/tenant/users/" + maker.id() + "/disable")
                        .then()
                        .statusCode(200);
            }
            assertThat(given().header("X-API-Key", key).get("/api/customers").statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void an_invitation_and_a_team_are_touched_only_by_who_may_give_the_roles_in_them() {
        Person clerk = Person.join(tenant, role("Clerk", List.of("people.users:read", "people.users:write"), Map.of()));
        UUID invitation = tenant.create(
                "/api/tenant/users/invitations",
                Map.of("email", "boss@" + tenant.slug() + ".example", "role", "admin"));
        clerk.api().delete("/api/tenant/users/invitations/" + invitation).then().statusCode(403);
        clerk.api()
                .post("/api/tenant/users/invitations/" + invitation + "/resend")
                .then()
                .statusCode(403);
        clerk.api()
                .post("/api/tenant/users/invitations/" + invitation + "/link")
                .then()
                .statusCode(403);

        UUID team = tenant.create("/api/teams", Map.of("name", "Sul"));
        Person.join(tenant, "agent", Map.of("team_id", team));
        clerk.api().delete("/api/teams/" + team).then().statusCode(403);
        UUID empty = tenant.create("/api/teams", Map.of("name", "Norte"));
        clerk.api().delete("/api/teams/" + empty).then().statusCode(204);
    }

    @Test
    void an_import_asks_for_what_its_rows_write() {
        Person importer = Person.join(
                tenant, role("Importer", List.of("imports.imports:read", "imports.imports:write"), Map.of()));
        for (Person person : List.of(importer, Person.join(tenant, "finance"))) {
            given().header("Authorization", "Bearer " + person.token())
                    .multiPart("kind", "deals")
                    .multiPart("mapping", "{\"title\": \"title\"}")
                    .multiPart("file", "deals.csv", "title\nOne\n".getBytes(), "text/csv")
                    .post("/api/imports")
                    .then()
                    .statusCode(403);
        }
        assertThat(tenant.get("/api/crm/deals").getList("data")).isEmpty();
    }

    @Test
    void a_job_asks_for_what_it_writes() {
        Person runner = Person.join(tenant, role("Runner", List.of("jobs.runs:read", "jobs.runs:run"), Map.of()));
        runner.api().body(Map.of()).post("/api/jobs/invoice-run/runs").then().statusCode(403);
        runner.api().body(Map.of()).post("/api/jobs/housekeeping/runs").then().statusCode(202);
        Person.join(tenant, "finance")
                .api()
                .body(Map.of())
                .post("/api/jobs/invoice-run/runs")
                .then()
                .statusCode(202);
    }

    @Test
    void winning_a_deal_asks_for_what_it_makes_and_tells_what_one_may_read() {
        UUID customer = tenant.create(
                "/api/customers", Map.of("name", "Secreto", "kind", "person", "email", "secret@x.example"));
        Person seller = Person.join(tenant, role("Seller", List.of("crm.deals:read", "crm.deals:write"), Map.of()));
        Map<String, Object> contract = Map.of(
                "service_type", "hospedagem_site",
                "title", "Hospedagem",
                "billing_cycle", "monthly",
                "amount_cents", 990_000,
                "start_on", "2026-01-31");
        UUID deal = seller.create("/api/crm/deals", Map.of("title", "Site"));
        String win = "/api/crm/deals/" + deal + "/win";

        seller.api().body(Map.of("customer_id", customer)).post(win).then().statusCode(403);
        seller.api()
                .body(Map.of("customer", Map.of("name", "Novo", "kind", "person")))
                .post(win)
                .then()
                .statusCode(403);
        Person opener = Person.join(
                tenant,
                role(
                        "Opener",
                        List.of(
                                "crm.deals:read",
                                "crm.deals:write",
                                "customers.customers:write",
                                "customers.customers:read"),
                        Map.of()));
        opener.api()
                .body(Map.of("customer_id", customer, "contracts", List.of(contract)))
                .post(win)
                .then()
                .statusCode(403);
        assertThat(tenant.get("/api/contracts").getList("data")).isEmpty();
        seller.api().body(Map.of()).post(win).then().statusCode(200);

        // An agent signs what it sells, and sees it.
        Person agent = Person.join(tenant, "agent");
        UUID sold = agent.create("/api/crm/deals", Map.of("title", "Loja"));
        agent.api()
                .body(Map.of("customer_id", customer, "contracts", List.of(contract)))
                .post("/api/crm/deals/" + sold + "/win")
                .then()
                .statusCode(200)
                .body("contracts.title", hasItem("Hospedagem"));
    }

    @Test
    void converting_a_lead_asks_for_all_that_it_makes() {
        Person caller = Person.join(tenant, role("Caller", List.of("crm.leads:read", "crm.leads:write"), Map.of()));
        UUID lead = caller.create("/api/crm/leads", Map.of("name", "Ana"));
        caller.api()
                .body(Map.of())
                .post("/api/crm/leads/" + lead + "/convert")
                .then()
                .statusCode(403);
        Person half = Person.join(
                tenant,
                role(
                        "Half",
                        List.of("crm.leads:read", "crm.leads:write", "crm.contacts:write", "crm.deals:write"),
                        Map.of()));
        UUID ofCompany = half.create("/api/crm/leads", Map.of("name", "Bia", "company_name", "Loja da Bia"));
        half.api()
                .body(Map.of())
                .post("/api/crm/leads/" + ofCompany + "/convert")
                .then()
                .statusCode(403);
        assertThat(tenant.get("/api/crm/companies").getList("data")).isEmpty();
    }

    @Test
    void converting_a_lead_shows_nobody_a_contact_or_company_they_may_not_see() {
        tenant.create("/api/crm/contacts", Map.of("name", "Caio", "email", "caio@x.com.br", "phone", "11987654321"));
        tenant.create("/api/crm/companies", Map.of("name", "Loja do Caio"));
        Person blind = Person.join(
                tenant,
                role(
                        "Blind",
                        List.of(
                                "crm.leads:read",
                                "crm.leads:write",
                                "crm.contacts:write",
                                "crm.companies:write",
                                "crm.deals:read",
                                "crm.deals:write"),
                        Map.of()));
        UUID lead = blind.create(
                "/api/crm/leads", Map.of("name", "C", "email", "caio@x.com.br", "company_name", "Loja do Caio"));
        blind.api()
                .body(Map.of())
                .post("/api/crm/leads/" + lead + "/convert")
                .then()
                .statusCode(201)
                .body("deal.lead_id", equalTo(lead.toString()))
                .body("contact", nullValue())
                .body("company", nullValue());
    }

    @Test
    void a_customer_names_a_company_and_a_manager_that_there_are() {
        TestTenant other = TestTenant.register();
        UUID theirs = other.create("/api/crm/companies", Map.of("name", "Deles"));
        for (String field : List.of("company_id", "account_manager_id")) {
            for (UUID id : List.of(UUID.randomUUID(), field.equals("company_id") ? theirs : other.adminId())) {
                tenant.unchecked()
                        .body(Map.of("name", "João", "kind", "person", field, id))
                        .post("/api/customers")
                        .then()
                        .statusCode(400)
                        .body("violations.field", hasItem(field));
            }
        }
        UUID ours = tenant.create("/api/crm/companies", Map.of("name", "Nossa"));
        tenant.create(
                "/api/customers",
                Map.of("name", "João", "kind", "person", "company_id", ours, "account_manager_id", tenant.adminId()));
    }

    private String role(String name, List<String> permissions, Map<String, String> scopes) {
        return tenant.create("/api/roles", Map.of("name", name, "permissions", permissions, "record_scopes", scopes))
                .toString();
    }
}
