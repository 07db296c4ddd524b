package dev.pulso.crm;

import static dev.pulso.crm.Sales.LEADS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.pulso.testing.Operator;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each point of a lead's score tells where it comes from. */
@QuarkusTest
class LeadScoresTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Map<String, Object> QUALIFIED = Map.of(
            "name", "Ana",
            "bant_budget", "R$ 1.000 - R$ 5.000/mês",
            "bant_authority", "Sim, sou o decisor",
            "bant_need", "Melhorar a conversão de vendas",
            "bant_timeline", "Próximos 30 dias");

    private Sales sales;
    private TestTenant tenant;

    @BeforeEach
    void tenant() {
        sales = Sales.ofNewTenant();
        tenant = sales.tenant();
    }

    @Test
    void a_lead_is_scored_by_its_answers_and_each_line_says_why() {
        UUID lead = sales.aLead(QUALIFIED);
        JsonPath read = sales.read(LEADS, lead);
        assertThat(read.getInt("score")).isEqualTo(77);
        assertThat(read.getInt("bant_score")).isEqualTo(77);
        assertThat(read.getInt("score_threshold")).isEqualTo(70);
        assertThat(read.getString("bant_need")).isEqualTo("Melhorar a conversão de vendas");
        JsonPath score = score(lead);
        assertThat(score.getInt("total")).isEqualTo(77);
        assertThat(score.getList("lines.rule"))
                .containsExactly("bant_budget", "bant_authority", "bant_need", "bant_timeline", "bant_scale");
        assertThat(score.getList("lines.points")).containsExactly(30, 30, 25, 15, -23);
        assertThat(score.getString("lines[0].value")).isEqualTo("R$ 1.000 - R$ 5.000/mês");
        assertThat(score.getString("lines[0].source.type")).isEqualTo("field");
        assertThat(score.getList("history")).hasSize(1);
        assertThat(sales.fact(lead, "lead.score_crossed").getMap())
                .containsEntry("threshold", 70)
                .containsEntry("direction", "up")
                .containsEntry("score", 77);
        assertThat(sales.fact(lead, "lead.created").getInteger("bant_score")).isEqualTo(77);
    }

    @Test
    void a_score_that_somebody_says_counts_until_an_answer_is_given() {
        UUID lead = sales.aLead(Map.of("name", "Ana", "bant_score", 64));
        assertThat(sales.read(LEADS, lead).getInt("score")).isEqualTo(64);
        assertThat(score(lead).getList("lines.rule")).containsExactly("bant_score");
        edit(lead, Map.of("bant_authority", "Participo da decisão")).statusCode(200);
        assertThat(sales.read(LEADS, lead).getInt("bant_score")).isEqualTo(15);
        edit(lead, Map.of("bant_score", 90)).statusCode(200);
        assertThat(sales.read(LEADS, lead).getInt("bant_score")).isEqualTo(90);
        assertThat(sales.read(LEADS, lead).getString("bant_authority")).isEqualTo("Participo da decisão");
    }

    @Test
    void an_answer_that_is_taken_back_takes_its_points_along() {
        UUID lead = sales.aLead(QUALIFIED);
        Map<String, Object> nothing = new HashMap<>();
        List.of("bant_budget", "bant_authority", "bant_need", "bant_timeline")
                .forEach(field -> nothing.put(field, null));
        edit(lead, nothing).statusCode(200);
        assertThat(sales.read(LEADS, lead).getInt("score")).isZero();
        assertThat(score(lead).getList("history.total")).containsExactly(0, 77);
    }

    @Test
    void what_a_lead_did_is_told_by_other_systems_and_counts_once() {
        UUID lead = sales.aLead(Map.of("name", "Ana"));
        for (int i = 0; i < 6; i++) {
            for (int twice = 0; twice < 2; twice++) {
                signal(lead, Map.of("type", "email_open", "external_id", "open-" + i))
                        .statusCode(201);
            }
        }
        JsonPath score = score(lead);
        assertThat(score.getList("lines.rule")).containsExactly("email_opens");
        assertThat(score.getString("lines[0].value")).isEqualTo("6");
        assertThat(score.getString("lines[0].source.type")).isEqualTo("signal");
        assertThat(sales.read(LEADS, lead).getInt("score")).isEqualTo(10);
        signal(
                        lead,
                        Map.of(
                                "type",
                                "email_open",
                                "occurred_at",
                                Instant.now().plusSeconds(3600).toString()))
                .statusCode(400)
                .body("violations[0].field", equalTo("occurred_at"));
    }

    @Test
    void calls_and_meetings_that_were_held_are_conversations() {
        UUID lead = sales.aLead(Map.of("name", "Ana"));
        for (String type : List.of("call", "meeting", "call", "meeting")) {
            UUID activity =
                    tenant.create("/api/crm/activities", Map.of("type", type, "subject", "Falar", "lead_id", lead));
            sales.act("/api/crm/activities", activity, "complete", Map.of()).statusCode(200);
        }
        await().atMost(SOON).until(() -> sales.read(LEADS, lead).getInt("score") == 15);
        assertThat(score(lead).getString("lines[0].source.type")).isEqualTo("activity");
    }

    @Test
    void a_call_that_is_written_down_afterwards_counts_as_one() {
        UUID lead = sales.aLead(Map.of("name", "Ana"));
        for (int i = 0; i < 4; i++) {
            tenant.create(
                    "/api/crm/activities",
                    Map.of(
                            "type",
                            "call",
                            "subject",
                            "Falamos",
                            "lead_id",
                            lead,
                            "completed_at",
                            Instant.now().minusSeconds(60).toString()));
        }
        await().atMost(SOON).until(() -> sales.read(LEADS, lead).getInt("score") == 15);
    }

    @Test
    void half_of_what_a_lead_did_is_gone_after_thirty_days_and_the_job_tells_of_the_fall() {
        Operator.sandbox(tenant.id());
        replaceRules(rules -> rules.put("thresholds", List.of(25))).statusCode(200);
        UUID lead = sales.aLead(Map.of("name", "Ana"));
        for (int i = 0; i < 6; i++) {
            signal(lead, Map.of("type", "email_open")).statusCode(201);
            signal(lead, Map.of("type", "conversation")).statusCode(201);
        }
        assertThat(sales.read(LEADS, lead).getInt("score")).isEqualTo(25);
        int version = sales.read(LEADS, lead).getInt("version");
        tenant.post(
                        "/api/tenant/clock",
                        Map.of("to", Instant.now().plus(Duration.ofDays(30)).toString()))
                .statusCode(200);
        runJob();
        JsonPath after = sales.read(LEADS, lead);
        // 5 of 10, and 7.5 of 15: half a point is a point still.
        assertThat(after.getInt("score")).isEqualTo(13);
        assertThat(after.getInt("version")).isGreaterThan(version);
        assertThat(score(lead).getList("lines.points")).containsExactly(10, -5, 15, -7);
        assertThat(sales.facts(lead).stream()
                        .filter(fact -> fact.getKey().equals("lead.score_crossed"))
                        .map(fact -> fact.getValue().getString("direction")))
                .containsExactly("up", "down");
        int settled = after.getInt("version");
        runJob();
        assertThat(sales.read(LEADS, lead).getInt("version")).isEqualTo(settled);
    }

    @Test
    void a_person_decides_on_a_line_with_a_reason_and_takes_it_back() {
        UUID lead = sales.aLead(QUALIFIED);
        int version = sales.read(LEADS, lead).getInt("version");
        override(lead, "bant_budget", version, 50, "Confirmou a verba por telefone")
                .statusCode(200)
                .body("total", equalTo(92))
                .body("lines[0].points", equalTo(50))
                .body("lines[0].computed_points", equalTo(30))
                .body("lines[0].overridden", equalTo(true))
                .body("lines[0].overridden_by_id", equalTo(tenant.adminId().toString()))
                .body("lines[0].reason", equalTo("Confirmou a verba por telefone"));
        override(lead, "bant_budget", version, 10, "Outra vez").statusCode(412);
        assertThat(sales.read(LEADS, lead).getInt("score")).isEqualTo(92);
        tenant.api()
                .delete(LEADS + "/{id}/score/lines/bant_budget", lead)
                .then()
                .statusCode(204);
        tenant.api()
                .delete(LEADS + "/{id}/score/lines/bant_budget", lead)
                .then()
                .statusCode(204);
        assertThat(sales.read(LEADS, lead).getInt("score")).isEqualTo(77);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bant_scale", "fit_cap", "email_opens_decay"})
    void what_follows_from_other_lines_is_not_decided_on(String rule) {
        UUID lead = sales.aLead(QUALIFIED);
        override(lead, rule, sales.read(LEADS, lead).getInt("version"), 50, "x")
                .statusCode(400)
                .body("violations[0].code", equalTo("not_overridable"));
    }

    @Test
    void the_score_of_a_converted_lead_is_history() {
        UUID lead = sales.aLead(QUALIFIED);
        sales.act(LEADS, lead, "convert", Map.of()).statusCode(201);
        override(lead, "bant_budget", sales.read(LEADS, lead).getInt("version"), 50, "x")
                .statusCode(409);
        signal(lead, Map.of("type", "email_open")).statusCode(201);
        assertThat(score(lead).getInt("total")).isEqualTo(77);
    }

    @Test
    void leads_are_scored_anew_by_new_rules_and_keep_what_they_were() {
        UUID lead = sales.aLead(QUALIFIED);
        replaceRules(rules -> rules.put(
                        "budget",
                        Map.of(
                                "maximum",
                                50,
                                "options",
                                List.of(answer("R$ 1.000 - R$ 5.000/mês", 50)),
                                "keywords",
                                List.of())))
                .statusCode(200)
                .body("version", equalTo(1));
        await().atMost(SOON).until(() -> sales.read(LEADS, lead).getInt("score") == 92);
        JsonPath score = score(lead);
        assertThat(score.getList("history.total")).containsExactly(92, 77);
        assertThat(score.getList("lines.version")).containsOnly(1);
    }

    @Test
    void rules_are_replaced_by_who_knows_them() {
        JsonPath usual = tenant.get("/api/crm/lead-scoring");
        assertThat(usual.getInt("version")).isZero();
        assertThat(usual.getInt("bant_maximum")).isEqualTo(130);
        assertThat(usual.getList("rules.points")).containsExactly(10, 15, 20);
        Supplier<Integer> replace = () -> replaceRules(rules -> {}).extract().statusCode();
        assertThat(Sales.atOnce(List.of(replace, replace, replace)))
                .containsOnlyOnce(200)
                .containsOnly(200, 412);
        replaceRules(rules -> rules.put("rules", List.of(rule("bant_budget")))).statusCode(400);
        replaceRules(rules -> rules.put("rules", List.of(rule("x_decay")))).statusCode(400);
        replaceRules(rules -> rules.put("rules", List.of(rule("a"), rule("a")))).statusCode(400);
        replaceRules(rules -> rules.put("thresholds", List.of(70, 70))).statusCode(400);
        tenant.as(TestTenant.Role.agent).get("/api/crm/lead-scoring").then().statusCode(200);
        tenant.as(TestTenant.Role.agent)
                .header("If-Match", "*")
                .body(body(rules -> {}))
                .put("/api/crm/lead-scoring")
                .then()
                .statusCode(403);
    }

    @Test
    void leads_are_listed_by_score() {
        sales.aLead(Map.of("name", "A", "bant_score", 10));
        sales.aLead(Map.of("name", "B", "bant_score", 90));
        sales.aLead(Map.of("name", "C", "bant_score", 50));
        assertThat(tenant.get(LEADS + "?sort=-score").getList("data.name")).containsExactly("B", "C", "A");
        assertThat(tenant.get(LEADS + "?score_from=50&sort=score").getList("data.name"))
                .containsExactly("C", "B");
    }

    @Test
    void sources_are_the_companys_own_list_and_details_are_kept_beside_them() {
        JsonPath usual = tenant.get("/api/crm/lead-sources");
        assertThat(usual.getList("sources.key")).contains("site", "indicacao");
        tenant.basedOn(0)
                .body(Map.of("sources", List.of(Map.of("key", "feira", "name", "Feira 🎪"))))
                .put("/api/crm/lead-sources")
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("sources[0].name", equalTo("Feira 🎪"));
        tenant.basedOn(0)
                .body(Map.of("sources", List.of()))
                .put("/api/crm/lead-sources")
                .then()
                .statusCode(412);
        UUID lead = sales.aLead(Map.of(
                "name",
                "Ana",
                "source",
                "fax",
                "source_details",
                Map.of("utm_campaign", "black-friday", "page", "/precos")));
        Map<String, Object> change = new HashMap<>();
        change.put("page", null);
        change.put("utm_medium", "cpc");
        edit(lead, Map.of("source_details", change))
                .statusCode(200)
                .body("source_details.utm_campaign", equalTo("black-friday"))
                .body("source_details.utm_medium", equalTo("cpc"))
                .body("source_details.page", equalTo(null));
    }

    @Test
    void tags_are_found_whatever_their_spelling_and_follow_the_lead() {
        UUID ana = sales.aLead(Map.of("name", "Ana", "tags", List.of("Imobiliária", "VIP")));
        sales.aLead(Map.of("name", "Bia", "tags", List.of("vip", "👍 sim")));
        assertThat(tenant.get("/api/tags").getList("data.name"))
                .containsExactlyInAnyOrder("Imobiliária", "VIP", "👍 sim");
        assertThat(tagged("VIP")).containsExactlyInAnyOrder("Ana", "Bia");
        assertThat(tagged("imobiliaria")).containsExactly("Ana");
        assertThat(tagged("👍 sim")).containsExactly("Bia");
        edit(ana, Map.of("tags", List.of("novo"))).statusCode(200);
        assertThat(tagged("VIP")).containsExactly("Bia");
        tenant.api().delete(LEADS + "/{id}", ana).then().statusCode(204);
        assertThat(tagged("novo")).isEmpty();
        assertThat(sales.sql("select 1 from record_tags where record_id = $1", Tuple.of(ana))
                        .rowCount())
                .isZero();
    }

    @Test
    void two_who_bring_the_same_new_tags_at_once_share_them() {
        List<Supplier<Integer>> brings = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            List<String> tags = i % 2 == 0 ? List.of("a", "b", "c") : List.of("c", "b", "a");
            brings.add(() -> tenant.post(LEADS, Map.of("name", "Ana", "tags", tags))
                    .extract()
                    .statusCode());
        }
        assertThat(Sales.atOnce(brings)).containsOnly(201);
        assertThat(tagged("a")).hasSize(8);
        assertThat(sales.count("tags")).isEqualTo(3);
    }

    private List<String> tagged(String tag) {
        return tenant.api()
                .queryParam("tag", tag)
                .get(LEADS)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("data.name");
    }

    private JsonPath score(UUID lead) {
        return tenant.get(LEADS + "/{id}/score", lead);
    }

    private ValidatableResponse edit(UUID lead, Map<String, Object> body) {
        return sales.patch(LEADS, lead, body, sales.read(LEADS, lead).getInt("version"));
    }

    private ValidatableResponse signal(UUID lead, Map<String, Object> body) {
        return tenant.post(LEADS + "/" + lead + "/signals", body);
    }

    private ValidatableResponse override(UUID lead, String rule, int version, int points, String reason) {
        return tenant.basedOn(version)
                .body(Map.of("points", points, "reason", reason))
                .put(LEADS + "/{id}/score/lines/{rule}", lead, rule)
                .then();
    }

    private ValidatableResponse replaceRules(java.util.function.Consumer<Map<String, Object>> change) {
        Map<String, Object> body = body(change);
        int version = tenant.get("/api/crm/lead-scoring").getInt("version");
        return tenant.basedOn(version).body(body).put("/api/crm/lead-scoring").then();
    }

    private Map<String, Object> body(java.util.function.Consumer<Map<String, Object>> change) {
        Map<String, Object> body =
                new HashMap<>(tenant.get("/api/crm/lead-scoring").getMap(""));
        body.remove("version");
        body.remove("bant_maximum");
        change.accept(body);
        return body;
    }

    private static Map<String, Object> rule(String key) {
        return Map.of("key", key, "name", "Regra", "input", "company_size", "more_than", 1, "points", 1);
    }

    private static Map<String, Object> answer(String text, int points) {
        return Map.of("text", text, "points", points);
    }

    private void runJob() {
        String run = tenant.post("/api/jobs/lead-scores/runs", Map.of())
                .statusCode(202)
                .extract()
                .path("id");
        await().atMost(SOON)
                .until(() -> tenant.get("/api/jobs/runs/{id}", run)
                        .getString("status")
                        .equals("succeeded"));
    }
}
