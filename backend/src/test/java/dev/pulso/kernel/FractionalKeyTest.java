package dev.pulso.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FractionalKeyTest {

    @Test
    void a_first_key_is_short_and_leaves_room_on_both_sides() {
        String first = FractionalKey.first();
        assertThat(FractionalKey.isKey(first)).isTrue();
        assertThat(first.length()).isLessThanOrEqualTo(10);
        assertThat(first).isGreaterThan("E").isLessThan("k");
    }

    @Test
    void ten_thousand_drops_right_below_the_same_card_stay_in_order() {
        String card = FractionalKey.first();
        String below = FractionalKey.between(card, null);
        for (int i = 0; i < 10_000; i++) {
            String dropped = FractionalKey.between(card, below);
            assertThat(dropped).isGreaterThan(card).isLessThan(below);
            below = dropped;
        }
        assertThat(below.length()).isBetween(1_000, 2_000);
        assertThat(FractionalKey.needsRebalance(below)).isTrue();
    }

    @Test
    void ten_thousand_drops_right_above_the_same_card_stay_in_order() {
        String card = FractionalKey.first();
        String above = FractionalKey.between(null, card);
        for (int i = 0; i < 10_000; i++) {
            String dropped = FractionalKey.between(above, card);
            assertThat(dropped).isGreaterThan(above).isLessThan(card);
            above = dropped;
        }
        assertThat(above.length()).isLessThan(2_000);
    }

    @Test
    void drops_between_the_last_two_cost_no_more_than_drops_at_one_side() {
        Random random = new Random(7);
        String low = FractionalKey.first();
        String high = FractionalKey.between(low, null);
        for (int i = 0; i < 10_000; i++) {
            String dropped = FractionalKey.between(low, high, random);
            assertThat(dropped).isGreaterThan(low).isLessThan(high);
            if (random.nextBoolean()) {
                low = dropped;
            } else {
                high = dropped;
            }
        }
        assertThat(low.length()).isLessThan(2_000);
    }

    @Test
    void cards_added_at_either_end_keep_their_keys_short() {
        String top = FractionalKey.first();
        String end = top;
        for (int i = 0; i < 100_000; i++) {
            String above = FractionalKey.between(null, top);
            String below = FractionalKey.between(end, null);
            assertThat(above.compareTo(top) < 0 && below.compareTo(end) > 0).isTrue();
            top = above;
            end = below;
        }
        assertThat(top.length()).isLessThanOrEqualTo(10);
        assertThat(end.length()).isLessThanOrEqualTo(10);
    }

    @Test
    void even_the_first_and_the_last_possible_keys_have_neighbours() {
        String last = "z".repeat(50);
        String first = "0".repeat(50) + "1";
        assertThat(FractionalKey.between(last, null)).isGreaterThan(last);
        assertThat(FractionalKey.between(null, first)).isLessThan(first);
        assertThat(FractionalKey.between(first, last)).isGreaterThan(first).isLessThan(last);
    }

    @Test
    void a_hundred_drops_into_one_gap_need_no_new_numbering() {
        String card = FractionalKey.first();
        String below = FractionalKey.between(card, null);
        for (int i = 0; i < 100; i++) {
            below = FractionalKey.between(card, below);
        }
        assertThat(FractionalKey.needsRebalance(below)).isFalse();
    }

    @Test
    void people_who_drop_into_one_gap_at_the_same_moment_get_different_keys() {
        Random random = new Random(42);
        String above = FractionalKey.between(null, null, random);
        String below = FractionalKey.between(above, null, random);
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < 4_000; i++) {
            keys.add(FractionalKey.between(above, below, random));
        }
        assertThat(keys).hasSize(4_000);
    }

    @Test
    void a_column_of_a_hundred_thousand_cards_is_numbered_with_short_keys() {
        List<String> keys = FractionalKey.sequence(100_000);
        assertStrictlyAscending(null, keys, null);
        assertThat(keys).allMatch(key -> key.length() <= 10);
        assertThat(FractionalKey.sequence(0)).isEmpty();
    }

    @Test
    void an_import_behind_the_last_card_leaves_room_for_the_next() {
        String last = FractionalKey.first();
        for (int i = 0; i < 20; i++) {
            List<String> keys = FractionalKey.sequence(last, null, 8_800);
            assertStrictlyAscending(last, keys, null);
            assertThat(keys).allMatch(key -> key.length() <= 10);
            last = keys.getLast();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "A0", "a-b", "é", " ", "A "})
    void other_texts_are_no_keys(String text) {
        assertThat(FractionalKey.isKey(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> FractionalKey.between(text, null));
        assertThatIllegalArgumentException().isThrownBy(() -> FractionalKey.between(null, text));
    }

    @Test
    void neighbours_in_the_wrong_order_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> FractionalKey.between("B", "A"));
        assertThatIllegalArgumentException().isThrownBy(() -> FractionalKey.between("A", "A"));
        assertThatIllegalArgumentException().isThrownBy(() -> FractionalKey.sequence(-1));
    }

    @Property
    void there_is_always_a_key_between_two(@ForAll("keys") String one, @ForAll("keys") String other) {
        Assume.that(!one.equals(other));
        String low = one.compareTo(other) < 0 ? one : other;
        String high = one.compareTo(other) < 0 ? other : one;
        String key = FractionalKey.between(low, high);
        assertThat(key).isGreaterThan(low).isLessThan(high);
        assertThat(FractionalKey.isKey(key)).isTrue();
        // Never longer than the neighbours by more than the room for its 30 bits needs.
        assertThat(key.length()).isLessThanOrEqualTo(Math.max(low.length(), high.length()) + 6);
    }

    @Property
    void there_is_always_a_key_at_either_end(@ForAll("keys") String key) {
        assertThat(FractionalKey.between(null, key)).isLessThan(key).matches(FractionalKey::isKey);
        assertThat(FractionalKey.between(key, null)).isGreaterThan(key).matches(FractionalKey::isKey);
    }

    @Property
    void sequences_ascend_strictly_between_their_neighbours(
            @ForAll("keys") String one, @ForAll("keys") String other, @ForAll @IntRange(max = 300) int count) {
        Assume.that(!one.equals(other));
        String low = one.compareTo(other) < 0 ? one : other;
        String high = one.compareTo(other) < 0 ? other : one;
        assertStrictlyAscending(low, FractionalKey.sequence(low, high, count), high);
        assertStrictlyAscending(null, FractionalKey.sequence(null, low, count), low);
        assertStrictlyAscending(high, FractionalKey.sequence(high, null, count), null);
    }

    @Property(tries = 100)
    void a_board_that_is_shuffled_by_hand_stays_in_the_order_people_see(
            @ForAll @Size(min = 1, max = 300) List<@IntRange(max = 1_000_000) Integer> drops) {
        List<String> column = new ArrayList<>(FractionalKey.sequence(5));
        for (int drop : drops) {
            int at = drop % (column.size() + 1);
            String above = at == 0 ? null : column.get(at - 1);
            String below = at == column.size() ? null : column.get(at);
            column.add(at, FractionalKey.between(above, below));
        }
        assertStrictlyAscending(null, column, null);
    }

    @Provide
    Arbitrary<String> keys() {
        Arbitrary<String> digits = Arbitraries.strings().withChars("01zAZa59").ofMaxLength(30);
        return digits.map(text -> text + "1");
    }

    private static void assertStrictlyAscending(
            @org.jspecify.annotations.Nullable String low,
            List<String> keys,
            @org.jspecify.annotations.Nullable String high) {
        assertThat(keys).allMatch(FractionalKey::isKey);
        assertThat(IntStream.range(1, keys.size()).allMatch(i -> keys.get(i - 1).compareTo(keys.get(i)) < 0))
                .isTrue();
        if (!keys.isEmpty()) {
            assertThat(low == null || low.compareTo(keys.getFirst()) < 0).isTrue();
            assertThat(high == null || high.compareTo(keys.getLast()) > 0).isTrue();
        }
    }

    @Test
    void a_key_of_more_than_forty_characters_asks_for_a_new_one_and_strange_letters_are_no_key() {
        assertThat(FractionalKey.needsRebalance("1".repeat(40))).isFalse();
        assertThat(FractionalKey.needsRebalance("1".repeat(41))).isTrue();
        assertThat(FractionalKey.isKey("1\u0080")).isFalse();
    }

    @Test
    void the_same_chance_makes_the_same_keys() {
        List<String> keys = FractionalKey.sequence(3, new Random(7));
        assertThat(keys).hasSize(3).isEqualTo(FractionalKey.sequence(3, new Random(7)));
        assertStrictlyAscending(null, keys, null);
        assertThat(FractionalKey.sequence("A", "B", 2)).hasSize(2);
    }
}
