package dev.pulso.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.pulso.testing.Person;
import dev.pulso.testing.TestTenant;
import dev.pulso.testing.TestTenant.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RolesTest {

    @Test
    void the_built_in_roles_come_first_and_cannot_be_changed() {
        TestTenant tenant = TestTenant.register();
        tenant.api()
                .get("/api/roles")
                .then()
                .statusCode(200)
                .body("data.id", contains("admin", "manager", "agent", "finance", "technician", "viewer"))
                .body("data[0].users", equalTo(1))
                .body("permissions", hasItems("crm.deals:write", "access.roles:write", "audit.entries:read"));
        tenant.api()
                .header("If-Match", "\"" + 0 + "\"")
                .body(Map.of("name", "God"))
                .patch("/api/roles/admin")
                .then()
                .statusCode(409)
                .body("type", endsWith("/built_in_role"));
        tenant.api().delete("/api/roles/viewer").then().statusCode(409).body("type", endsWith("/built_in_role"));
    }

    @Test
    void a_changed_role_counts_from_the_next_request_on() {
        TestTenant tenant = TestTenant.register();
        String role = role(tenant, "crm.leads:read").toString();
        Person ana = Person.join(tenant, role);
        assertThat(ana.status("/api/crm/leads")).isEqualTo(200);
        assertThat(ana.status("/api/crm/deals")).isEqualTo(403);

        edit(tenant, role, Map.of("permissions", List.of("crm.deals:read")), 0);
        assertThat(ana.status("/api/crm/leads")).isEqualTo(403);
        assertThat(ana.status("/api/crm/deals")).isEqualTo(200);
        ana.api()
                .get("/api/profile")
                .then()
                .body("permissions", contains("crm.deals:read"))
                .body("user.role", equalTo(role));
        tenant.api()
                .get("/api/tenant/users/" + ana.id() + "?include=custom_role,team")
                .then()
                .body("custom_role.id", equalTo(role))
                .body("custom_role.name", equalTo("Own"))
                .body("$", not(hasKey("team")));
    }

    @Test
    void a_role_in_use_goes_only_when_its_people_get_another() {
        TestTenant tenant = TestTenant.register();
        String role = role(tenant, "crm.leads:read").toString();
        Person ana = Person.join(tenant, role);

        tenant.api().delete("/api/roles/" + role).then().statusCode(409).body("type", endsWith("/role_in_use"));
        tenant.api()
                .delete("/api/roles/" + role + "?reassign_to=nonsense")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("reassign_to"));
        tenant.api()
                .delete("/api/roles/" + role + "?reassign_to=" + role)
                .then()
                .statusCode(400);
        tenant.api().delete("/api/roles/" + role + "?reassign_to=viewer").then().statusCode(204);
        tenant.api().get("/api/roles/" + role).then().statusCode(404);
        assertThat(ana.status("/api/crm/deals")).isEqualTo(200);
        tenant.api().get("/api/tenant/users/" + ana.id()).then().body("role", equalTo("viewer"));
    }

    @Test
    void a_role_knows_only_permissions_that_exist_and_has_a_name_of_its_own() {
        TestTenant tenant = TestTenant.register();
        role(tenant, "crm.leads:read");
        tenant.api()
                .body(Map.of("name", "Other", "permissions", List.of("crm.leads:destroy")))
                .post("/api/roles")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("permissions"));
        tenant.api()
                .body(Map.of("name", "Own", "permissions", List.of()))
                .post("/api/roles")
                .then()
                .statusCode(409)
                .body("violations[0].field", equalTo("name"));
    }

    @Test
    void nobody_makes_gives_or_changes_a_role_that_may_more_than_oneself() {
        TestTenant tenant = TestTenant.register();
        String personnel = role(
                        tenant, "people.users:read", "people.users:write", "access.roles:read", "access.roles:write")
                .toString();
        Person rita = Person.join(tenant, personnel);
        UUID admin = tenant.adminId();

        rita.api()
                .body(Map.of("name", "More", "permissions", List.of("billing.payments:write")))
                .post("/api/roles")
                .then()
                .statusCode(403)
                .body("type", endsWith("/beyond_own_rights"));
        rita.api()
                .header("If-Match", "\"" + 0 + "\"")
                .body(Map.of("permissions", List.of("people.users:read", "crm.deals:read")))
                .patch("/api/roles/" + personnel)
                .then()
                .statusCode(403);
        rita.api()
                .header("If-Match", "\"" + version(tenant, rita) + "\"")
                .body(Map.of("role", "admin"))
                .patch("/api/tenant/users/" + rita.id())
                .then()
                .statusCode(403);
        rita.api().post("/api/tenant/users/" + admin + "/disable").then().statusCode(403);
        rita.api().delete("/api/tenant/users/" + admin).then().statusCode(403);
        rita.api()
                .body(Map.of(
                        "name",
                        "Helper",
                        "email",
                        "helper@" + tenant.slug() + ".example",
                        "role",
                        "manager",
                        "password",
                        tenant.password()))
                .post("/api/tenant/users")
                .then()
                .statusCode(403);
    }

    @Test
    void a_stale_edit_of_a_role_is_refused() {
        TestTenant tenant = TestTenant.register();
        String role = role(tenant, "crm.leads:read").toString();
        edit(tenant, role, Map.of("name", "Renamed"), 0);
        tenant.api()
                .header("If-Match", "\"" + 0 + "\"")
                .body(Map.of("name", "Again"))
                .patch("/api/roles/" + role)
                .then()
                .statusCode(412);
        tenant.api()
                .header("If-Match", "\"0\"")
                .body(Map.of("name", "Again"))
                .patch("/api/roles/" + role)
                .then()
                .statusCode(412);
        tenant.unchecked()
                .body(Map.of("name", "Again"))
                .patch("/api/roles/" + role)
                .then()
                .statusCode(428);
    }

    @Test
    void roles_of_another_company_do_not_exist() {
        TestTenant ours = TestTenant.register();
        String theirs = role(TestTenant.register(), "crm.leads:read").toString();
        Person viewer = Person.join(ours, "viewer");
        ours.api()
                .header("If-Match", "\"" + version(ours, viewer) + "\"")
                .body(Map.of("role", theirs))
                .patch("/api/tenant/users/" + viewer.id())
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("role"));
        assertThat(ours.api().get("/api/roles").asString()).doesNotContain(theirs);
        ours.as(Role.viewer).get("/api/roles").then().statusCode(200);
    }

    private static UUID role(TestTenant tenant, String... permissions) {
        return tenant.create("/api/roles", Map.of("name", "Own", "permissions", List.of(permissions)));
    }

    private static void edit(TestTenant tenant, String role, Map<String, Object> changes, int version) {
        tenant.basedOn(version).body(changes).patch("/api/roles/" + role).then().statusCode(200);
    }

    private static int version(TestTenant tenant, Person person) {
        return tenant.get("/api/tenant/users/" + person.id()).getInt("version");
    }

    @Test
    void a_role_says_its_reach_of_every_kind_that_has_an_owner_and_of_no_other() {
        TestTenant tenant = TestTenant.register();
        String role = tenant.create(
                        "/api/roles",
                        Map.of(
                                "name",
                                "Own",
                                "permissions",
                                List.of("crm.leads:read"),
                                "record_scopes",
                                Map.of("leads", "own")))
                .toString();
        // What was not named reaches all, and is told: the kinds are those that the database keeps owners of.
        assertThat(tenant.get("/api/roles/" + role).getMap("record_scopes"))
                .isEqualTo(Map.of("leads", "own", "deals", "all"));
        assertThat(tenant.get("/api/roles/admin").getMap("record_scopes"))
                .isEqualTo(Map.of("leads", "all", "deals", "all"));
        tenant.unchecked()
                .body(Map.of(
                        "name",
                        "X",
                        "permissions",
                        List.of("crm.leads:read"),
                        "record_scopes",
                        Map.of("invoices", "own")))
                .post("/api/roles")
                .then()
                .statusCode(400)
                .body("violations[0].field", org.hamcrest.Matchers.equalTo("record_scopes"));
        tenant.unchecked()
                .header("If-Match", "\"0\"")
                .body(Map.of("record_scopes", Map.of("customers", "team")))
                .patch("/api/roles/" + role)
                .then()
                .statusCode(400);
        edit(tenant, role, Map.of("record_scopes", Map.of("deals", "team")), 0);
        assertThat(tenant.get("/api/roles/" + role).getMap("record_scopes"))
                .isEqualTo(Map.of("leads", "all", "deals", "team"));
    }
}
