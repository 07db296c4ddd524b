package dev.pulso.crm;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.pulso.testing.Person;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A role may reach the records of all, of a team, or only its holder's own; what is out of reach does not exist. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordReachTest {
    private @Nullable TestTenant tenant;
    private Person own;
    private Person teamMate;
    private Person team;
    private Person all;
    private UUID ownDeal;
    private UUID mateDeal;
    private UUID otherDeal;
    private UUID ownLead;
    private UUID mateLead;
    private UUID otherLead;

    /** Once, but not before all: only then is the address of the application known. */
    @BeforeEach
    void company() {
        if (tenant != null) {
            return;
        }
        tenant = TestTenant.register();
        UUID south = tenant.create("/api/teams", Map.of("name", "Sul"));
        own = Person.join(tenant, role("Own", "own"), Map.of("team_id", south));
        team = Person.join(tenant, role("Team", "team"), Map.of("team_id", south));
        teamMate = Person.join(tenant, "agent", Map.of("team_id", south));
        all = Person.join(tenant, "agent");
        ownDeal = deal(own, 100);
        mateDeal = deal(teamMate, 1_000);
        otherDeal = deal(all, 10_000);
        ownLead = lead(own);
        mateLead = lead(teamMate);
        otherLead = lead(all);
    }

    @Test
    void lists_hold_only_what_is_in_reach() {
        assertThat(ids(own, "/api/crm/deals")).containsExactlyInAnyOrder(ownDeal.toString());
        assertThat(ids(team, "/api/crm/deals")).containsExactlyInAnyOrder(ownDeal.toString(), mateDeal.toString());
        assertThat(ids(all, "/api/crm/deals"))
                .containsExactlyInAnyOrder(ownDeal.toString(), mateDeal.toString(), otherDeal.toString());
        assertThat(ids(own, "/api/crm/leads")).containsExactlyInAnyOrder(ownLead.toString());
        assertThat(ids(team, "/api/crm/leads")).containsExactlyInAnyOrder(ownLead.toString(), mateLead.toString());
        // No filter, search or sort gets around it.
        assertThat(ids(own, "/api/crm/deals?owner_id=" + all.id())).isEmpty();
        assertThat(ids(own, "/api/crm/deals?q=deal&sort=-amount_cents")).containsExactly(ownDeal.toString());
        assertThat(ids(own, "/api/crm/leads?q=lead&sort=name")).containsExactly(ownLead.toString());
    }

    @Test
    void the_board_and_its_totals_count_only_what_is_in_reach() {
        String pipeline = tenant.get("/api/crm/pipelines").getString("data[0].id");
        assertThat(total(own, pipeline)).isEqualTo(100);
        assertThat(total(team, pipeline)).isEqualTo(1_100);
        assertThat(total(all, pipeline)).isEqualTo(11_100);
    }

    @Test
    void every_operation_on_a_record_out_of_reach_answers_as_for_one_that_does_not_exist() {
        String stage = tenant.get("/api/crm/pipelines").getString("data[0].stages[1].id");
        for (UUID deal : List.of(mateDeal, otherDeal)) {
            String path = "/api/crm/deals/" + deal;
            assertThat(own.status(path)).isEqualTo(404);
            assertThat(own.api()
                            .header("If-Match", "\"0\"")
                            .body(Map.of())
                            .patch(path)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(own.api()
                            .body(Map.of("stage_id", stage))
                            .post(path + "/move")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(own.api().body(Map.of()).post(path + "/win").statusCode())
                    .isEqualTo(404);
            assertThat(own.api()
                            .body(Map.of("reason", "x"))
                            .post(path + "/lose")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(own.api().body(Map.of()).post(path + "/reopen").statusCode())
                    .isEqualTo(404);
        }
        for (UUID lead : List.of(mateLead, otherLead)) {
            String path = "/api/crm/leads/" + lead;
            assertThat(own.status(path)).isEqualTo(404);
            assertThat(own.api()
                            .header("If-Match", "\"0\"")
                            .body(Map.of())
                            .patch(path)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(own.api().delete(path).statusCode()).isEqualTo(404);
            assertThat(own.api().body(Map.of()).post(path + "/convert").statusCode())
                    .isEqualTo(404);
        }
        assertThat(team.status("/api/crm/deals/" + mateDeal)).isEqualTo(200);
        assertThat(team.status("/api/crm/deals/" + otherDeal)).isEqualTo(404);
    }

    @Test
    void what_is_in_reach_can_be_worked_with_to_the_end() {
        TestTenant company = TestTenant.register();
        Person ana = Person.join(company, role(company, "Own", "own"));
        UUID lead = ana.create("/api/crm/leads", Map.of("name", "Lead"));
        ana.api()
                .get("/api/crm/leads/" + lead)
                .then()
                .body("owner_id", equalTo(ana.id().toString()));
        UUID deal = UUID.fromString(ana.api()
                .body(Map.of())
                .post("/api/crm/leads/" + lead + "/convert")
                .then()
                .statusCode(201)
                .extract()
                .path("deal.id"));
        String stage = ana.api().get("/api/crm/pipelines").path("data[0].stages[1].id");
        ana.api()
                .body(Map.of("stage_id", stage))
                .post("/api/crm/deals/" + deal + "/move")
                .then()
                .statusCode(200);
        ana.api()
                .body(Map.of("reason", "Preço"))
                .post("/api/crm/deals/" + deal + "/lose")
                .then()
                .statusCode(200);
    }

    @Test
    void nobody_gives_a_record_out_of_its_own_sight() {
        own.api()
                .body(Map.of("title", "Deal", "owner_id", all.id()))
                .post("/api/crm/deals")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("owner_id"));
        Map<String, Object> nobody = new HashMap<>();
        nobody.put("owner_id", null);
        own.api()
                .header("If-Match", "\"0\"")
                .body(nobody)
                .patch("/api/crm/leads/" + ownLead)
                .then()
                .statusCode(400);
        own.api()
                .header("If-Match", "\"" + 0 + "\"")
                .body(Map.of("owner_id", teamMate.id()))
                .patch("/api/crm/deals/" + ownDeal)
                .then()
                .statusCode(400);
    }

    @Test
    void another_team_counts_from_the_next_request_on() {
        TestTenant company = TestTenant.register();
        UUID north = company.create("/api/teams", Map.of("name", "Norte"));
        Person ana = Person.join(company, role(company, "Team", "team"), Map.of("team_id", north));
        Person rui = Person.join(company, "agent");
        UUID deal = UUID.fromString(company.post("/api/crm/deals", Map.of("title", "Deal", "owner_id", rui.id()))
                .extract()
                .path("id"));
        assertThat(ana.status("/api/crm/deals/" + deal)).isEqualTo(404);
        company.api()
                .header(
                        "If-Match",
                        "\"" + company.get("/api/tenant/users/" + rui.id()).getInt("version") + "\"")
                .body(Map.of("team_id", north))
                .patch("/api/tenant/users/" + rui.id())
                .then()
                .statusCode(200);
        assertThat(ana.status("/api/crm/deals/" + deal)).isEqualTo(200);
    }

    @Test
    void importing_needs_the_reach_of_all() {
        TestTenant company = TestTenant.register();
        String role = company.create(
                        "/api/roles",
                        Map.of(
                                "name",
                                "Importer",
                                "permissions",
                                List.of("imports.imports:read", "imports.imports:write", "crm.deals:write"),
                                "record_scopes",
                                Map.of("deals", "own")))
                .toString();
        given().header("Authorization", "Bearer " + Person.join(company, role).token())
                .multiPart("kind", "deals")
                .multiPart("mapping", "{\"title\": \"title\"}")
                .multiPart("file", "deals.csv", "title\nOne\n".getBytes(), "text/csv")
                .post("/api/imports")
                .then()
                .statusCode(403);
    }

    private String role(String name, String scope) {
        return role(tenant, name, scope);
    }

    private static String role(TestTenant company, String name, String scope) {
        return company.create(
                        "/api/roles",
                        Map.of(
                                "name",
                                name,
                                "permissions",
                                List.of(
                                        "crm.leads:read",
                                        "crm.leads:write",
                                        "crm.deals:read",
                                        "crm.deals:write",
                                        "crm.companies:read",
                                        "crm.companies:write",
                                        "crm.contacts:read",
                                        "crm.contacts:write",
                                        "customers.customers:read",
                                        "customers.customers:write",
                                        "portfolio.contracts:read",
                                        "portfolio.contracts:approve",
                                        "crm.pipelines:read"),
                                "record_scopes",
                                Map.of("leads", scope, "deals", scope)))
                .toString();
    }

    private UUID deal(Person owner, int cents) {
        return tenant.create("/api/crm/deals", Map.of("title", "Deal", "amount_cents", cents, "owner_id", owner.id()));
    }

    private UUID lead(Person owner) {
        return tenant.create("/api/crm/leads", Map.of("name", "Lead", "owner_id", owner.id()));
    }

    private static List<String> ids(Person person, String path) {
        return person.api()
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("data.id");
    }

    private static long total(Person person, String pipeline) {
        JsonPath board = person.api()
                .get("/api/crm/pipelines/" + pipeline + "/board")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return board.getList("stages.amount_cents", Number.class).stream()
                .mapToLong(Number::longValue)
                .sum();
    }
}
