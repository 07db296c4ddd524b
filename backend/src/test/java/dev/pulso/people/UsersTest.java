package dev.pulso.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.pulso.testing.Person;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UsersTest {

    @Test
    void users_are_found_by_words_role_team_and_state() {
        TestTenant tenant = TestTenant.register();
        UUID south = tenant.create("/api/teams", Map.of("name", "Sul"));
        Person ana = Person.join(tenant, "agent", Map.of("name", "Ana Müller", "team_id", south));
        Person rui = Person.join(tenant, "viewer", Map.of("name", "Rui"));
        tenant.api().post("/api/tenant/users/" + rui.id() + "/disable").then().statusCode(200);

        assertFound(tenant, "?q=muller", ana);
        assertFound(tenant, "?role=agent", ana);
        assertFound(tenant, "?team_id=" + south, ana);
        assertFound(tenant, "?status=disabled", rui);
        tenant.api().get("/api/tenant/users?status=active").then().body("data", hasSize(2));
        tenant.api()
                .get("/api/tenant/users/" + ana.id() + "?include=team")
                .then()
                .body("team.name", equalTo("Sul"))
                .body("status", equalTo("active"));
        tenant.api().get("/api/teams").then().body("data[0].members", equalTo(1));
    }

    @Test
    void a_person_is_added_with_its_team_in_one_piece() {
        TestTenant tenant = TestTenant.register();
        UUID south = tenant.create("/api/teams", Map.of("name", "Sul"));
        Person ana = Person.join(tenant, "agent", Map.of("name", "Ana", "team_id", south));
        tenant.api()
                .get("/api/tenant/users/" + ana.id())
                .then()
                .body("team_id", equalTo(south.toString()))
                .body("version", equalTo(0));
        tenant.api()
                .get("/api/audit?entity=users&entity_id=" + ana.id())
                .then()
                // The newest first: her login, which is no part of being added.
                .body("data.action", equalTo(List.of("update", "insert")));
    }

    @Test
    void another_role_counts_from_the_next_request_on() {
        TestTenant tenant = TestTenant.register();
        Person ana = Person.join(tenant, "viewer");
        assertThat(leadAs(ana)).isEqualTo(403);
        edit(tenant, ana.id(), Map.of("role", "agent", "name", "Ana"), 0).statusCode(200);
        assertThat(leadAs(ana)).isEqualTo(201);
    }

    @Test
    void a_disabled_user_is_out_at_once_and_may_come_back() {
        TestTenant tenant = TestTenant.register();
        Person ana = Person.join(tenant, "agent");
        assertThat(ana.status("/api/profile")).isEqualTo(200);

        tenant.api()
                .post("/api/tenant/users/" + ana.id() + "/disable")
                .then()
                .statusCode(200)
                .body("status", equalTo("disabled"));
        assertThat(ana.status("/api/profile")).isEqualTo(401);
        login(tenant, ana).statusCode(401);

        tenant.api().post("/api/tenant/users/" + ana.id() + "/enable").then().statusCode(200);
        // The old session stays over; a new one may be opened.
        assertThat(ana.status("/api/profile")).isEqualTo(401);
        login(tenant, ana).statusCode(200);
    }

    @Test
    void who_leaves_hands_its_records_on_and_its_address_may_be_used_again() {
        TestTenant tenant = TestTenant.register();
        Person ana = Person.join(tenant, "agent", Map.of("name", "Ana"));
        Person rui = Person.join(tenant, "agent", Map.of("name", "Rui"));
        UUID lead = tenant.create("/api/crm/leads", Map.of("name", "Lead", "owner_id", ana.id()));
        UUID deal = tenant.create("/api/crm/deals", Map.of("title", "Deal", "owner_id", ana.id()));

        remove(tenant, ana.id(), "").statusCode(409).body("type", endsWith("/owns_records"));
        remove(tenant, ana.id(), "?reassign_to=" + UUID.randomUUID()).statusCode(400);
        remove(tenant, ana.id(), "?reassign_to=" + ana.id()).statusCode(400);
        remove(tenant, ana.id(), "?reassign_to=" + rui.id()).statusCode(204);

        tenant.api().get("/api/crm/leads/" + lead + "?include=owner").then().body("owner.name", equalTo("Rui"));
        tenant.api().get("/api/crm/deals/" + deal + "?include=owner").then().body("owner.name", equalTo("Rui"));
        assertThat(ana.status("/api/profile")).isEqualTo(401);
        login(tenant, ana).statusCode(401);
        tenant.api().get("/api/tenant/users/" + ana.id()).then().statusCode(404);
        assertThat(tenant.get("/api/tenant/users").getList("data.name")).doesNotContain("Ana");
        // Nobody is given anything any more by its id, and the audit log still names it.
        tenant.api()
                .body(Map.of("name", "Lead", "owner_id", ana.id()))
                .post("/api/crm/leads")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("owner_id"));
        tenant.api()
                .body(Map.of(
                        "name", "Ana again", "email", ana.email(), "role", "viewer", "password", tenant.password()))
                .post("/api/tenant/users")
                .then()
                .statusCode(201);
        login(tenant, ana).statusCode(200);
    }

    @Test
    void the_last_admin_stays() {
        TestTenant tenant = TestTenant.register();
        UUID admin = tenant.adminId();
        remove(tenant, admin, "").statusCode(409).body("type", endsWith("/last_admin"));
        tenant.api()
                .post("/api/tenant/users/" + admin + "/disable")
                .then()
                .statusCode(409)
                .body("type", endsWith("/last_admin"));
        edit(tenant, admin, Map.of("role", "manager"), 0).statusCode(409);

        Person second = Person.join(tenant, "admin");
        edit(tenant, admin, Map.of("role", "manager"), 0).statusCode(200);
        assertThat(second.api().delete("/api/tenant/users/" + second.id()).statusCode())
                .isEqualTo(409);
    }

    @Test
    void of_two_admins_who_remove_each_other_at_once_one_stays() {
        for (int round = 0; round < 5; round++) {
            TestTenant tenant = TestTenant.register();
            Person a = Person.join(tenant, "admin");
            Person b = Person.join(tenant, "admin");
            remove(tenant, tenant.adminId(), "").statusCode(204);
            List<Integer> answers = Stream.of(List.of(a, b), List.of(b, a))
                    .map(pair -> CompletableFuture.supplyAsync(() -> pair.getFirst()
                            .api()
                            .delete("/api/tenant/users/" + pair.getLast().id())
                            .statusCode()))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            assertThat(answers).containsOnlyOnce(204);
            assertThat(Stream.of(a, b).filter(one -> one.status("/api/profile") == 200))
                    .hasSize(1);
        }
    }

    @Test
    void an_edit_names_its_version_and_fields_that_fit() {
        TestTenant tenant = TestTenant.register();
        Person ana = Person.join(tenant, "viewer");
        edit(tenant, ana.id(), Map.of("role", "king"), 0).statusCode(400).body("violations.field", contains("role"));
        edit(tenant, ana.id(), Map.of("team_id", UUID.randomUUID()), 0)
                .statusCode(400)
                .body("violations.field", contains("team_id"));
        edit(tenant, ana.id(), Map.of("name", "Ana B."), 0).statusCode(200);
        edit(tenant, ana.id(), Map.of("name", "Ana C."), 0).statusCode(412);
        tenant.api()
                .body(Map.of("name", "Ana C."))
                .patch("/api/tenant/users/" + ana.id())
                .then()
                .statusCode(428);
    }

    @Test
    void a_deleted_team_leaves_its_people_without_one() {
        TestTenant tenant = TestTenant.register();
        UUID south = tenant.create("/api/teams", Map.of("name", "Sul"));
        Person ana = Person.join(tenant, "agent", Map.of("team_id", south));
        tenant.api().body(Map.of("name", "Sul")).post("/api/teams").then().statusCode(409);
        tenant.api()
                .header("If-Match", "\"" + 0 + "\"")
                .body(Map.of("name", "Sudeste"))
                .patch("/api/teams/" + south)
                .then()
                .statusCode(200)
                .body("members", equalTo(1));
        tenant.api().delete("/api/teams/" + south).then().statusCode(204);
        assertThat(tenant.get("/api/tenant/users/" + ana.id()).getString("team_id"))
                .isNull();
    }

    private static void assertFound(TestTenant tenant, String filter, Person person) {
        assertThat(tenant.get("/api/tenant/users" + filter).getList("data.id"))
                .containsExactly(person.id().toString());
    }

    private static int leadAs(Person person) {
        return person.api().body(Map.of("name", "Lead")).post("/api/crm/leads").statusCode();
    }

    private static io.restassured.response.ValidatableResponse edit(
            TestTenant tenant, UUID id, Object changes, int version) {
        return tenant.basedOn(version)
                .body(changes)
                .patch("/api/tenant/users/" + id)
                .then();
    }

    private static io.restassured.response.ValidatableResponse remove(TestTenant tenant, UUID id, String query) {
        return tenant.api().delete("/api/tenant/users/" + id + query).then();
    }

    private static io.restassured.response.ValidatableResponse login(TestTenant tenant, Person person) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("email", person.email(), "password", tenant.password(), "tenant", tenant.slug()))
                .post("/api/auth/login")
                .then();
    }
}
