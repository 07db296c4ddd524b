package dev.pulso.crm;

import static dev.pulso.crm.Sales.DEALS;
import static dev.pulso.crm.Sales.PIPELINES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.pulso.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StageRulesTest {
    private Sales sales;

    @BeforeEach
    void tenant() {
        sales = Sales.ofNewTenant();
    }

    @Test
    void what_a_stage_requires_is_asked_for_by_name_when_a_deal_comes_in() {
        change(
                2,
                Map.of("required_fields", List.of("amount", "company", "expected_close", "owner", "contact", "lines")));
        UUID deal = sales.aDeal(Map.of("title", "Site"));
        sales.move(deal, "Proposta")
                .statusCode(422)
                .body("type", endsWith("/fields_required"))
                .body(
                        "violations.field",
                        contains("amount_cents", "company_id", "contact_id", "expected_close_on", "owner_id", "lines"))
                .body("violations[0].pointer", equalTo("/amount_cents"))
                .body("violations[0].code", equalTo("required"));
        assertThat(sales.deal(deal).getUUID("stage_id")).isEqualTo(sales.stage("Novo"));
        sales.patch(
                        DEALS,
                        deal,
                        Map.of(
                                "amount_cents",
                                100,
                                "company_id",
                                sales.aCompany("ABC"),
                                "contact_id",
                                sales.aContact("Ana"),
                                "owner_id",
                                sales.tenant().adminId(),
                                "expected_close_on",
                                "2027-01-31"),
                        0)
                .statusCode(200);
        sales.move(deal, "Proposta").statusCode(422).body("violations.field", contains("lines"));
        sales.tenant()
                .create(
                        DEALS + "/" + deal + "/lines",
                        Map.of("description", "Site", "unit_price", "10", "charge", "one_off"));
        sales.move(deal, "Proposta").statusCode(200);
        // Where it is it stays, whatever it loses.
        int version = sales.deal(deal).getInt("version");
        Map<String, Object> cleared = new HashMap<>();
        cleared.put("company_id", null);
        sales.patch(DEALS, deal, cleared, version).statusCode(200);
        sales.move(deal, "Proposta").statusCode(200);
    }

    @Test
    void nobody_opens_wins_or_reopens_a_deal_past_what_its_stage_requires_but_anyone_loses_it() {
        change(0, Map.of("required_fields", List.of("amount")));
        change(5, Map.of("required_fields", List.of("company")));
        change(6, Map.of("required_fields", List.of("contact")));
        sales.tenant()
                .post(DEALS, Map.of("title", "Site"))
                .statusCode(422)
                .body("violations.field", contains("amount_cents"));
        UUID deal = sales.aDeal("Site", "Novo", 100);
        sales.win(deal, Map.of()).statusCode(422).body("violations.field", contains("company_id"));
        sales.lose(deal, "Preço").statusCode(200);
        sales.patch(DEALS, deal, Map.of("amount_cents", 0), sales.deal(deal).getInt("version"))
                .statusCode(200);
        sales.reopen(deal).statusCode(422).body("violations.field", contains("amount_cents"));
        // A lead becomes a deal as it is.
        UUID lead = sales.aLead(Map.of("name", "Bia"));
        sales.act(Sales.LEADS, lead, "convert", Map.of()).statusCode(201);
    }

    @Test
    void a_client_that_knows_no_rules_keeps_those_of_the_stages_it_saves() {
        change(2, Map.of("required_fields", List.of("owner", "amount"), "rotting_days", 4));
        JsonPath before = sales.read(PIPELINES, sales.pipeline());
        List<Map<String, Object>> plain = new ArrayList<>();
        before.<Map<String, Object>>getList("stages").forEach(stage -> {
            Map<String, Object> less = new HashMap<>(stage);
            less.remove("rotting_days");
            less.remove("required_fields");
            plain.add(less);
        });
        sales.patch(PIPELINES, sales.pipeline(), Map.of("stages", plain), before.getInt("version"))
                .statusCode(200)
                .body("stages[2].rotting_days", equalTo(4))
                .body("stages[2].required_fields", contains("amount", "owner"))
                .body("stages[0].rotting_days", equalTo(7));
    }

    @Test
    void marks_tell_what_lies_too_long_and_what_nobody_goes_on_with() {
        UUID fresh = sales.aDeal("Fresh");
        UUID rotting = sales.aDeal("Rotting");
        UUID rotten = sales.aDeal("Rotten");
        UUID lost = sales.aDeal("Lost");
        entered(rotting, 8);
        entered(rotten, 15);
        entered(lost, 30);
        sales.lose(lost, "Preço").statusCode(200);
        UUID call = activity(rotten, "2026-12-01T12:00:00Z");
        assertThat(titles("mark=rotting")).containsExactlyInAnyOrder("Rotting", "Rotten");
        assertThat(titles("mark=rotten")).containsExactly("Rotten");
        assertThat(titles("mark=no_next_step")).containsExactlyInAnyOrder("Fresh", "Rotting");
        assertThat(titles("mark=rotten,no_next_step")).hasSize(3);
        sales.tenant().step("/api/crm/activities/" + call + "/complete", 0).statusCode(200);
        assertThat(titles("mark=no_next_step")).hasSize(3);
        JsonPath board = sales.board("?mark=rotting");
        assertThat(board.getInt("stages[0].count")).isEqualTo(2);
        assertThat(board.getList("stages[0].deals.title")).hasSize(2);
        change(0, Map.of("rotting_days", 0));
        assertThat(titles("mark=rotting")).isEmpty();
        assertThat(fresh).isNotNull();
    }

    @Test
    void the_next_step_is_the_open_activity_that_is_due_first() {
        UUID deal = sales.aDeal("Site");
        UUID other = sales.aDeal("Loja");
        activity(deal, "2026-12-05T12:00:00Z");
        UUID first = activity(deal, "2026-12-01T12:00:00Z");
        JsonPath steps = sales.tenant().get("/api/crm/next-steps?deal_ids=" + deal + "," + other);
        assertThat(steps.getList("data.deal_id")).containsExactly(deal.toString());
        assertThat(steps.getUUID("data[0].activity_id")).isEqualTo(first);
        assertThat(steps.getString("data[0].type")).isEqualTo("call");
        sales.tenant()
                .api()
                .get("/api/crm/next-steps?deal_ids=" + UUID.randomUUID())
                .then()
                .body("data", hasSize(0));
        assertThat(Sales.ofNewTenant()
                        .tenant()
                        .get("/api/crm/next-steps?deal_ids=" + deal)
                        .getList("data"))
                .isEmpty();
    }

    @Test
    void the_deals_of_a_stage_that_goes_are_put_below_those_of_another() {
        sales.aDeal("P1", "Proposta", 100);
        sales.aDeal("P2", "Proposta", 100);
        UUID first = sales.aDeal("Q1", "Qualificado", 200);
        sales.aDeal("Q2", "Qualificado", 200);
        JsonPath before = sales.read(PIPELINES, sales.pipeline());
        List<Map<String, Object>> without = new ArrayList<>(before.getList("stages"));
        without.remove(1);
        Map<String, Object> merge =
                Map.of("from_stage_id", sales.stage("Qualificado"), "to_stage_id", sales.stage("Proposta"));
        sales.patch(PIPELINES, sales.pipeline(), Map.of("stages", without), 0).statusCode(409);
        sales.patch(PIPELINES, sales.pipeline(), Map.of("stages", without, "merges", List.of(merge)), 0)
                .statusCode(200)
                .body("stages", hasSize(6));
        assertThat(sales.cards("Proposta")).containsExactly("P2", "P1", "Q2", "Q1");
        assertThat(sales.deal(first).getInt("version")).isEqualTo(1);
        assertThat(sales.fact(first, "deal.stage_changed").getString("to_stage_id"))
                .isEqualTo(sales.stage("Proposta").toString());
        assertThat(stays(first)).containsExactly(sales.stage("Qualificado"), sales.stage("Proposta"));
        JsonPath board = sales.board("");
        assertThat(board.getLong("stages[1].amount_cents")).isEqualTo(600);
        // And a card still goes between them.
        sales.moveAfter(first, "Proposta", first).statusCode(200);
    }

    @Test
    void deals_go_to_an_open_stage_that_stays_and_nowhere_else() {
        List<Map<String, Object>> without =
                new ArrayList<>(sales.read(PIPELINES, sales.pipeline()).getList("stages"));
        without.remove(1);
        for (Map<String, Object> merge : List.<Map<String, Object>>of(
                Map.of("from_stage_id", sales.stage("Qualificado"), "to_stage_id", sales.stage("Ganho")),
                Map.of("from_stage_id", sales.stage("Proposta"), "to_stage_id", sales.stage("Novo")),
                Map.of("from_stage_id", sales.stage("Qualificado"), "to_stage_id", sales.stage("Qualificado")),
                Map.of("from_stage_id", UUID.randomUUID(), "to_stage_id", sales.stage("Novo")))) {
            sales.patch(PIPELINES, sales.pipeline(), Map.of("stages", without, "merges", List.of(merge)), 0)
                    .statusCode(400)
                    .body("violations[0].code", equalTo("open"));
        }
    }

    @Test
    void a_deal_tells_how_long_it_was_where() {
        UUID deal = sales.aDeal("Site");
        sales.move(deal, "Proposta").statusCode(200);
        sales.patch(DEALS, deal, Map.of("amount_cents", 500), 1).statusCode(200);
        sales.move(deal, "Novo").statusCode(200);
        assertThat(stays(deal)).containsExactly(sales.stage("Novo"), sales.stage("Proposta"), sales.stage("Novo"));
        JsonPath told = sales.tenant().get(DEALS + "/{id}/stages", deal);
        assertThat(told.getString("data[0].left_at")).isEqualTo(told.getString("data[1].entered_at"));
        assertThat(told.getString("data[2].left_at")).isNull();
        assertThat(told.getLong("data[2].seconds")).isNotNegative();
        sales.tenant()
                .api()
                .get(DEALS + "/{id}/stages", UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void kept_totals_are_those_of_the_deals_whatever_happens_to_them_at_once() {
        Random random = new Random(67);
        List<UUID> deals = new ArrayList<>();
        List<String> open = List.of("Novo", "Qualificado", "Proposta");
        for (int i = 0; i < 12; i++) {
            deals.add(sales.aDeal("D" + i, open.get(i % 3), 100L * i));
        }
        List<Supplier<Integer>> acts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            UUID deal = deals.get(random.nextInt(deals.size()));
            String stage = open.get(random.nextInt(3));
            int cents = random.nextInt(1000);
            int kind = random.nextInt(8);
            acts.add(() -> (switch (kind) {
                        case 0 -> sales.lose(deal, "Preço");
                        case 1 -> sales.reopen(deal);
                        case 2 -> sales.win(deal, Map.of());
                        case 3 ->
                            sales.patch(
                                    DEALS,
                                    deal,
                                    Map.of("amount_cents", cents),
                                    sales.deal(deal).getInt("version"));
                        case 4 -> folded(sales.move(deal, stage));
                        default -> sales.move(deal, stage);
                    })
                    .extract()
                    .statusCode());
        }
        assertThat(Sales.atOnce(acts)).contains(200).allMatch(status -> status < 500);
        assertKept();
        folded(null);
        assertKept();
        // One row for each stage and currency that has a deal.
        assertThat(sales.count("deal_totals")).isLessThanOrEqualTo(5);
    }

    @Test
    void who_sees_own_deals_sees_own_totals() {
        UUID role = sales.tenant()
                .create(
                        "/api/roles",
                        Map.of(
                                "name",
                                "Own",
                                "permissions",
                                List.of("crm.deals:read", "crm.deals:write", "crm.pipelines:read"),
                                "record_scopes",
                                Map.of("deals", "own")));
        Person rui = Person.join(sales.tenant(), role.toString());
        sales.aDeal("Others", "Novo", 100);
        UUID given = rui.api()
                .body(Map.of("title", "Own", "amount_cents", 7))
                .post(DEALS)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("id");
        String board = PIPELINES + "/" + sales.pipeline() + "/board";
        rui.api().get(board).then().body("stages[0].count", equalTo(1)).body("stages[0].amount_cents", equalTo(7));
        assertThat(sales.board("").getInt("stages[0].count")).isEqualTo(2);
        assertThat(sales.board("?owner_id=" + rui.id()).getInt("stages[0].count"))
                .isEqualTo(1);
        sales.patch(DEALS, given, Map.of("owner_id", sales.tenant().adminId()), 0)
                .statusCode(200);
        rui.api().get(board).then().body("stages[0].count", equalTo(0));
        assertKept();
    }

    private ValidatableResponse folded(ValidatableResponse answer) {
        sales.sql("select fold_deal_totals()", Tuple.tuple());
        return answer;
    }

    private void assertKept() {
        Map<UUID, List<Long>> kept = new HashMap<>();
        for (Row row : sales.sql(
                "select stage_id, sum(deals)::bigint as deals, sum(amount_cents)::bigint as cents from deal_totals"
                        + " group by stage_id having sum(deals) <> 0",
                Tuple.tuple())) {
            kept.put(row.getUUID("stage_id"), List.of(row.getLong("deals"), row.getLong("cents")));
        }
        Map<UUID, List<Long>> counted = new HashMap<>();
        for (Row row : sales.sql(
                "select stage_id, count(*) as deals, sum(amount_cents)::bigint as cents from deals group by stage_id",
                Tuple.tuple())) {
            counted.put(row.getUUID("stage_id"), List.of(row.getLong("deals"), row.getLong("cents")));
        }
        assertThat(kept).isEqualTo(counted).isNotEmpty();
    }

    private void change(int stage, Map<String, Object> rules) {
        JsonPath pipeline = sales.read(PIPELINES, sales.pipeline());
        List<Map<String, Object>> stages = new ArrayList<>(pipeline.getList("stages"));
        stages.get(stage).putAll(rules);
        sales.patch(PIPELINES, sales.pipeline(), Map.of("stages", stages), pipeline.getInt("version"))
                .statusCode(200);
    }

    private void entered(UUID deal, int daysAgo) {
        sales.sql(
                "update deals set stage_entered_at = now() - make_interval(days => $2) where id = $1",
                Tuple.of(deal, daysAgo));
    }

    private UUID activity(UUID deal, String dueAt) {
        return sales.tenant()
                .create(
                        "/api/crm/activities",
                        Map.of("type", "call", "subject", "Ligar", "deal_id", deal, "due_at", dueAt));
    }

    private List<String> titles(String query) {
        return sales.tenant().get(DEALS + "?" + query).getList("data.title");
    }

    private List<UUID> stays(UUID deal) {
        return sales.tenant().get(DEALS + "/{id}/stages", deal).getList("data.stage_id", String.class).stream()
                .map(UUID::fromString)
                .toList();
    }
}
