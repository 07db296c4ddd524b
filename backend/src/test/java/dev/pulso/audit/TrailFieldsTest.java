package dev.pulso.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulso.testing.NewRecords;
import dev.pulso.testing.PublishedContract;
import dev.pulso.testing.SampleRecords;
import dev.pulso.testing.TestTenant;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the trail tells has the names and forms of the contract, for every column of every table that it keeps. */
@QuarkusTest
class TrailFieldsTest {
    private static final JsonNode TRAIL = trail();
    /** Told only of records that show them. */
    private static final Set<String> BOOKKEEPING = Set.of("tenant_id", "id", "version", "created_at", "updated_at");

    private static final String COLUMNS = """
            select c.relname, a.attname, format_type(a.atttypid, null)
            from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where exists (select from pg_trigger t join pg_proc p on p.oid = t.tgfoid
                          where t.tgrelid = c.oid and p.proname = 'audit_insert')
              and a.attname <> all(audit_hidden_columns())
            order by 1, 2""";

    @Inject
    @DataSource("owner")
    AgroalDataSource owner;

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void every_column_that_the_trail_keeps_is_a_field_of_the_contract_or_said_to_be_none() throws SQLException {
        List<String> forgotten = new ArrayList<>();
        Map<String, Map<String, String>> columns = columns();
        columns.forEach((table, kept) -> kept.keySet().stream()
                .filter(column -> !BOOKKEEPING.contains(column))
                .filter(column -> !TRAIL.at("/" + table + "/columns").has(column))
                .filter(column -> !texts(TRAIL.at("/" + table + "/silent")).contains(column))
                .forEach(column -> forgotten.add(table + "." + column)));
        assertThat(forgotten).as("name it in openapi/audit.yaml").isEmpty();
        List<String> none = new ArrayList<>();
        texts(TRAIL)
                .forEach(table -> texts(TRAIL.at("/" + table + "/columns")).stream()
                        .filter(column -> !columns.getOrDefault(table, Map.of()).containsKey(column))
                        .forEach(column -> none.add(table + "." + column)));
        assertThat(none).as("no column: computed, or renamed").isEmpty();
        assertThat(texts(TRAIL)).containsExactlyInAnyOrderElementsOf(columns.keySet());
    }

    @Test
    void of_every_table_the_trail_tells_fields_of_the_contract_in_its_forms() throws SQLException {
        TestTenant tenant = TestTenant.register();
        Map<String, Map<String, String>> tables = columns();
        for (var table : tables.entrySet()) {
            ObjectNode row = json.createObjectNode();
            table.getValue().forEach((column, type) -> row.set(column, value(table.getKey(), column, type)));
            written(tenant, table.getKey(), "insert", null, row);
            written(tenant, table.getKey(), "update", nulls(row), row);
            written(tenant, table.getKey(), "delete", row, null);
        }
        tables.keySet().forEach(table -> {
            List<Map<String, Object>> entries =
                    tenant.get("/api/audit?limit=3&entity=" + table).getList("data");
            assertThat(entries).as(table).hasSize(3);
            entries.forEach(entry -> fits(table, entry));
            Map<?, ?> whole = (Map<?, ?>) entries.getFirst().get("before");
            assertThat(whole).as("all that is there of " + table).isNotEmpty();
        });
    }

    @Test
    void what_is_done_through_the_api_is_told_in_its_words() {
        TestTenant tenant = TestTenant.register();
        SampleRecords.in(tenant);
        Set<String> seen = new HashSet<>();
        String cursor = "";
        do {
            var page = tenant.get("/api/audit?limit=200" + cursor);
            page.<Map<String, Object>>getList("data").forEach(entry -> {
                seen.add((String) entry.get("entity"));
                fits((String) entry.get("entity"), entry);
            });
            cursor = page.getString("next_cursor") == null ? "" : "&cursor=" + page.getString("next_cursor");
        } while (!cursor.isEmpty());
        assertThat(seen).contains("users", "roles", "api_keys", "invoices", "invoice_items", "contracts", "stages");
    }

    @Test
    void a_change_tells_what_changed_and_a_new_record_what_it_says() {
        TestTenant tenant = TestTenant.register();
        UUID customer = tenant.create(
                "/api/customers", Map.of("name", "Padaria", "kind", "company", "metadata", Map.of("loja", "12")));
        var whole = tenant.get("/api/customers/" + customer);
        tenant.api()
                .get("/api/audit?entity_id=" + customer)
                .then()
                .body("data[0].before", equalTo(null))
                .body("data[0].after.metadata.loja", equalTo("12"))
                .body("data[0].after.created_at", equalTo(whole.getString("created_at")))
                .body("data[0].after", not(hasKey("email")))
                .body("data[0].after", not(hasKey("tenant_id")));

        UUID role = UUID.fromString(tenant.post(
                        "/api/roles",
                        Map.of(
                                "name",
                                "Pré-vendas",
                                "permissions",
                                List.of("crm.leads:read"),
                                "record_scopes",
                                Map.of("leads", "own")))
                .statusCode(201)
                .extract()
                .path("id"));
        tenant.api()
                .get("/api/audit?entity_id=" + role)
                .then()
                .body("data[0].after.record_scopes.leads", equalTo("own"))
                .body("data[0].after", not(hasKey("leads_scope")));

        String user = NewRecords.make(tenant, "tenant/users", Map.of());
        tenant.api().post("/api/tenant/users/" + user + "/disable").then().statusCode(200);
        tenant.api()
                .get("/api/audit?action=update&entity_id=" + user)
                .then()
                .body("data[0].before.status", equalTo("active"))
                .body("data[0].after.status", equalTo("disabled"))
                .body("data[0].after", not(hasKey("name")));
    }

    /** Names are properties of the record's schemas, values of their type. */
    private static void fits(String table, Map<String, Object> entry) {
        Map<String, JsonNode> properties = new HashMap<>();
        texts(TRAIL.at("/" + table + "/schemas"))
                .forEach(schema -> collect(PublishedContract.ROOT.at("/components/schemas/" + schema), properties));
        for (String side : List.of("before", "after")) {
            if (entry.get(side) instanceof Map<?, ?> values) {
                values.forEach((name, value) -> {
                    assertThat(properties).as(table).containsKey((String) name);
                    assertThat(isOf(PublishedContract.resolved(properties.get((String) name)), value))
                            .as("%s.%s = %s", table, name, value)
                            .isTrue();
                });
            }
        }
    }

    private static boolean isOf(JsonNode schema, @Nullable Object value) {
        if (value == null) {
            return true;
        }
        List<String> types = schema.path("type").isArray()
                ? texts(schema.path("type"))
                : List.of(schema.path("type").asText(schema.has("properties") ? "object" : "string"));
        return switch (schema.path("format").asText("")) {
            case "date-time" -> value.toString().matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
            case "date" -> value.toString().matches("\\d{4}-\\d\\d-\\d\\d");
            case "uuid" -> value.toString().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
            default ->
                types.stream().anyMatch(type -> switch (type) {
                    case "string" -> value instanceof String;
                    case "integer" -> value instanceof Integer || value instanceof Long;
                    case "number" -> value instanceof Number;
                    case "boolean" -> value instanceof Boolean;
                    case "array" -> value instanceof List;
                    case "object" -> value instanceof Map;
                    default -> false;
                });
        };
    }

    private static void collect(JsonNode schema, Map<String, JsonNode> into) {
        JsonNode found = PublishedContract.resolved(schema);
        found.path("allOf").forEach(part -> collect(part, into));
        found.path("properties").properties().forEach(each -> into.put(each.getKey(), each.getValue()));
    }

    /** What a column of this type may hold. */
    private JsonNode value(String table, String column, String type) {
        return switch (type) {
            case "uuid" -> json.valueToTree("01939f6c-7a3e-7cc1-9c0e-3d5c5f0a7b21");
            case "timestamp with time zone" -> json.valueToTree("2026-11-30T14:25:00.5+00:00");
            case "date" -> json.valueToTree("2026-11-30");
            case "boolean" -> json.valueToTree(true);
            case "integer", "bigint", "smallint" -> json.valueToTree(3);
            case "numeric" -> json.valueToTree(1.5);
            case "jsonb" ->
                List.of("rules", "sources").contains(column)
                        ? json.createArrayNode()
                        : json.createObjectNode().put("leads", "own");
            case "integer[]" -> json.createArrayNode().add(70);
            case "uuid[]" -> json.createArrayNode().add(UUID.randomUUID().toString());
            case "text[]" -> json.createArrayNode().add(table.equals("business_hours") ? "6 510-720" : "one");
            default ->
                json.valueToTree(
                        switch (column) {
                            case "metadata", "source_details", "filters", "custom" -> "{\"loja\": \"12\"}";
                            case "options" ->
                                "[{\"id\": \"01939f6c-7a3e-7cc1-9c0e-3d5c5f0a7b21\", \"label\": \"Azul\", \"archived\": false}]";
                            case "columns" -> "[{\"name\": \"name\"}]";
                            default -> "2026-11-30";
                        });
        };
    }

    private static ObjectNode nulls(ObjectNode row) {
        ObjectNode empty = row.objectNode();
        row.fieldNames().forEachRemaining(empty::putNull);
        return empty;
    }

    /** table -> column -> type, of all that the trail keeps. */
    private Map<String, Map<String, String>> columns() throws SQLException {
        Map<String, Map<String, String>> tables = new TreeMap<>();
        try (Connection connection = owner.getConnection();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(COLUMNS)) {
            while (rows.next()) {
                tables.computeIfAbsent(rows.getString(1), ignored -> new LinkedHashMap<>())
                        .put(rows.getString(2), rows.getString(3));
            }
        }
        return tables;
    }

    private void written(
            TestTenant tenant, String table, String action, @Nullable ObjectNode before, @Nullable ObjectNode after)
            throws SQLException {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement sql = connection.createStatement()) {
                sql.execute("select set_config('app.tenant_id', '" + tenant.id() + "', true)");
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into audit_log (tenant_id, actor, entity, entity_id, action, before,"
                            + " after) values (?, 'system', ?, gen_random_uuid(), ?, ?::jsonb, ?::jsonb)")) {
                insert.setObject(1, tenant.id());
                insert.setString(2, table);
                insert.setString(3, action);
                insert.setString(4, before == null ? null : before.toString());
                insert.setString(5, after == null ? null : after.toString());
                insert.execute();
            }
            connection.commit();
        }
    }

    /** The texts of a list, or the names of an object. */
    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isObject()) {
            node.fieldNames().forEachRemaining(texts::add);
        } else {
            node.forEach(each -> texts.add(each.asText()));
        }
        return texts;
    }

    private static JsonNode trail() {
        try {
            return new ObjectMapper()
                    .readTree(Path.of("../openapi/dist/audited.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
