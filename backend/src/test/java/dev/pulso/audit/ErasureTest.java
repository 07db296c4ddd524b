package dev.pulso.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import dev.pulso.store.data.PersonalData;
import dev.pulso.testing.Person;
import dev.pulso.testing.TestTenant;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person is forgotten everywhere, and everything else goes on. */
@QuarkusTest
class ErasureTest {
    /** Who did something stays said where it was done; answers are kept for a day, for who repeats a request. */
    private static final String BY_WHOM = " - 'actor' - 'requested_by' - 'made_by'";

    @Inject
    @DataSource("owner")
    AgroalDataSource owner;

    @Inject
    @All
    List<PersonalData> modules;

    private TestTenant tenant;

    @BeforeEach
    void a_company() {
        tenant = TestTenant.register();
    }

    @Test
    void nothing_in_the_database_says_anything_of_a_contact_or_lead_any_more() throws SQLException {
        for (Map.Entry<String, String> kind : Map.of("contacts", "/api/crm/contacts", "leads", "/api/crm/leads")
                .entrySet()) {
            String mark = "zq" + UUID.randomUUID().toString().substring(0, 8);
            UUID id = tenant.create(
                    kind.getValue(),
                    Map.of(
                            "name",
                            "Rui " + mark,
                            "email",
                            mark + "@example.com",
                            "phone",
                            "+5511987654321",
                            "notes",
                            "Mora na rua " + mark,
                            "external_id",
                            mark,
                            "metadata",
                            Map.of("apelido", mark)));
            String tag = tenant.api().get(kind.getValue() + "/" + id).header("ETag");
            tenant.api()
                    .contentType("application/merge-patch+json")
                    .header("If-Match", tag)
                    .body(Map.of("notes", "Agora em " + mark))
                    .patch(kind.getValue() + "/" + id)
                    .then()
                    .statusCode(200);
            assertThat(where(mark)).contains(kind.getKey(), "audit_log");

            erase(kind.getKey(), id)
                    .statusCode(200)
                    .body("records", greaterThan(0))
                    .body("trail_entries", greaterThan(1));

            assertThat(where(mark)).isEmpty();
            assertThat(tenant.get(kind.getValue() + "/" + id).getString("name")).isEqualTo("—");
            // Asked again, there is hardly anything left.
            erase(kind.getKey(), id).statusCode(200);
        }
        assertThatTheTrailIsWhole();
    }

    @Test
    void who_was_three_records_is_forgotten_in_all_of_them() throws SQLException {
        for (String path : List.of("/api/crm/leads", "/api/crm/contacts")) {
            String mark = "zq" + UUID.randomUUID().toString().substring(0, 8);
            List<UUID> ids = IntStream.range(0, 3)
                    .mapToObj(at -> tenant.create(
                            path, Map.of("name", "Rui " + at + " " + mark, "email", mark + at + "@example.com")))
                    .toList();
            for (int loser = 0; loser < 2; loser++) {
                UUID winner = ids.get(loser + 1);
                tenant.basedOn(tenant.get(path + "/{id}", winner).getInt("version"))
                        .body(Map.of(
                                "other_id",
                                ids.get(loser),
                                "other_version",
                                tenant.get(path + "/{id}", ids.get(loser)).getInt("version"),
                                "take",
                                List.of()))
                        .post(path + "/{id}/merge", winner)
                        .then()
                        .statusCode(201);
            }
            assertThat(where(mark)).contains("merges");

            erase(path.substring(path.lastIndexOf('/') + 1), ids.get(2)).statusCode(200);

            assertThat(where(mark)).as(path).isEmpty();
        }
        assertThatTheTrailIsWhole();
    }

    @Test
    void a_customer_is_forgotten_and_its_invoice_stays_as_it_was_issued() throws SQLException {
        String mark = "zq" + UUID.randomUUID().toString().substring(0, 8);
        UUID id = tenant.create(
                "/api/customers",
                Map.of(
                        "name",
                        "Ana " + mark,
                        "kind",
                        "person",
                        "email",
                        mark + "@example.com",
                        "tax_id",
                        "52998224725"));
        UUID invoice = tenant.create(
                "/api/invoices",
                Map.of(
                        "customer_id",
                        id,
                        "items",
                        List.of(Map.of("description", "Logotipo", "kind", "service", "unit_price", "800.00"))));

        erase("customers", id).statusCode(200);

        assertThat(where(mark)).isSubsetOf("invoices", "audit_log");
        assertThat(tenant.get("/api/invoices/{id}", invoice).getString("customer_name"))
                .isEqualTo("Ana " + mark);
        // Somebody else may have the tax id from now on.
        tenant.create("/api/customers", Map.of("name", "Outra", "kind", "person", "tax_id", "52998224725"));
        assertThatTheTrailIsWhole();
    }

    @Test
    void who_works_here_is_not_forgotten_before_leaving() throws SQLException {
        Person person = Person.join(tenant, "viewer", Map.of("name", "Zquelia Marcada"));
        String email = person.email();
        person.api().get("/api/crm/leads").then().statusCode(200);
        erase("users", person.id()).statusCode(409).body("type", equalTo("/docs/problems/person_present"));

        String tag = tenant.api().get("/api/tenant/users/{id}", person.id()).header("ETag");
        tenant.api()
                .header("If-Match", tag)
                .delete("/api/tenant/users/{id}", person.id())
                .then()
                .statusCode(204);
        erase("users", person.id()).statusCode(200).body("records", greaterThan(1));

        assertThat(where("Zquelia")).isEmpty();
        assertThat(where(email)).isEmpty();
        assertThatTheTrailIsWhole();
    }

    @Test
    void another_companys_person_does_not_exist_and_not_everybody_may() {
        UUID theirs = TestTenant.register().create("/api/crm/leads", Map.of("name", "Ana"));
        erase("leads", theirs).statusCode(400).body("violations[0].field", equalTo("id"));
        UUID ours = tenant.create("/api/crm/leads", Map.of("name", "Bia"));
        Person.join(tenant, "manager")
                .api()
                .body(Map.of("kind", "leads", "id", ours, "reason", "Pedido"))
                .post("/api/privacy/erasures")
                .then()
                .statusCode(403);
    }

    /** Whoever adds a column to the record of a person says here what becomes of it. */
    @Test
    void no_column_of_a_persons_record_is_forgotten() throws SQLException {
        Map<String, List<String>> unknown = new HashMap<>();
        try (Connection connection = owner.getConnection();
                Statement sql = connection.createStatement()) {
            for (PersonalData module : modules) {
                for (PersonalData.Subject subject : module.subjects()) {
                    try (ResultSet columns = sql.executeQuery("select column_name from information_schema.columns"
                            + " where table_schema = 'public' and table_name = '" + subject.table() + "'"
                            + " and is_generated = 'NEVER' and (data_type in ('text', 'ARRAY', 'jsonb', 'bytea', 'character')"
                            + " or data_type like 'character%')")) {
                        while (columns.next()) {
                            String name = columns.getString(1);
                            if (!subject.emptied().containsKey(name)
                                    && !subject.kept().contains(name)) {
                                unknown.computeIfAbsent(subject.table(), table -> new ArrayList<>())
                                        .add(name);
                            }
                        }
                    }
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    private ValidatableResponse erase(String kind, UUID id) {
        return tenant.unchecked()
                .body(Map.of("kind", kind, "id", id, "reason", "Pedido do titular"))
                .post("/api/privacy/erasures")
                .then();
    }

    /** The tables in which a row of the company has the text. */
    private List<String> where(String text) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = owner.getConnection();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("select set_config('app.tenant_id', '" + tenant.id() + "', true)");
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = sql.executeQuery("select c.table_name from information_schema.columns c"
                    + " join pg_class t on t.relname = c.table_name and t.relnamespace = 'public'::regnamespace"
                    + " where c.table_schema = 'public' and c.column_name = 'tenant_id' and t.relkind in ('r', 'p')"
                    + " and not t.relispartition and c.table_name <> 'idempotency_keys'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet row = sql.executeQuery("select 1 from " + table + " t where tenant_id = '" + tenant.id()
                        + "' and (to_jsonb(t)" + BY_WHOM + ")::text like '%" + text + "%' limit 1")) {
                    if (row.next()) {
                        found.add(table);
                    }
                }
            }
            connection.rollback();
        }
        return found;
    }

    private void assertThatTheTrailIsWhole() {
        String run = tenant.post("/api/jobs/audit-check/runs", Map.of())
                .statusCode(202)
                .extract()
                .path("id");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !tenant.get("/api/jobs/runs/{id}", run)
                        .getString("status")
                        .matches("queued|running"));
        assertThat(tenant.get("/api/jobs/runs/{id}", run).getString("status")).isEqualTo("succeeded");
        assertThat(tenant.get("/api/audit/integrity").getString("status")).isEqualTo("intact");
    }
}
