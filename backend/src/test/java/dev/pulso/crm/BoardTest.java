package dev.pulso.crm;

import static dev.pulso.crm.Sales.DEALS;
import static dev.pulso.crm.Sales.PIPELINES;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BoardTest {
    private Sales sales;

    @BeforeEach
    void tenant() {
        sales = Sales.ofNewTenant();
    }

    @Test
    void an_empty_board_has_all_columns_and_nothing_in_them() {
        JsonPath board = sales.board("");
        assertThat(board.getUUID("pipeline.id")).isEqualTo(sales.pipeline());
        assertThat(board.getList("stages.name"))
                .isEqualTo(List.of("Novo", "Qualificado", "Proposta", "Negociação", "Fechamento", "Ganho", "Perdido"));
        assertThat(board.getList("stages.count", Integer.class)).containsOnly(0);
        assertThat(board.getList("stages.amount_cents", Integer.class)).containsOnly(0);
        assertThat(board.getList("stages.weighted_cents", Integer.class)).containsOnly(0);
    }

    @Test
    void totals_cover_all_deals_of_a_stage_whatever_is_shown() {
        for (int i = 0; i < 5; i++) {
            sales.aDeal("P" + i, "Proposta", 1001);
        }
        JsonPath board = sales.board("?per_stage=2");
        assertThat(board.getInt("stages[2].count")).isEqualTo(5);
        assertThat(board.getLong("stages[2].amount_cents")).isEqualTo(5005);
        // 2502.5, half up: once for the stage, not once per deal.
        assertThat(board.getLong("stages[2].weighted_cents")).isEqualTo(2503);
        assertThat(board.getList("stages[2].deals.title")).isEqualTo(List.of("P4", "P3"));
    }

    @Test
    void two_currencies_are_not_added_up_and_what_is_left_out_is_told() {
        sales.aDeal("Reais", "Proposta", 100000);
        UUID stage = sales.stage("Proposta");
        for (String currency : List.of("USD", "EUR")) {
            sales.tenant()
                    .create(
                            Sales.DEALS,
                            Map.of("title", currency, "stage_id", stage, "amount_cents", 70000, "currency", currency));
        }
        JsonPath board = sales.board("");
        assertThat(board.getString("currency")).isEqualTo("BRL");
        assertThat(board.getInt("stages[2].count")).isEqualTo(3);
        assertThat(board.getLong("stages[2].amount_cents")).isEqualTo(100000);
        assertThat(board.getLong("stages[2].weighted_cents")).isEqualTo(50000);
        assertThat(board.getLong("stages[2].other_currency_count")).isEqualTo(2);
        assertThat(board.getLong("stages[0].other_currency_count")).isZero();
    }

    @Test
    void what_is_won_counts_in_full_and_what_is_lost_for_nothing() {
        sales.win(sales.aDeal("Won", "Novo", 700), Map.of()).statusCode(200);
        sales.lose(sales.aDeal("Lost", "Novo", 900), "Preço").statusCode(200);
        JsonPath board = sales.board("");
        assertThat(board.getLong("stages[5].weighted_cents")).isEqualTo(700);
        assertThat(board.getLong("stages[6].amount_cents")).isEqualTo(900);
        assertThat(board.getLong("stages[6].weighted_cents")).isZero();
    }

    @Test
    void a_lost_stage_weighs_nothing_even_with_a_probability() {
        UUID pipeline = sales.tenant()
                .create(
                        PIPELINES,
                        Map.of(
                                "name",
                                "Outro",
                                "stages",
                                List.of(
                                        Map.of("name", "A", "type", "open", "probability", 50),
                                        Map.of("name", "G", "type", "won", "probability", 100),
                                        Map.of("name", "P", "type", "lost", "probability", 40))));
        UUID deal = sales.tenant().create(DEALS, Map.of("title", "X", "pipeline_id", pipeline, "amount_cents", 1000));
        sales.lose(deal, "Preço").statusCode(200);
        JsonPath board = sales.tenant().get(PIPELINES + "/{id}/board", pipeline);
        assertThat(board.getList("stages.weighted_cents", Integer.class)).containsExactly(0, 0, 0);
        assertThat(board.getList("stages.count", Integer.class)).containsExactly(0, 0, 1);
    }

    @Test
    void the_cursor_of_a_column_goes_on_in_the_list_of_deals() {
        for (int i = 0; i < 7; i++) {
            sales.aDeal("N" + i);
        }
        JsonPath board = sales.board("?per_stage=3");
        List<String> seen = new ArrayList<>(board.getList("stages[0].deals.title", String.class));
        String cursor = board.getString("stages[0].next_cursor");
        while (cursor != null) {
            JsonPath page = sales.tenant()
                    .get(DEALS + "?limit=2&sort=position&stage_id=" + sales.stage("Novo") + "&cursor=" + cursor);
            seen.addAll(page.getList("data.title", String.class));
            cursor = page.getString("next_cursor");
        }
        assertThat(seen).containsExactly("N6", "N5", "N4", "N3", "N2", "N1", "N0");
        assertThat(sales.board("?per_stage=7").getString("stages[0].next_cursor"))
                .isNull();
    }

    @Test
    void cards_show_company_and_owner() {
        UUID company = sales.aCompany("ABC");
        sales.aDeal(Map.of("company_id", company, "owner_id", sales.tenant().adminId()));
        JsonPath board = sales.board("?include=company,owner");
        assertThat(board.getString("stages[0].deals[0].company.name")).isEqualTo("ABC");
        assertThat(board.getString("stages[0].deals[0].owner.name"))
                .isEqualTo("Admin of " + sales.tenant().slug());
    }

    @Test
    void filters_hold_for_totals_and_cards_alike() {
        UUID company = sales.aCompany("Padaria São João");
        sales.aDeal(Map.of("title", "Forno", "amount_cents", 100, "company_id", company));
        sales.aDeal(Map.of(
                "title", "Site", "amount_cents", 10, "owner_id", sales.tenant().adminId()));
        sales.aDeal(Map.of("title", "Site 2", "amount_cents", 1));
        JsonPath mine = sales.board("?owner_id=" + sales.tenant().adminId());
        assertThat(mine.getInt("stages[0].count")).isEqualTo(1);
        assertThat(mine.getList("stages[0].deals.title")).isEqualTo(List.of("Site"));
        JsonPath sites = sales.board("?q=SITE");
        assertThat(sites.getInt("stages[0].count")).isEqualTo(2);
        assertThat(sites.getLong("stages[0].amount_cents")).isEqualTo(11);
        JsonPath bakery = sales.board("?q=joao");
        assertThat(bakery.getList("stages[0].deals.title")).isEqualTo(List.of("Forno"));
        assertThat(sales.board("?q=joao site").getInt("stages[0].count")).isZero();
    }

    @Test
    void a_board_without_cards_still_has_its_totals() {
        sales.aDeal("A", "Novo", 100);
        JsonPath board = sales.board("?per_stage=0");
        assertThat(board.getInt("stages[0].count")).isEqualTo(1);
        assertThat(board.getList("stages[0].deals")).isEmpty();
    }

    @Test
    void a_board_is_asked_for_within_limits() {
        for (String wrong : List.of("?per_stage=-1", "?per_stage=201", "?per_stage=x", "?owner_id=me")) {
            sales.tenant()
                    .unchecked()
                    .get(PIPELINES + "/{id}/board" + wrong, sales.pipeline())
                    .then()
                    .statusCode(400);
        }
        sales.tenant()
                .api()
                .get(PIPELINES + "/{id}/board", UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    /** The totals of any board are what a naive sum over its deals says. */
    @RepeatedTest(4)
    void totals_are_those_of_a_naive_sum(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        List<Map<String, Object>> stages = new ArrayList<>();
        int open = 1 + random.nextInt(3);
        for (int i = 0; i < open; i++) {
            stages.add(Map.of("name", "Open " + i, "type", "open", "probability", random.nextInt(101)));
        }
        stages.add(Map.of("name", "Won", "type", "won", "probability", 100));
        stages.add(Map.of("name", "Lost", "type", "lost", "probability", random.nextInt(101)));
        UUID pipeline = sales.tenant().create(PIPELINES, Map.of("name", "Random", "stages", stages));
        List<String> ids = sales.read(PIPELINES, pipeline).getList("stages.id");
        Map<Integer, List<Long>> amounts = new HashMap<>();
        for (int i = 0; i < 20; i++) {
            long amount = random.nextBoolean() ? random.nextLong(200) : random.nextLong(100_000_000_001L);
            int stage = random.nextInt(ids.size());
            UUID deal = sales.tenant()
                    .create(
                            DEALS,
                            Map.of(
                                    "title",
                                    "D" + i,
                                    "amount_cents",
                                    amount,
                                    "pipeline_id",
                                    pipeline,
                                    "stage_id",
                                    ids.get(stage < open ? stage : 0)));
            if (stage == open) {
                sales.win(deal, Map.of()).statusCode(200);
            } else if (stage > open) {
                sales.lose(deal, "Preço").statusCode(200);
            }
            amounts.computeIfAbsent(stage, none -> new ArrayList<>()).add(amount);
        }
        JsonPath board = sales.tenant().get(PIPELINES + "/{id}/board?per_stage=1", pipeline);
        for (int i = 0; i < ids.size(); i++) {
            List<Long> all = amounts.getOrDefault(i, List.of());
            long sum = all.stream().mapToLong(Long::longValue).sum();
            int probability = (int) stages.get(i).get("probability");
            BigDecimal weighted = "lost".equals(stages.get(i).get("type"))
                    ? BigDecimal.ZERO
                    : BigDecimal.valueOf(sum)
                            .multiply(BigDecimal.valueOf(probability))
                            .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP);
            assertThat(board.getInt("stages[" + i + "].count")).isEqualTo(all.size());
            assertThat(board.getLong("stages[" + i + "].amount_cents")).isEqualTo(sum);
            assertThat(board.getLong("stages[" + i + "].weighted_cents")).isEqualTo(weighted.longValueExact());
        }
    }
}
