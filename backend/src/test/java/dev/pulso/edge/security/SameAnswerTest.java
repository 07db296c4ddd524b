package dev.pulso.edge.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Nobody learns from an answer whether an e-mail is known. Its time is that of the password hash, so the work is counted: a
 * clock would only tell how busy the machine is.
 */
@QuarkusTest
class SameAnswerTest {
    @Inject
    PasswordHasher hasher;

    @Test
    void a_wrong_password_and_an_unknown_email_get_the_same_answer_for_the_same_work() {
        TestTenant tenant = TestTenant.register();
        for (String slug : new String[] {tenant.slug(), "no-such-company"}) {
            long before = hasher.done();
            Response wrong = login(tenant.adminEmail(), slug);
            long between = hasher.done();
            Response unknown = login("nobody@" + tenant.slug() + ".example", slug);
            assertThat(between - before).isEqualTo(1);
            assertThat(hasher.done() - between).isEqualTo(1);
            assertThat(wrong.statusCode()).isEqualTo(401);
            assertThat(said(wrong)).isEqualTo(said(unknown));
        }
    }

    @Test
    void a_forgotten_password_is_answered_before_anybody_looks_whose_it_is() {
        TestTenant tenant = TestTenant.register();
        long before = hasher.done();
        Response known = forgot(tenant.adminEmail());
        Response unknown = forgot("nobody@" + tenant.slug() + ".example");
        assertThat(known.statusCode()).isEqualTo(unknown.statusCode()).isLessThan(300);
        assertThat(known.asString()).isEqualTo(unknown.asString());
        assertThat(hasher.done()).isEqualTo(before);
    }

    @Test
    void an_invitation_says_nothing_of_other_companies() {
        TestTenant tenant = TestTenant.register();
        TestTenant other = TestTenant.register();
        Response known = invite(tenant, other.adminEmail());
        Response unknown = invite(tenant, "nobody@" + other.slug() + ".example");
        assertThat(known.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(201);
        assertThat(known.jsonPath().getMap("").keySet())
                .isEqualTo(unknown.jsonPath().getMap("").keySet());
        assertThat(known.jsonPath().getString("status"))
                .isEqualTo(unknown.jsonPath().getString("status"));
    }

    private static Response login(String email, String slug) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("email", email, "password", "not the password", "tenant", slug))
                .post("/api/auth/login");
    }

    private static Response forgot(String email) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("email", email))
                .post("/api/auth/forgot-password");
    }

    private static Response invite(TestTenant tenant, String email) {
        return tenant.api().body(Map.of("email", email, "role", "viewer")).post("/api/tenant/users/invitations");
    }

    private static Map<String, Object> said(Response answer) {
        Map<String, Object> problem = answer.jsonPath().getMap("");
        problem.remove("trace_id");
        return problem;
    }
}
