package dev.pulso.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.pulso.testing.Person;
import dev.pulso.testing.TestTenant;
import dev.pulso.testing.TestTenant.Role;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditTest {
    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");

    @Inject
    @DataSource("owner")
    AgroalDataSource owner;

    @Test
    void the_trail_is_filtered_by_record_person_and_action() {
        TestTenant tenant = TestTenant.register();
        Person ana = Person.join(tenant, "manager");
        String lead = ana.api()
                .body(Map.of("name", "Hers"))
                .post("/api/crm/leads")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        UUID mine = tenant.create("/api/crm/leads", Map.of("name", "Mine"));
        tenant.api().delete("/api/crm/leads/" + lead).then().statusCode(204);

        tenant.api()
                .get("/api/audit?entity_id=" + lead)
                .then()
                .body("data.action", equalTo(List.of("delete", "insert")))
                .body("data[0].before.name", equalTo("Hers"))
                .body("data[1].after.name", equalTo("Hers"));
        tenant.api()
                .get("/api/audit?entity=leads&action=insert")
                .then()
                .body("data.entity_id", equalTo(List.of(mine.toString(), lead)));
        tenant.api()
                .get("/api/audit?action=delete")
                .then()
                .body("data", hasSize(1))
                .body("data[0].entity_id", equalTo(lead));
        String anas =
                tenant.get("/api/audit?entity_id=" + lead + "&action=insert").getString("data[0].actor_id");
        tenant.api()
                .get("/api/audit?entity=leads&actor_id=" + anas)
                .then()
                .body("data", hasSize(1))
                .body("data[0].action", equalTo("insert"))
                .body("data.actor_id", everyItem(equalTo(anas)));
        tenant.unchecked().get("/api/audit?action=read").then().statusCode(400);
    }

    @Test
    void a_period_is_days_of_the_companys_zone_with_both_ends() throws SQLException {
        TestTenant tenant = TestTenant.register();
        // A minute before and after midnight in São Paulo, which is three hours behind.
        backdated(tenant, "2020-03-01T02:59:00Z", "29 February");
        backdated(tenant, "2020-03-01T03:01:00Z", "1 March");
        backdated(tenant, "2020-03-02T02:59:00Z", "1 March, late");
        backdated(tenant, "2020-03-02T03:01:00Z", "2 March");

        assertThat(actors(tenant, "from=2020-03-01&to=2020-03-01")).containsExactly("1 March, late", "1 March");
        assertThat(actors(tenant, "to=2020-02-29")).containsExactly("29 February");
        assertThat(actors(tenant, "from=2020-02-01&to=2020-12-31&entity=leads")).hasSize(4);
        // The same first of March as instants, in the company's zone.
        assertThat(actors(tenant, "at_from=2020-03-01T00:00:00-03:00&at_to=2020-03-01T23:59:59.999999-03:00"))
                .containsExactly("1 March, late", "1 March");
        LocalDate today = LocalDate.now(SAO_PAULO);
        assertThat(actors(tenant, "from=" + today)).isNotEmpty().doesNotContain("2 March");
        tenant.api()
                .get("/api/audit?from=2020-03-02&to=2020-03-01")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("to"));
    }

    @Test
    void pages_follow_each_other_under_all_filters() {
        TestTenant tenant = TestTenant.register();
        for (int i = 0; i < 5; i++) {
            tenant.create("/api/crm/leads", Map.of("name", "Lead " + i));
        }
        String filters = "/api/audit?limit=2&entity=leads&action=insert&from=" + LocalDate.now(SAO_PAULO);
        var first = tenant.get(filters);
        var second = tenant.get(filters + "&cursor=" + first.getString("next_cursor"));
        assertThat(first.getList("data.after.name")).isEqualTo(List.of("Lead 4", "Lead 3"));
        assertThat(second.getList("data.after.name")).isEqualTo(List.of("Lead 2", "Lead 1"));
    }

    @Test
    void another_company_and_who_may_not_read_it_see_nothing_of_it() {
        TestTenant ours = TestTenant.register();
        TestTenant theirs = TestTenant.register();
        UUID lead = theirs.create("/api/crm/leads", Map.of("name", "Theirs"));
        ours.api().get("/api/audit?entity_id=" + lead).then().body("data", hasSize(0));
        ours.api().get("/api/audit").then().body("data.entity_id", not(hasItem(lead.toString())));
        ours.as(Role.agent).get("/api/audit").then().statusCode(403);
        ours.as(Role.agent).get("/api/audit/integrity").then().statusCode(403);
    }

    @Test
    void secrets_never_get_into_the_trail() throws SQLException {
        List<String> leaks = new java.util.ArrayList<>();
        try (Connection connection = owner.getConnection();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(
                        "select c.relname, a.attname, a.attname = any(audit_hidden_columns()) from pg_class c "
                                + "join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped "
                                + "where exists (select from pg_trigger t join pg_proc p on p.oid = t.tgfoid "
                                + "where t.tgrelid = c.oid and p.proname = 'audit_insert') and (a.atttypid = 'bytea'::regtype "
                                + "or a.attname ~ '(password|secret|token|totp|_hash)')")) {
            while (rows.next()) {
                if (!rows.getBoolean(3)) {
                    leaks.add(rows.getString(1) + "." + rows.getString(2));
                }
            }
        }
        // None is a secret: a moment, whether somebody chose the password himself, and which picture the logo is.
        assertThat(leaks)
                .containsExactlyInAnyOrder("users.password_changed_at", "users.own_password", "tenants.logo_hash");

        TestTenant tenant = TestTenant.register();
        String key = tenant.post("/api/tenant/api-keys", Map.of("name", "ERP", "scopes", List.of("crm.leads:read")))
                .statusCode(201)
                .extract()
                .path("secret");
        tenant.post("/api/tenant/users/invitations", Map.of("email", "guest@example.com", "role", "viewer"))
                .statusCode(201);
        Person.join(tenant, "viewer");
        String trail = tenant.api().get("/api/audit?limit=200").asString();
        assertThat(trail)
                .contains("api_keys", "invitations", "users", "sessions")
                .doesNotContain(key)
                .doesNotContain("argon2")
                .doesNotContain("password_hash")
                .doesNotContain("token_hash")
                .doesNotContain("key_hash")
                .doesNotContain("refresh");
    }

    /** As no product would: only the owner of the database may say when something was. */
    private void backdated(TestTenant tenant, String at, String actor) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("select set_config('app.tenant_id', '" + tenant.id() + "', true)");
            sql.execute("insert into audit_log (tenant_id, id, at, actor, entity, entity_id, action) values ('"
                    + tenant.id() + "', (left(first_uuid_at('" + at
                    + "')::text, 14) || right(gen_random_uuid()::text, 22))::uuid,"
                    + " '" + at + "', '" + actor + "', 'leads', gen_random_uuid(), 'insert')");
            connection.commit();
        }
    }

    private static List<String> actors(TestTenant tenant, String query) {
        return tenant.get("/api/audit?" + query).getList("data.actor");
    }
}
