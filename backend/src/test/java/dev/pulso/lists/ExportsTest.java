package dev.pulso.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.pulso.testing.Person;
import dev.pulso.testing.TestTenant;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows of a list as a file, by the rights and the reach of who has ordered it, and whole or not at all. */
@QuarkusTest
class ExportsTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String LEADS = "/api/crm/leads";

    @Inject
    @DataSource("owner")
    AgroalDataSource database;

    @TempDir
    Path folder;

    private TestTenant tenant;

    @BeforeEach
    void tenant() {
        tenant = TestTenant.register();
    }

    @Test
    void what_the_question_is_about_is_in_the_file_and_nothing_else() {
        for (int i = 0; i < 3; i++) {
            tenant.create(LEADS, Map.of("name", "Site " + i, "source", "site"));
        }
        tenant.create(LEADS, Map.of("name", "Outro", "source", "evento"));
        JsonPath export = ended(
                tenant::api,
                Map.of(
                        "question", Map.of("kind", "leads", "filters", Map.of("source", "site"), "sort", "name"),
                        "format", "csv",
                        "conventions", "pt-BR",
                        "name", "Leads: do site",
                        "columns", List.of(Map.of("name", "name", "label", "Nome"), Map.of("name", "source"))));
        assertThat(export.getString("status")).isEqualTo("succeeded");
        assertThat(export.getInt("total_count")).isEqualTo(3);
        assertThat(export.getInt("row_count")).isEqualTo(3);
        assertThat(export.getBoolean("available")).isTrue();
        assertThat(export.getString("file_name")).isEqualTo("Leads do site.csv");
        assertThat(Instant.parse(export.getString("expires_at")))
                .isAfter(Instant.now().plus(Duration.ofDays(6)));
        Response content = content(tenant::api, export.getString("id"));
        assertThat(new String(content.asByteArray(), StandardCharsets.UTF_8))
                .isEqualTo("\ufeffNome;source\r\nSite 0;site\r\nSite 1;site\r\nSite 2;site\r\n");
        assertThat(content.header("Content-Disposition")).startsWith("attachment;");
        assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat((long) content.asByteArray().length).isEqualTo(export.getLong("size_bytes"));
        // It is told who took what along, and shown among no files of records.
        JsonPath trail = tenant.get("/api/audit?entity=exports&limit=10");
        assertThat(trail.getList("data.action")).containsExactly("update", "insert");
        assertThat(trail.getString("data[1].after.filters")).contains("site");
        assertThat(trail.getInt("data[0].after.row_count")).isEqualTo(3);
        assertThat(tenant.get("/api/files").getList("data")).isEmpty();
        assertThat(tenant.get("/api/exports").getList("data.id")).containsExactly(export.getString("id"));
    }

    @Test
    void every_list_can_be_taken_along_with_the_fields_that_it_shows() {
        UUID owner = tenant.adminId();
        UUID company = tenant.create("/api/crm/companies", Map.of("name", "Padaria"));
        UUID contact = tenant.create("/api/crm/contacts", Map.of("name", "Ana", "company_id", company));
        tenant.create(LEADS, Map.of("name", "Lead", "tags", List.of("a", "b"), "owner_id", owner));
        tenant.create(
                "/api/crm/deals",
                Map.of(
                        "title",
                        "Site",
                        "amount_cents",
                        123_456,
                        "company_id",
                        company,
                        "contact_id",
                        contact,
                        "owner_id",
                        owner));
        tenant.create("/api/crm/activities", Map.of("type", "task", "subject", "Ligar", "company_id", company));
        UUID customer = tenant.create("/api/customers", Map.of("name", "João", "kind", "person"));
        tenant.create(
                "/api/contracts",
                Map.of(
                        "customer_id", customer,
                        "service_type", "hospedagem_site",
                        "title", "Hospedagem",
                        "billing_cycle", "monthly",
                        "amount_cents", 5000,
                        "start_on", "2026-01-31"));
        tenant.create(
                "/api/invoices",
                Map.of(
                        "customer_id",
                        customer,
                        "items",
                        List.of(Map.of("description", "Logotipo", "kind", "service", "unit_price", "800.00"))));
        Map<String, String> lists = Map.of(
                "leads", LEADS,
                "companies", "/api/crm/companies",
                "contacts", "/api/crm/contacts",
                "deals", "/api/crm/deals",
                "activities", "/api/crm/activities",
                "customers", "/api/customers",
                "contracts", "/api/contracts",
                "invoices", "/api/invoices");
        lists.forEach((kind, path) -> {
            Map<String, Object> shown = tenant.get(path + "?sort=created_at").getMap("data[0]");
            JsonPath export = ended(
                    tenant::api, Map.of("question", Map.of("kind", kind, "sort", "created_at"), "format", "json"));
            assertThat(export.getString("status")).as(kind).isEqualTo("succeeded");
            Map<String, Object> row = new HashMap<>(
                    content(tenant::api, export.getString("id")).jsonPath().getMap("[0]"));
            // Fields that the contract lets go are not taken along.
            shown.forEach((name, value) -> {
                if (row.containsKey(name) && !name.equals("updated_at") && !name.equals("version")) {
                    assertThat(row.get(name)).as(kind + "." + name).isEqualTo(value);
                }
            });
            Set<String> missing = shown.keySet().stream()
                    .filter(name -> !row.containsKey(name))
                    .collect(Collectors.toSet());
            assertThat(missing.size()).as(kind + " " + missing).isLessThan(3);
            workbook(ended(tenant::api, Map.of("question", Map.of("kind", kind), "format", "xlsx"))
                    .getString("id"));
        });
        JsonPath deals = ended(
                tenant::api,
                Map.of(
                        "question", Map.of("kind", "deals"),
                        "format", "json",
                        "columns",
                                List.of(
                                        Map.of("name", "amount_cents"),
                                        Map.of("name", "company"),
                                        Map.of("name", "owner"))));
        JsonPath deal = content(tenant::api, deals.getString("id")).jsonPath();
        assertThat(deal.getString("[0].amount")).isEqualTo("1234.56");
        assertThat(deal.getInt("[0].amount_cents")).isEqualTo(123_456);
        assertThat(deal.getString("[0].company")).isEqualTo("Padaria");
        assertThat(deal.getString("[0].owner")).isNotBlank();
    }

    @Test
    void what_cannot_be_asked_is_refused_before_anything_is_written() {
        refused(Map.of("question", Map.of("kind", "leads", "filters", Map.of("nope", "1")), "format", "csv"), 400);
        refused(
                Map.of(
                        "question", Map.of("kind", "leads"),
                        "format", "csv",
                        "columns", List.of(Map.of("name", "password"))),
                400);
        refused(
                Map.of(
                        "question", Map.of("kind", "leads"),
                        "format", "csv",
                        "columns", List.of(Map.of("name", "name"), Map.of("name", "name"))),
                400);
        refused(Map.of("question", Map.of("kind", "leads"), "format", "pdf"), 400);
        Person agent = Person.join(tenant, "agent");
        agent.api()
                .body(Map.of("question", Map.of("kind", "leads"), "format", "csv"))
                .post("/api/exports")
                .then()
                .statusCode(403);
        assertThat(tenant.get("/api/exports").getList("data")).isEmpty();
    }

    @Test
    void nobody_sees_anothers_exports_and_who_may_not_read_the_kind_any_more_gets_no_file() {
        tenant.create(LEADS, Map.of("name", "Ana"));
        Person clerk = clerk("all", "crm.leads:read");
        String id = ended(clerk::api, Map.of("question", Map.of("kind", "leads"), "format", "csv"))
                .getString("id");
        for (String path : List.of("/api/exports/" + id, "/api/exports/" + id + "/content")) {
            tenant.api().get(path).then().statusCode(404);
        }
        tenant.api().delete("/api/exports/" + id).then().statusCode(404);
        assertThat(content(clerk::api, id).statusCode()).isEqualTo(200);
        role(clerk, List.of("lists.exports:write"));
        await().atMost(SOON).until(() -> content(clerk::api, id).statusCode() == 403);
    }

    @Test
    void rows_that_leave_ones_reach_meanwhile_are_not_in_it_and_names_that_one_may_not_read_are_empty()
            throws SQLException {
        Person clerk = clerk("own", "crm.leads:read", "crm.deals:read");
        UUID kept = tenant.create(LEADS, Map.of("name", "Fica", "owner_id", clerk.id()));
        UUID given = tenant.create(LEADS, Map.of("name", "Vai", "owner_id", clerk.id()));
        tenant.create(LEADS, Map.of("name", "De outro", "owner_id", tenant.adminId()));
        UUID company = tenant.create("/api/crm/companies", Map.of("name", "Padaria"));
        tenant.create("/api/crm/deals", Map.of("title", "Loja", "company_id", company, "owner_id", clerk.id()));
        String id;
        try (Connection held = held()) {
            JsonPath export = order(
                            clerk::api,
                            Map.of(
                                    "question", Map.of("kind", "leads", "sort", "name"),
                                    "format", "csv",
                                    "columns", List.of(Map.of("name", "name"))))
                    .statusCode(202)
                    .extract()
                    .jsonPath();
            id = export.getString("id");
            assertThat(export.getInt("total_count")).isEqualTo(2);
            tenant.basedOn(0)
                    .body(Map.of("owner_id", tenant.adminId()))
                    .patch(LEADS + "/{id}", given)
                    .then()
                    .statusCode(200);
            content(clerk::api, id).then().statusCode(404);
            held.commit();
        }
        whenEnded(clerk::api, id);
        assertThat(content(clerk::api, id).asString()).isEqualTo("name\r\nFica\r\n");
        assertThat(tenant.get(LEADS + "/{id}", kept).getString("name")).isEqualTo("Fica");
        String deals = ended(
                        clerk::api,
                        Map.of(
                                "question", Map.of("kind", "deals"),
                                "format", "csv",
                                "columns", List.of(Map.of("name", "title"), Map.of("name", "company"))))
                .getString("id");
        assertThat(content(clerk::api, deals).asString()).isEqualTo("title,company\r\nLoja,\r\n");
    }

    @Test
    void the_right_that_is_taken_away_meanwhile_ends_it_without_a_file() throws SQLException {
        Person clerk = clerk("all", "crm.leads:read");
        tenant.create(LEADS, Map.of("name", "Ana"));
        String id;
        try (Connection held = held()) {
            id = order(clerk::api, Map.of("question", Map.of("kind", "leads"), "format", "csv"))
                    .statusCode(202)
                    .extract()
                    .path("id");
            role(clerk, List.of("lists.exports:write"));
            held.commit();
        }
        JsonPath export = whenEnded(clerk::api, id);
        assertThat(export.getString("status")).isEqualTo("failed");
        assertThat(export.getString("code")).isEqualTo("forbidden");
        assertThat(export.getBoolean("available")).isFalse();
    }

    @Test
    void one_that_was_killed_in_the_middle_is_written_again_from_the_first_row() throws SQLException {
        for (int i = 0; i < 3; i++) {
            tenant.create(LEADS, Map.of("name", "Lead " + i));
        }
        String id;
        try (Connection held = held()) {
            id = order(
                            tenant::api,
                            Map.of(
                                    "question", Map.of("kind", "leads", "sort", "name"),
                                    "format", "csv",
                                    "columns", List.of(Map.of("name", "name"))))
                    .statusCode(202)
                    .extract()
                    .path("id");
            // Somebody was at it, had written two rows, and is no more.
            try (Statement statement = held.createStatement()) {
                statement.execute("set app.tenant_id = '" + tenant.id() + "'");
                statement.execute(
                        "insert into export_progress (tenant_id, id, attempt, row_count, updated_at) values ('"
                                + tenant.id() + "', '" + id + "', gen_random_uuid(), 2, now())");
            }
            held.commit();
        }
        JsonPath export = whenEnded(tenant::api, id);
        assertThat(export.getInt("row_count")).isEqualTo(3);
        assertThat(content(tenant::api, id).asString()).isEqualTo("name\r\nLead 0\r\nLead 1\r\nLead 2\r\n");
    }

    @Test
    void one_that_is_deleted_while_it_is_written_stops_and_leaves_nothing() throws SQLException {
        tenant.create(LEADS, Map.of("name", "Ana"));
        String id;
        try (Connection held = held()) {
            id = order(tenant::api, Map.of("question", Map.of("kind", "leads"), "format", "csv"))
                    .statusCode(202)
                    .extract()
                    .path("id");
            held.commit();
        }
        tenant.api().delete("/api/exports/" + id).then().statusCode(204);
        tenant.api().delete("/api/exports/" + id).then().statusCode(404);
        await().atMost(SOON)
                .until(() -> count("work where queue = 'exports' and tenant_id = '" + tenant.id() + "'") == 0);
        assertThat(count("files where tenant_id = '" + tenant.id() + "'")).isZero();
        tenant.api().get("/api/exports/" + id).then().statusCode(404);
    }

    @Test
    void erasing_a_person_takes_the_files_and_the_words_along() {
        UUID lead = tenant.create(LEADS, Map.of("name", "Zuleica", "email", "zuleica@example.com"));
        JsonPath export = ended(
                tenant::api,
                Map.of(
                        "question", Map.of("kind", "leads", "filters", Map.of("q", "zuleica")),
                        "format", "csv",
                        "name", "Zuleica"));
        String id = export.getString("id");
        tenant.post("/api/privacy/erasures", Map.of("kind", "leads", "id", lead, "reason", "Pedido"));
        content(tenant::api, id).then().statusCode(404);
        JsonPath after = tenant.get("/api/exports/{id}", UUID.fromString(id));
        assertThat(after.getBoolean("available")).isFalse();
        assertThat(after.prettify().toLowerCase()).doesNotContain("zuleica");
        assertThat(tenant.get("/api/audit?entity=exports").prettify().toLowerCase())
                .doesNotContain("zuleica");
    }

    @Test
    void as_many_wait_as_may_and_one_more_is_refused() throws SQLException {
        try (Connection held = held()) {
            Map<String, Object> body = Map.of("question", Map.of("kind", "leads"), "format", "csv");
            for (int i = 0; i < 20; i++) {
                order(tenant::api, body).statusCode(202);
            }
            order(tenant::unchecked, body).statusCode(409).body("type", equalTo("/docs/problems/exports_waiting"));
            held.commit();
        }
        await().atMost(SOON)
                .until(() -> count("exports where status = 'queued' and tenant_id = '" + tenant.id() + "'") == 0);
    }

    /** It can be opened, and has a row. */
    private void workbook(String id) {
        try {
            Path kept = Files.write(folder.resolve(id), content(tenant::api, id).asByteArray());
            try (ZipFile zip = new ZipFile(kept.toFile())) {
                String sheet = new String(
                        zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))
                                .readAllBytes(),
                        StandardCharsets.UTF_8);
                assertThat(sheet).contains("<row r=\"2\"").endsWith("</worksheet>");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nobody begins to write before it is committed or closed. */
    private Connection held() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table export_progress in exclusive mode");
        }
        return connection;
    }

    /** As the tenant sees it. */
    private long count(String of) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set app.tenant_id = '" + tenant.id() + "'");
            var rows = statement.executeQuery("select count(*) from " + of);
            rows.next();
            return rows.getLong(1);
        }
    }

    private Person clerk(String scope, String... permissions) {
        Person clerk = Person.join(tenant, "viewer");
        List<String> all = new ArrayList<>(List.of(permissions));
        all.add("lists.exports:write");
        UUID role = tenant.create(
                "/api/roles",
                Map.of("name", "Balcão", "permissions", all, "record_scopes", Map.of("leads", scope, "deals", scope)));
        int version = tenant.get("/api/tenant/users/{id}", clerk.id()).getInt("version");
        tenant.basedOn(version)
                .body(Map.of("role", role))
                .patch("/api/tenant/users/{id}", clerk.id())
                .then()
                .statusCode(200);
        return clerk;
    }

    private void role(Person clerk, List<String> permissions) {
        UUID role = tenant.create("/api/roles", Map.of("name", "Menos", "permissions", permissions));
        int version = tenant.get("/api/tenant/users/{id}", clerk.id()).getInt("version");
        tenant.basedOn(version)
                .body(Map.of("role", role))
                .patch("/api/tenant/users/{id}", clerk.id())
                .then()
                .statusCode(200);
    }

    private void refused(Map<String, ?> body, int status) {
        order(tenant::unchecked, body).statusCode(status);
    }

    private static ValidatableResponse order(Supplier<RequestSpecification> api, Map<String, ?> body) {
        return api.get().body(body).post("/api/exports").then();
    }

    private static JsonPath ended(Supplier<RequestSpecification> api, Map<String, ?> body) {
        return whenEnded(api, order(api, body).statusCode(202).extract().path("id"));
    }

    private static JsonPath whenEnded(Supplier<RequestSpecification> api, String id) {
        await().atMost(SOON)
                .until(() -> List.of("succeeded", "failed")
                        .contains(api.get().get("/api/exports/" + id).jsonPath().getString("status")));
        return api.get()
                .get("/api/exports/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Response content(Supplier<RequestSpecification> api, String id) {
        return api.get().get("/api/exports/" + id + "/content");
    }
}
