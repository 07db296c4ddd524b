package dev.pulso.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.Mailbox;
import dev.pulso.testing.Operator;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SeveralCompaniesTest {
    private static final String PASSWORD = "a horse of my own";

    @Inject
    Mailbox mailbox;

    @Inject
    Tenancy tenancy;

    private TestTenant here;
    private TestTenant there;
    private String email;

    @BeforeEach
    void two_companies() {
        here = TestTenant.register();
        there = TestTenant.register();
        email = "both@" + here.slug() + ".example";
    }

    @Test
    void a_person_sees_and_goes_to_their_other_companies_and_leaves_the_one_they_come_from() {
        JsonPath session = join(here);
        join(there);
        as(session)
                .get("/api/profile/tenants")
                .then()
                .statusCode(200)
                .body(
                        "data.id",
                        containsInAnyOrder(here.id().toString(), there.id().toString()))
                .body("data.find { it.current }.slug", equalTo(here.slug()));

        JsonPath arrived = switchTo(session, there.id())
                .statusCode(200)
                .body("tenant.id", equalTo(there.id().toString()))
                .body("user.role", equalTo("agent"))
                .extract()
                .jsonPath();
        as(arrived).get("/api/tenant").then().body("slug", equalTo(there.slug()));
        as(session).get("/api/profile").then().statusCode(401);
    }

    @Test
    void the_logins_of_other_companies_do_not_exist_for_the_program_and_without_a_company_it_lists_none() {
        join(here);
        join(there);
        String listed = "select count(*), count(*) filter (where tenant_id = $1) from login_directory";
        Row seen = tenancy.sql(
                        Caller.system(here.id(), "test", null),
                        connection -> connection.preparedQuery(listed).execute(Tuple.of(here.id())))
                .await()
                .atMost(Duration.ofSeconds(10))
                .iterator()
                .next();
        assertThat(seen.getLong(1)).isEqualTo(2);
        assertThat(seen.getLong(0)).isEqualTo(2);
        assertThatThrownBy(() -> tenancy.withoutTenant(
                                connection -> connection.preparedQuery(listed).execute(Tuple.of(here.id())))
                        .await()
                        .atMost(Duration.ofSeconds(10)))
                .isInstanceOf(PgException.class);
    }

    @Test
    void a_company_where_the_person_is_not_does_not_exist_for_them() {
        JsonPath session = join(here);
        for (UUID id : new UUID[] {there.id(), UUID.randomUUID(), here.id()}) {
            switchTo(session, id).statusCode(400).body("violations.field", hasItem("tenant_id"));
        }
        as(session).get("/api/profile/tenants").then().body("data", hasSize(1));
    }

    @Test
    void a_user_that_an_administrator_made_up_does_not_get_to_the_persons_other_companies() {
        join(there);
        here.post(
                        "/api/tenant/users",
                        Map.of("name", "Not me", "email", email, "role", "agent", "password", "known to the admin"))
                .statusCode(201);
        JsonPath intruder = login(email, "known to the admin", here.slug())
                .statusCode(200)
                .extract()
                .jsonPath();
        as(intruder)
                .get("/api/profile/tenants")
                .then()
                .body("data.id", contains(here.id().toString()));
        switchTo(intruder, there.id()).statusCode(400);
        // Nor by confirming the address, which only who reads the mailbox can, and changing the password.
        as(intruder)
                .body(Map.of("current_password", "known to the admin", "new_password", "known to the admin still"))
                .post("/api/profile/password")
                .then()
                .statusCode(204);
        switchTo(intruder, there.id()).statusCode(400);
    }

    @Test
    void a_disabled_user_is_not_to_be_had_by_coming_from_another_company() {
        JsonPath session = join(here);
        join(there);
        tenancy.sql(
                        Caller.system(there.id(), "test", null),
                        connection -> connection
                                .preparedQuery("update users set disabled_at = now() where email = $1")
                                .execute(Tuple.of(email)))
                .await()
                .atMost(Duration.ofSeconds(10));
        switchTo(session, there.id()).statusCode(400);
        as(session).get("/api/profile").then().statusCode(200);
    }

    @Test
    void a_login_goes_to_the_company_that_the_header_names_by_slug_or_id() {
        join(here);
        join(there);
        for (TestTenant tenant : new TestTenant[] {here, there, here}) {
            for (String name : new String[] {tenant.slug(), tenant.id().toString()}) {
                json().header("X-Tenant-ID", name)
                        .body(Map.of("email", email, "password", PASSWORD))
                        .post("/api/auth/login")
                        .then()
                        .statusCode(200)
                        .body("tenant.id", equalTo(tenant.id().toString()));
            }
        }
        json().header("X-Tenant-ID", "no-such-company")
                .body(Map.of("email", email, "password", PASSWORD))
                .post("/api/auth/login")
                .then()
                .statusCode(401);
    }

    @Test
    void a_login_goes_to_the_company_of_the_sub_domain() {
        join(here);
        join(there);
        for (TestTenant tenant : new TestTenant[] {here, there}) {
            json().header("Host", tenant.slug() + ".localhost")
                    .body(Map.of("email", email, "password", PASSWORD))
                    .post("/api/auth/login")
                    .then()
                    .statusCode(200)
                    .body("tenant.id", equalTo(tenant.id().toString()));
        }
    }

    @Test
    void the_operator_closes_a_company_whose_people_are_told_and_opens_it_again_with_everything_in_it() {
        String operator = Operator.token();
        UUID customer = there.create("/api/customers", Map.of("name", "João", "kind", "person"));
        there.api().get("/api/profile").then().statusCode(200);

        operate(operator, there.id(), "close").statusCode(204);
        assertThat(there.unchecked().get("/api/profile").statusCode()).isEqualTo(401);
        login(there.adminEmail(), there.password(), null)
                .statusCode(403)
                .body("type", containsString("company_closed"));
        login(there.adminEmail(), "wrong password", null).statusCode(401);
        assertThat(isScheduled(there.id())).isFalse();

        operate(operator, there.id(), "reopen").statusCode(204);
        JsonPath back = login(there.adminEmail(), there.password(), null)
                .statusCode(200)
                .extract()
                .jsonPath();
        as(back).get("/api/customers/{id}", customer).then().statusCode(200);
        assertThat(isScheduled(there.id())).isTrue();
        as(back).get("/api/audit?entity=tenants")
                .then()
                .body("data.actor", hasItem(containsString("operator: ")))
                .body("data.action", hasItems("update"));
    }

    @Test
    void to_everybody_else_other_companies_do_not_exist() {
        operate(here.token(TestTenant.Role.admin), there.id(), "close").statusCode(404);
        operate(here.token(TestTenant.Role.admin), here.id(), "close").statusCode(404);
        operate(here.token(TestTenant.Role.agent), there.id(), "close").statusCode(403);
        there.api().get("/api/profile").then().statusCode(200);
        here.api().get("/api/operator/tenants").then().statusCode(200).body("data", hasSize(0));

        String operator = Operator.token();
        operate(operator, UUID.randomUUID(), "close").statusCode(404);
        given().header("Authorization", "Bearer " + operator)
                .get("/api/operator/tenants?limit=200")
                .then()
                .statusCode(200)
                .body("data.slug", hasItem(Operator.SLUG));
    }

    private boolean isScheduled(UUID tenant) {
        return tenancy.withoutTenant(connection -> connection
                        .preparedQuery("select active from tenant_directory where tenant_id = $1")
                        .execute(Tuple.of(tenant)))
                .await()
                .atMost(Duration.ofSeconds(10))
                .iterator()
                .next()
                .getBoolean(0);
    }

    private static ValidatableResponse operate(String token, UUID tenant, String action) {
        return json().header("Authorization", "Bearer " + token)
                .post("/api/operator/tenants/{id}/" + action, tenant)
                .then();
    }

    /** The person accepts an invitation, with the same password everywhere. */
    private JsonPath join(TestTenant tenant) {
        tenant.post("/api/tenant/users/invitations", Map.of("email", email, "role", "agent"))
                .statusCode(201);
        String token = mailbox.token(email, "Admin of " + tenant.slug());
        return json().body(Map.of("token", token, "name", "Both", "password", PASSWORD))
                .post("/api/auth/invitations/accept")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static ValidatableResponse switchTo(JsonPath session, UUID tenant) {
        return as(session)
                .body(Map.of("tenant_id", tenant))
                .post("/api/auth/switch-tenant")
                .then();
    }

    private static ValidatableResponse login(String email, String password, String slug) {
        return json().body(
                        slug == null
                                ? Map.of("email", email, "password", password)
                                : Map.of("email", email, "password", password, "tenant", slug))
                .post("/api/auth/login")
                .then();
    }

    private static RequestSpecification as(JsonPath session) {
        return json().header("Authorization", "Bearer " + session.getString("access_token"));
    }

    private static RequestSpecification json() {
        return given().contentType(ContentType.JSON);
    }
}
