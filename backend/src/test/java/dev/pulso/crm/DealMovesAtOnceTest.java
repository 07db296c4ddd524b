package dev.pulso.crm;

import static dev.pulso.crm.Sales.DEALS;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Many hands on the same cards of the same columns. */
@QuarkusTest
class DealMovesAtOnceTest {
    private static final List<String> STAGES = List.of("Novo", "Qualificado", "Proposta");
    private static final int CARDS = 9;
    private static final int HANDS = 8;
    private static final int DROPS = 15;

    /** What lies in a stage, in the order that everybody is shown. */
    private record Card(UUID id, String stage, String position) {}

    @RepeatedTest(3)
    void whatever_many_hands_do_no_card_is_lost_and_the_order_can_be_told(RepetitionInfo run) {
        Sales sales = Sales.ofNewTenant();
        List<UUID> cards = IntStream.range(0, CARDS)
                .mapToObj(i -> sales.aDeal("D" + i, STAGES.get(i % 3), 100))
                .toList();
        List<Supplier<List<Integer>>> hands = IntStream.range(0, HANDS)
                .<Supplier<List<Integer>>>mapToObj(hand ->
                        () -> drop(sales, cards, new Random(run.getCurrentRepetition() * 100L + hand)))
                .toList();

        List<Integer> answers =
                Sales.atOnce(hands).stream().flatMap(List::stream).toList();

        assertThat(answers).hasSize(HANDS * DROPS).containsAnyOf(200).isSubsetOf(200, 412);
        List<Card> after = cards(sales);
        assertThat(after).extracting(Card::id).containsExactlyInAnyOrderElementsOf(cards);
        assertBoardShows(sales, after);
        assertEveryTieComesApart(sales);
    }

    /** Some drops carry the version that the hand has seen, as the board does; others come from who does not care. */
    private static List<Integer> drop(Sales sales, List<UUID> cards, Random random) {
        List<Integer> answers = new ArrayList<>();
        for (int step = 0; step < DROPS; step++) {
            UUID card = cards.get(random.nextInt(CARDS));
            UUID neighbour = cards.get(random.nextInt(CARDS));
            Map<String, Object> drop = new HashMap<>();
            drop.put("stage_id", sales.stage(STAGES.get(random.nextInt(3))));
            drop.put(random.nextBoolean() ? "after_id" : "before_id", neighbour);
            ValidatableResponse answer = random.nextInt(3) == 0
                    ? sales.act(DEALS, card, "move", drop, sales.deal(card).getInt("version"))
                    : sales.act(DEALS, card, "move", drop);
            answers.add(answer.extract().statusCode());
        }
        return answers;
    }

    private static void assertBoardShows(Sales sales, List<Card> truth) {
        for (String stage : STAGES) {
            List<String> ids = truth.stream()
                    .filter(card -> card.stage().equals(stage))
                    .map(card -> card.id().toString())
                    .toList();
            assertThat(sales.tenant()
                            .get(DEALS + "?sort=position&limit=200&stage_id=" + sales.stage(stage))
                            .getList("data.id", String.class))
                    .isEqualTo(ids);
        }
    }

    /** Two that fell into one gap at the same moment may share a key, and ids order them; the next drop parts them. */
    private static void assertEveryTieComesApart(Sales sales) {
        UUID wedge = sales.aDeal("Wedge");
        for (int round = 0; round < CARDS; round++) {
            List<Card> cards = cards(sales);
            int tie = firstTie(cards);
            if (tie < 0) {
                break;
            }
            Card above = cards.get(tie);
            sales.moveAfter(wedge, above.stage(), above.id()).statusCode(200);
            List<UUID> ids = cards(sales).stream().map(Card::id).toList();
            assertThat(ids.indexOf(wedge)).isEqualTo(ids.indexOf(above.id()) + 1);
        }
        assertThat(firstTie(cards(sales))).isNegative();
    }

    private static int firstTie(List<Card> cards) {
        return IntStream.range(1, cards.size())
                        .filter(i -> cards.get(i)
                                        .position()
                                        .equals(cards.get(i - 1).position())
                                && cards.get(i).stage().equals(cards.get(i - 1).stage()))
                        .findFirst()
                        .orElse(0)
                - 1;
    }

    private static List<Card> cards(Sales sales) {
        List<Card> cards = new ArrayList<>();
        for (Row row : sales.sql(
                "select d.id, s.name, d.position from deals d join stages s on s.id = d.stage_id"
                        + " order by s.ordinal, d.position, d.id",
                Tuple.tuple())) {
            cards.add(new Card(row.getUUID("id"), row.getString("name"), row.getString("position")));
        }
        return cards;
    }
}
