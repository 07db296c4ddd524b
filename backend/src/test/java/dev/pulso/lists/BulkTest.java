package dev.pulso.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.pulso.testing.Person;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One thing done with many records, told record by record, and taken back. */
@QuarkusTest
class BulkTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String LEADS = "/api/crm/leads";
    /** What grows with each write, whatever it writes. */
    private static final Set<String> BOOKKEEPING = Set.of("version", "updated_at");

    private TestTenant tenant;

    @BeforeEach
    void tenant() {
        tenant = TestTenant.register();
    }

    @Test
    void all_that_match_get_an_owner_and_those_that_have_it_are_told_as_unchanged() {
        Person agent = Person.join(tenant, "agent");
        for (int i = 0; i < 60; i++) {
            lead("Site " + i, Map.of("source", "site"));
        }
        lead("Deles", Map.of("source", "site", "owner_id", agent.id()));
        UUID other = lead("Outro", Map.of("source", "evento"));
        JsonPath job = ended(order(
                tenant.api(),
                LEADS,
                Map.of(
                        "action", Map.of("type", "assign", "owner_id", agent.id()),
                        "question", Map.of("kind", "leads", "filters", Map.of("source", "site")),
                        "expected_count", 61)));
        assertThat(counts(job)).containsExactly(61, 60, 1, 0);
        assertThat(job.getString("status")).isEqualTo("succeeded");
        assertThat(tenant.get(LEADS + "?limit=200&owner_id=" + agent.id()).getList("data"))
                .hasSize(61);
        assertThat(tenant.get(LEADS + "/{id}", other).getString("owner_id")).isNull();
        // Somebody did it, and it is told of each.
        assertThat(tenant.get("/api/audit?entity=leads&action=update&limit=200").getList("data"))
                .hasSize(60);
    }

    @Test
    void one_that_was_changed_since_it_was_seen_is_refused_and_the_others_are_not() {
        UUID first = lead("Ana", Map.of());
        UUID second = lead("Bia", Map.of());
        tenant.basedOn(0)
                .body(Map.of("name", "Ana Souza"))
                .patch(LEADS + "/{id}", first)
                .then()
                .statusCode(200);
        UUID gone = UUID.randomUUID();
        JsonPath job = ended(order(
                tenant.api(),
                LEADS,
                Map.of(
                        "action", Map.of("type", "set_stage", "stage", "qualified"),
                        "records",
                                List.of(
                                        Map.of("id", first, "version", 0),
                                        Map.of("id", second, "version", 0),
                                        Map.of("id", gone)))));
        assertThat(counts(job)).containsExactly(3, 1, 0, 2);
        JsonPath refused = tenant.get("/api/bulk-jobs/{id}/refused", UUID.fromString(job.getString("id")));
        assertThat(refused.getList("data.record_id")).containsExactly(first.toString(), gone.toString());
        assertThat(refused.getList("data.code")).containsExactly("stale", "not_found");
        assertThat(tenant.get(LEADS + "/{id}", second).getString("stage")).isEqualTo("qualified");
    }

    @Test
    void many_more_than_one_was_told_of_are_not_touched() {
        for (int i = 0; i < 5; i++) {
            lead("Site " + i, Map.of());
        }
        order(
                        tenant.unchecked(),
                        LEADS,
                        Map.of(
                                "action", Map.of("type", "delete"),
                                "question", Map.of("kind", "leads"),
                                "expected_count", 3))
                .statusCode(409)
                .body("type", equalTo("/docs/problems/other_count"));
        assertThat(tenant.get(LEADS).getList("data")).hasSize(5);
        List<String> ids = tenant.get(LEADS).getList("data.id");
        JsonPath job = ended(order(
                tenant.api(),
                LEADS,
                Map.of(
                        "action", Map.of("type", "delete"),
                        "question", Map.of("kind", "leads"),
                        "except_ids", ids.subList(0, 2),
                        "expected_count", 3)));
        assertThat(counts(job)).containsExactly(3, 3, 0, 0);
        assertThat(job.getBoolean("undoable")).isFalse();
        assertThat(tenant.get(LEADS).getList("data.id")).containsExactlyElementsOf(ids.subList(0, 2));
    }

    @Test
    void what_cannot_be_done_is_refused_before_anything_is() {
        UUID lead = lead("Ana", Map.of());
        List<Map<String, Object>> records = List.of(Map.of("id", lead));
        refused(Map.of("action", Map.of("type", "freeze"), "records", records), "action.type", "enum");
        refused(Map.of("action", Map.of("type", "set_stage"), "records", records), "action.stage", "required");
        refused(
                Map.of("action", Map.of("type", "set_stage", "stage", "gone"), "records", records),
                "action.stage",
                "enum");
        refused(
                Map.of("action", Map.of("type", "assign", "owner_id", UUID.randomUUID()), "records", records),
                "action.owner_id",
                "not_found");
        refused(Map.of("action", Map.of("type", "delete")), "records", "required");
        refused(
                Map.of(
                        "action", Map.of("type", "delete"),
                        "records", List.of(Map.of("id", lead), Map.of("id", lead))),
                "records[1].id",
                "duplicate");
        refused(
                Map.of("action", Map.of("type", "delete"), "question", Map.of("kind", "leads")),
                "expected_count",
                "required");
        refused(
                Map.of(
                        "action", Map.of("type", "delete"),
                        "question", Map.of("kind", "deals"),
                        "expected_count", 1),
                "question.kind",
                "value");
        refused(
                Map.of(
                        "action", Map.of("type", "delete"),
                        "question", Map.of("kind", "leads", "filters", Map.of("shoe_size", "42")),
                        "expected_count", 1),
                "question.filters.shoe_size",
                "unknown_parameter");
        assertThat(tenant.get(LEADS).getList("data")).hasSize(1);
    }

    @Test
    void only_what_the_caller_reaches_is_touched_and_the_job_is_its_own() {
        UUID role = tenant.create(
                "/api/roles",
                Map.of(
                        "name", "Own leads",
                        "permissions", List.of("crm.leads:read", "crm.leads:write"),
                        "record_scopes", Map.of("leads", "own")));
        Person own = Person.join(tenant, role.toString());
        UUID theirs = lead("Ana", Map.of("owner_id", tenant.adminId()));
        UUID mine = lead("Bia", Map.of("owner_id", own.id()));
        JsonPath job = ended(
                own.api(),
                order(
                        own.api(),
                        LEADS,
                        Map.of(
                                "action", Map.of("type", "add_tags", "tags", List.of("vip")),
                                "records", List.of(Map.of("id", theirs), Map.of("id", mine)))));
        assertThat(counts(job)).containsExactly(2, 1, 0, 1);
        assertThat(tenant.get(LEADS + "/{id}", theirs).getList("tags")).isEmpty();
        assertThat(tenant.get(LEADS + "/{id}", mine).getList("tags")).containsExactly("vip");
        tenant.api().get("/api/bulk-jobs/{id}", job.getString("id")).then().statusCode(404);
        TestTenant.register()
                .api()
                .get("/api/bulk-jobs/{id}", job.getString("id"))
                .then()
                .statusCode(404);
        // Who may not write does not begin.
        Person viewer = Person.join(tenant, "viewer");
        order(viewer.api(), LEADS, Map.of("action", Map.of("type", "delete"), "records", List.of(Map.of("id", mine))))
                .statusCode(403);
    }

    @Test
    void a_job_is_taken_back_once_but_for_what_somebody_has_changed_since() {
        UUID first = lead("Ana", Map.of("source", "site", "tags", List.of("b", "a")));
        UUID second = lead("Bia", Map.of());
        JsonPath job = ended(order(
                tenant.api(),
                LEADS,
                Map.of(
                        "action", Map.of("type", "add_tags", "tags", List.of("vip", "a")),
                        "records", List.of(Map.of("id", first), Map.of("id", second)))));
        assertThat(job.getBoolean("undoable")).isTrue();
        assertThat(tenant.get(LEADS + "/{id}", first).getList("tags")).containsExactly("b", "a", "vip");
        tenant.basedOn(1)
                .body(Map.of("name", "Beatriz"))
                .patch(LEADS + "/{id}", second)
                .then()
                .statusCode(200);
        JsonPath undo = ended(tenant.api()
                .post("/api/bulk-jobs/{id}/undo", job.getString("id"))
                .then());
        assertThat(counts(undo)).containsExactly(2, 1, 0, 1);
        assertThat(undo.getString("undo_of_id")).isEqualTo(job.getString("id"));
        assertThat(tenant.get(LEADS + "/{id}", first).getList("tags")).containsExactly("b", "a");
        assertThat(tenant.get(LEADS + "/{id}", second).getList("tags")).containsExactly("vip", "a");
        assertThat(tenant.get("/api/bulk-jobs/{id}/refused", UUID.fromString(undo.getString("id")))
                        .getList("data.code"))
                .containsExactly("stale");
        tenant.api()
                .post("/api/bulk-jobs/{id}/undo", job.getString("id"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/docs/problems/not_undoable"));
        // What takes back is not taken back.
        tenant.api()
                .post("/api/bulk-jobs/{id}/undo", undo.getString("id"))
                .then()
                .statusCode(409);
        assertThat(tenant.get("/api/bulk-jobs").getList("data.id"))
                .containsExactly(undo.getString("id"), job.getString("id"));
    }

    @Test
    void deals_move_contracts_freeze_and_activities_are_done_and_back() {
        JsonPath pipeline = tenant.get("/api/crm/pipelines");
        String from = pipeline.getString("data[0].stages[0].id");
        String to = pipeline.getString("data[0].stages[1].id");
        UUID deal = tenant.create("/api/crm/deals", Map.of("title", "Site", "stage_id", from));
        there_and_back("/api/crm/deals", deal, Map.of("type", "move", "stage_id", to), "stage_id", from, to);
        UUID task = tenant.create("/api/crm/activities", Map.of("type", "task", "subject", "Ligar"));
        there_and_back(
                "/api/crm/activities",
                task,
                Map.of("type", "complete", "outcome", "Feito"),
                "status",
                "open",
                "completed");
        UUID company = tenant.create("/api/crm/companies", Map.of("name", "Acme"));
        there_and_back(
                "/api/crm/companies",
                company,
                Map.of("type", "set_industry", "industry", "Educação"),
                "industry",
                null,
                "Educação");
        UUID contact = tenant.create("/api/crm/contacts", Map.of("name", "Ana"));
        there_and_back(
                "/api/crm/contacts",
                contact,
                Map.of("type", "set_company", "company_id", company),
                "company_id",
                null,
                company.toString());
        UUID customer = tenant.create("/api/customers", Map.of("name", "João", "kind", "person"));
        there_and_back(
                "/api/customers",
                customer,
                Map.of("type", "assign", "owner_id", tenant.adminId()),
                "account_manager_id",
                null,
                tenant.adminId().toString());
        UUID contract = tenant.create(
                "/api/contracts",
                Map.of(
                        "customer_id", customer,
                        "service_type", "hospedagem_site",
                        "title", "Site",
                        "billing_cycle", "monthly",
                        "amount_cents", 5000,
                        "start_on", "2026-01-31",
                        "status", "active"));
        there_and_back("/api/contracts", contract, Map.of("type", "freeze"), "status", "active", "frozen");
        JsonPath lost = ended(order(
                tenant.api(),
                "/api/crm/deals",
                Map.of("action", Map.of("type", "lose", "reason", "Preço"), "records", List.of(Map.of("id", deal)))));
        assertThat(counts(lost)).containsExactly(1, 1, 0, 0);
        assertThat(lost.getBoolean("undoable")).isFalse();
    }

    private void there_and_back(
            String path, UUID id, Map<String, Object> action, String field, String before, String after) {
        JsonPath job = ended(order(tenant.api(), path, Map.of("action", action, "records", List.of(Map.of("id", id)))));
        assertThat(counts(job)).as(path).containsExactly(1, 1, 0, 0);
        assertThat(tenant.get(path + "/{id}", id).getString(field)).isEqualTo(after);
        ended(tenant.api().post("/api/bulk-jobs/{id}/undo", job.getString("id")).then());
        assertThat(tenant.get(path + "/{id}", id).getString(field)).isEqualTo(before);
    }

    /** Whatever is done with whichever leads: taken back, each is as it was, but for those that somebody has changed since. */
    @Test
    void done_and_taken_back_leaves_every_row_as_it_was_unless_it_was_changed_since() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<UUID> people =
                List.of(tenant.adminId(), Person.join(tenant, "agent").id());
        List<String> tags = List.of("a", "b", "c");
        List<UUID> leads = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Map<String, Object> body = new HashMap<>();
            if (random.nextBoolean()) {
                body.put("source", List.of("site", "evento").get(random.nextInt(2)));
            }
            if (random.nextBoolean()) {
                body.put("owner_id", people.get(random.nextInt(2)));
            }
            body.put("tags", tags.subList(0, random.nextInt(4)));
            leads.add(lead("Lead " + i, body));
        }
        List<Supplier<Map<String, Object>>> actions = List.of(
                () -> Map.of("type", "assign", "owner_id", people.get(random.nextInt(2))),
                () -> Map.of("type", "assign"),
                () -> Map.of(
                        "type",
                        "set_stage",
                        "stage",
                        List.of("new", "contacted").get(random.nextInt(2))),
                () -> Map.of("type", "set_source", "source", "site"),
                () -> Map.of("type", "set_source"),
                () -> Map.of("type", "add_tags", "tags", List.of(tags.get(random.nextInt(3)), "d")),
                () -> Map.of("type", "remove_tags", "tags", List.of(tags.get(random.nextInt(3)))));
        for (int round = 0; round < 8; round++) {
            Map<String, Map<String, Object>> before = rows();
            List<Map<String, Object>> some = leads.stream()
                    .filter(lead -> random.nextInt(3) > 0)
                    .map(lead -> Map.<String, Object>of("id", lead))
                    .toList();
            Map<String, Object> action =
                    actions.get(random.nextInt(actions.size())).get();
            JsonPath job = ended(order(tenant.api(), LEADS, Map.of("action", action, "records", some)));
            assertThat(counts(job).get(1) + counts(job).get(2)).isEqualTo(some.size());
            if (job.getInt("done_count") == 0) {
                continue;
            }
            Set<String> touched = new HashSet<>();
            Map<String, Map<String, Object>> between = rows();
            between.forEach((id, row) -> {
                if (!row.equals(before.get(id)) && random.nextInt(4) == 0) {
                    int version =
                            tenant.get(LEADS + "/{id}", UUID.fromString(id)).getInt("version");
                    tenant.basedOn(version)
                            .body(Map.of("company_name", "Outra " + random.nextInt()))
                            .patch(LEADS + "/{id}", id)
                            .then()
                            .statusCode(200);
                    touched.add(id);
                }
            });
            Map<String, Map<String, Object>> changed = rows();
            JsonPath undo = ended(tenant.api()
                    .post("/api/bulk-jobs/{id}/undo", job.getString("id"))
                    .then());
            assertThat(undo.getInt("refused_count")).as("seed %d", seed).isEqualTo(touched.size());
            rows().forEach((id, row) -> assertThat(row)
                    .as("seed %d, %s of round with %s", seed, id, action)
                    .isEqualTo(touched.contains(id) ? changed.get(id) : before.get(id)));
        }
    }

    /** Every lead as the list shows it, but for what grows with each write. */
    private Map<String, Map<String, Object>> rows() {
        Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
        tenant.get(LEADS + "?limit=200&sort=created_at")
                .<Map<String, Object>>getList("data")
                .forEach(row -> {
                    Map<String, Object> one = new HashMap<>(row);
                    one.keySet().removeAll(BOOKKEEPING);
                    rows.put((String) row.get("id"), one);
                });
        return rows;
    }

    private UUID lead(String name, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("name", name);
        return tenant.create(LEADS, body);
    }

    private static ValidatableResponse order(RequestSpecification api, String path, Map<String, ?> body) {
        return api.body(body).post(path + "/bulk").then();
    }

    private void refused(Map<String, ?> body, String field, String code) {
        order(tenant.unchecked(), LEADS, body)
                .statusCode(400)
                .body("violations[0].field", equalTo(field))
                .body("violations[0].code", equalTo(code));
    }

    private JsonPath ended(ValidatableResponse accepted) {
        return ended(tenant.api(), accepted);
    }

    private static JsonPath ended(RequestSpecification api, ValidatableResponse accepted) {
        String id = accepted.statusCode(202).extract().path("id");
        Supplier<JsonPath> read = () ->
                api.get("/api/bulk-jobs/" + id).then().statusCode(200).extract().jsonPath();
        await().atMost(SOON)
                .until(() -> List.of("succeeded", "failed").contains(read.get().getString("status")));
        return read.get();
    }

    private static List<Integer> counts(JsonPath job) {
        return List.of(
                job.getInt("total_count"),
                job.getInt("done_count"),
                job.getInt("unchanged_count"),
                job.getInt("refused_count"));
    }
}
