package dev.pulso.crm;

import static dev.pulso.crm.Sales.DEALS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DealMovesTest {
    private Sales sales;

    @BeforeEach
    void tenant() {
        sales = Sales.ofNewTenant();
    }

    @Test
    void a_card_goes_to_the_top_of_a_stage_unless_told_where() {
        sales.aDeal("A", "Proposta", 0);
        UUID deal = sales.aDeal("B");
        sales.move(deal, "Proposta")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("stage_id", equalTo(sales.stage("Proposta").toString()))
                .body("status", equalTo("open"));
        assertThat(sales.cards("Proposta")).containsExactly("B", "A");
        assertThat(sales.cards("Novo")).isEmpty();
    }

    @Test
    void a_card_goes_right_below_or_right_above_another() {
        UUID c = sales.aDeal("C");
        UUID b = sales.aDeal("B");
        UUID a = sales.aDeal("A");
        sales.moveAfter(a, "Novo", b).statusCode(200);
        assertThat(sales.cards("Novo")).containsExactly("B", "A", "C");
        sales.moveAfter(b, "Novo", c).statusCode(200);
        assertThat(sales.cards("Novo")).containsExactly("A", "C", "B");
        sales.moveBefore(b, "Novo", c).statusCode(200);
        assertThat(sales.cards("Novo")).containsExactly("A", "B", "C");
        sales.moveBefore(c, "Novo", a).statusCode(200);
        assertThat(sales.cards("Novo")).containsExactly("C", "A", "B");
    }

    @Test
    void a_neighbour_that_has_gone_is_ignored() {
        UUID b = sales.aDeal("B");
        UUID a = sales.aDeal("A");
        UUID gone = sales.aDeal("Gone", "Proposta", 0);
        sales.moveAfter(a, "Novo", gone).statusCode(200);
        assertThat(sales.cards("Novo")).containsExactly("A", "B");
        sales.act(DEALS, a, "move", Map.of("stage_id", sales.stage("Novo"), "after_id", gone, "before_id", b))
                .statusCode(200);
        assertThat(sales.cards("Novo")).containsExactly("A", "B");
        sales.act(
                        DEALS,
                        a,
                        "move",
                        Map.of("stage_id", sales.stage("Novo"), "after_id", b, "before_id", UUID.randomUUID()))
                .statusCode(200);
        assertThat(sales.cards("Novo")).containsExactly("B", "A");
        sales.moveAfter(a, "Novo", a).statusCode(200);
        assertThat(sales.cards("Novo")).containsExactly("A", "B");
    }

    @Test
    void a_drop_writes_one_row() {
        List<UUID> deals =
                IntStream.range(0, 5).mapToObj(i -> sales.aDeal("D" + i)).toList();
        Map<UUID, String> before = positions();
        sales.moveAfter(deals.get(4), "Novo", deals.get(1)).statusCode(200);
        Map<UUID, String> after = positions();
        assertThat(deals.stream().filter(id -> !before.get(id).equals(after.get(id))))
                .containsExactly(deals.get(4));
    }

    @Test
    void a_change_of_stage_is_a_fact_a_change_of_place_is_none() {
        UUID a = sales.aDeal("A");
        UUID b = sales.aDeal("B");
        sales.moveAfter(b, "Novo", a).statusCode(200);
        assertThat(sales.facts(b)).extracting(Map.Entry::getKey).containsExactly("deal.created");
        String entered = sales.deal(b).getString("stage_entered_at");
        sales.move(b, "Proposta").statusCode(200);
        assertThat(sales.fact(b, "deal.stage_changed").getString("from_stage_id"))
                .isEqualTo(sales.stage("Novo").toString());
        assertThat(sales.fact(b, "deal.stage_changed").getString("to_stage_id"))
                .isEqualTo(sales.stage("Proposta").toString());
        assertThat(sales.deal(b).getString("stage_entered_at")).isNotEqualTo(entered);
    }

    @Test
    void won_and_lost_stages_are_reached_by_winning_and_losing_only() {
        UUID deal = sales.aDeal("A");
        sales.move(deal, "Ganho").statusCode(409).body("violations[0].field", equalTo("stage_id"));
        sales.move(deal, "Perdido").statusCode(409);
        sales.lose(deal, "Preço").statusCode(200);
        sales.move(deal, "Novo").statusCode(409);
        sales.move(deal, "Perdido").statusCode(409);
    }

    @Test
    void a_card_stays_in_its_pipeline() {
        UUID other =
                sales.tenant().create(Sales.PIPELINES, Map.of("name", "Outro", "stages", PipelinesTest.threeStages()));
        UUID deal = sales.aDeal("A");
        String stage = sales.read(Sales.PIPELINES, other).getString("stages[0].id");
        for (Object wrong : List.of(stage, UUID.randomUUID())) {
            sales.act(DEALS, deal, "move", Map.of("stage_id", wrong))
                    .statusCode(400)
                    .body("violations.field", contains("stage_id"));
        }
        sales.act(DEALS, UUID.randomUUID(), "move", Map.of("stage_id", sales.stage("Novo")))
                .statusCode(404);
        sales.tenant()
                .unchecked()
                .body(Map.of())
                .post(DEALS + "/{id}/move", deal)
                .then()
                .statusCode(400);
    }

    @Test
    void a_drop_based_on_an_old_version_is_refused() {
        UUID deal = sales.aDeal("A");
        Map<String, Object> drop = Map.of("stage_id", sales.stage("Proposta"));
        sales.act(DEALS, deal, "move", drop, 0).statusCode(200);
        sales.act(DEALS, deal, "move", drop, 0).statusCode(412);
    }

    @Test
    void cards_that_share_a_key_are_pulled_apart_when_somebody_drops_between_them() {
        List<UUID> deals =
                IntStream.range(0, 6).mapToObj(i -> sales.aDeal("D" + i)).toList();
        sales.sql("update deals set position = 'V'", Tuple.tuple());
        List<String> tied = sales.cards("Novo");
        // Ids grow with time, and tied cards are ordered by id.
        assertThat(tied).containsExactly("D0", "D1", "D2", "D3", "D4", "D5");
        sales.moveAfter(deals.get(5), "Novo", deals.get(1)).statusCode(200);
        assertThat(sales.cards("Novo")).containsExactly("D0", "D1", "D5", "D2", "D3", "D4");
        assertThat(positions().values()).doesNotHaveDuplicates();
        sales.sql("update deals set position = 'V'", Tuple.tuple());
        sales.moveBefore(deals.get(0), "Novo", deals.get(4)).statusCode(200);
        assertThat(sales.cards("Novo")).containsExactly("D1", "D2", "D3", "D0", "D4", "D5");
    }

    @Test
    void drops_among_tied_cards_at_once_wait_for_each_other_and_all_succeed() {
        List<UUID> deals =
                IntStream.range(0, 10).mapToObj(i -> sales.aDeal("D" + i)).toList();
        sales.sql("update deals set position = 'V'", Tuple.tuple());
        List<Supplier<Integer>> drops = IntStream.range(0, 8)
                .<Supplier<Integer>>mapToObj(i ->
                        () -> sales.moveAfter(deals.get(9 - i % 4), i % 3 == 0 ? "Proposta" : "Novo", deals.get(i % 4))
                                .extract()
                                .statusCode())
                .toList();
        assertThat(Sales.atOnce(drops)).containsOnly(200);
        List<String> all = new ArrayList<>(sales.cards("Novo"));
        all.addAll(sales.cards("Proposta"));
        assertThat(all).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void many_tied_cards_are_pulled_apart_however_many() {
        sales.aDeal("Seed");
        sales.sql(
                "insert into deals (tenant_id, id, title, currency, pipeline_id, stage_id, position)"
                        + " select tenant_id, gen_random_uuid(), 'T', 'BRL', pipeline_id, stage_id, 'V'"
                        + " from deals cross join generate_series(1, 300)",
                Tuple.tuple());
        UUID middle = UUID.fromString(sales.tenant()
                .get(DEALS + "?sort=position&limit=200&stage_id=" + sales.stage("Novo"))
                .getString("data[150].id"));
        UUID moved = sales.aDeal("Moved");
        sales.moveAfter(moved, "Novo", middle).statusCode(200);
        List<String> ids = sales.tenant()
                .get(DEALS + "?sort=position&limit=200&stage_id=" + sales.stage("Novo"))
                .getList("data.id");
        assertThat(ids.indexOf(moved.toString())).isEqualTo(ids.indexOf(middle.toString()) + 1);
    }

    @Test
    void keys_that_have_grown_long_are_shortened_and_versions_stay() {
        List<UUID> deals =
                IntStream.range(0, 4).mapToObj(i -> sales.aDeal("D" + i)).toList();
        // As after hundreds of drops into one gap: the keys of D1 and D2 are long and differ at their end.
        String longKey = "V".repeat(45);
        sales.sql("update deals set position = $2 where id = $1", Tuple.of(deals.get(1), longKey + "1"));
        sales.sql("update deals set position = $2 where id = $1", Tuple.of(deals.get(2), longKey + "2"));
        List<String> order = new ArrayList<>(sales.cards("Novo"));
        sales.moveAfter(deals.get(0), "Novo", deals.get(1)).statusCode(200);
        order.remove("D0");
        order.add(order.indexOf("D1") + 1, "D0");
        assertThat(sales.cards("Novo")).isEqualTo(order);
        assertThat(positions().values()).allMatch(key -> key.length() <= 40);
        assertThat(sales.deal(deals.get(2)).getInt("version")).isZero();
    }

    @Test
    void many_drops_at_once_lose_no_card_and_leave_an_order() {
        List<UUID> deals =
                IntStream.range(0, 8).mapToObj(i -> sales.aDeal("D" + i)).toList();
        UUID anchor = sales.aDeal("Anchor", "Proposta", 0);
        List<Supplier<Integer>> drops = deals.stream()
                .map(deal -> (Supplier<Integer>) () ->
                        sales.moveAfter(deal, "Proposta", anchor).extract().statusCode())
                .toList();
        assertThat(Sales.atOnce(drops)).containsOnly(200);
        assertThat(sales.cards("Proposta")).hasSize(9).first().isEqualTo("Anchor");
        assertThat(sales.cards("Novo")).isEmpty();
    }

    @Test
    void of_two_drops_of_one_version_at_once_one_is_told() {
        UUID deal = sales.aDeal("A");
        List<Supplier<Integer>> drops = List.of("Qualificado", "Proposta").stream()
                .map(stage -> (Supplier<Integer>)
                        () -> sales.act(DEALS, deal, "move", Map.of("stage_id", sales.stage(stage)), 0)
                                .extract()
                                .statusCode())
                .toList();
        assertThat(Sales.atOnce(drops)).containsExactlyInAnyOrder(200, 412);
    }

    /** Whatever is dropped wherever, the board shows what a list would. */
    @RepeatedTest(5)
    void any_row_of_drops_leaves_the_order_that_a_list_would_have(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        List<String> stages = List.of("Novo", "Qualificado", "Proposta");
        Map<String, UUID> ids = new HashMap<>();
        Map<String, List<String>> model = new HashMap<>();
        stages.forEach(stage -> model.put(stage, new ArrayList<>()));
        for (int i = 0; i < 8; i++) {
            String stage = stages.get(random.nextInt(3));
            ids.put("D" + i, sales.aDeal("D" + i, stage, 0));
            model.get(stage).addFirst("D" + i);
        }
        for (int step = 0; step < 25; step++) {
            String card = "D" + random.nextInt(8);
            String stage = stages.get(random.nextInt(3));
            model.values().forEach(list -> list.remove(card));
            List<String> target = model.get(stage);
            int place = random.nextInt(target.size() + 1);
            Map<String, Object> drop = new HashMap<>(Map.of("stage_id", sales.stage(stage)));
            if (place > 0 && (place == target.size() || random.nextBoolean())) {
                drop.put("after_id", ids.get(target.get(place - 1)));
            } else if (place > 0 || (!target.isEmpty() && random.nextBoolean())) {
                drop.put("before_id", ids.get(target.get(place)));
            }
            target.add(place, card);
            sales.act(DEALS, ids.get(card), "move", drop).statusCode(200);
        }
        model.forEach((stage, cards) -> assertThat(sales.cards(stage))
                .as("seed %d, %s", run.getCurrentRepetition(), stage)
                .isEqualTo(cards));
    }

    private Map<UUID, String> positions() {
        Map<UUID, String> positions = new HashMap<>();
        sales.sql("select id, position from deals", Tuple.tuple())
                .forEach(row -> positions.put(row.getUUID("id"), row.getString("position")));
        return positions;
    }
}
