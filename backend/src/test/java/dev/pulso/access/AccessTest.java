package dev.pulso.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.TestTenant;
import dev.pulso.testing.TestTenant.Role;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A token is good for minutes; what it opens is asked with every request. */
@QuarkusTest
class AccessTest {
    @Inject
    @DataSource("owner")
    AgroalDataSource owner;

    @Inject
    Tenancy tenancy;

    @Test
    void an_access_token_ends_with_its_session_and_other_sessions_go_on() {
        TestTenant tenant = TestTenant.register();
        JsonPath session = login(tenant);
        assertThat(statusFor(session.getString("access_token"))).isEqualTo(200);

        given().contentType(ContentType.JSON)
                .body(Map.of("refresh_token", session.getString("refresh_token")))
                .post("/api/auth/logout")
                .then()
                .statusCode(204);

        assertThat(statusFor(session.getString("access_token"))).isEqualTo(401);
        assertThat(statusFor(tenant.token(Role.admin))).isEqualTo(200);
    }

    @Test
    void a_user_whom_another_node_disables_is_out_within_a_moment_and_back_when_enabled() throws Exception {
        TestTenant tenant = TestTenant.register();
        String token = tenant.token(Role.agent);
        assertThat(statusFor(token)).isEqualTo(200);

        elsewhere(tenant, "update users set disabled_at = now() where role = 'agent'");
        soon(() -> assertThat(statusFor(token)).isEqualTo(401));
        assertThat(statusFor(tenant.token(Role.admin))).isEqualTo(200);

        elsewhere(tenant, "update users set disabled_at = null where role = 'agent'");
        soon(() -> assertThat(statusFor(token)).isEqualTo(200));
    }

    @Test
    void a_session_that_another_node_revokes_is_over_within_a_moment() throws Exception {
        TestTenant tenant = TestTenant.register();
        String token = login(tenant).getString("access_token");
        assertThat(statusFor(token)).isEqualTo(200);
        elsewhere(tenant, "update sessions set revoked_at = now()");
        soon(() -> assertThat(statusFor(token)).isEqualTo(401));
    }

    @Test
    void a_change_counts_even_while_the_notices_of_the_database_are_not_heard() throws Exception {
        TestTenant tenant = TestTenant.register();
        String token = tenant.token(Role.agent);
        assertThat(statusFor(token)).isEqualTo(200);
        // The connection is lost and made again while the change happens: its notice may be missed.
        tenancy.withoutTenant(connection -> connection
                        .query("select pg_terminate_backend(pid) from pg_stat_activity where application_name ="
                                + " 'pulso-notices'")
                        .execute())
                .await()
                .atMost(Duration.ofSeconds(5));
        elsewhere(tenant, "update users set disabled_at = now() where role = 'agent'");
        soon(() -> assertThat(statusFor(token)).isEqualTo(401));
    }

    @Test
    void nobody_enters_a_deleted_company() throws Exception {
        TestTenant tenant = TestTenant.register();
        elsewhere(tenant, "update tenants set deleted_at = now()");
        soon(() -> assertThat(statusFor(tenant.token(Role.admin))).isEqualTo(401));
    }

    @Test
    void a_token_says_nothing_about_what_its_holder_may_do() {
        String claims = new String(java.util.Base64.getUrlDecoder()
                .decode(TestTenant.register().token(Role.admin).split("\\.")[1]));
        assertThat(claims).contains("\"sid\"").doesNotContain("role").doesNotContain("admin");
    }

    private static JsonPath login(TestTenant tenant) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("email", tenant.adminEmail(), "password", tenant.password()))
                .post("/api/auth/login")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static int statusFor(String token) {
        return given().header("Authorization", "Bearer " + token)
                .get("/api/profile")
                .statusCode();
    }

    /** As another node would: past everything that this one knows. */
    private void elsewhere(TestTenant tenant, String change) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("select set_config('app.tenant_id', '" + tenant.id() + "', true)");
            sql.execute(change);
            connection.commit();
        }
    }

    private static void soon(Runnable expectation) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(3))
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(expectation::run);
    }
}
