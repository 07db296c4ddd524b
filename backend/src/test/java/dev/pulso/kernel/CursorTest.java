package dev.pulso.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    @Test
    void what_was_encoded_is_decoded() {
        UUID id = Ids.next();
        Instant at = Instant.parse("2026-01-31T12:00:00.123456Z");
        Cursor cursor = Cursor.decode(Cursor.encode("-created_at", at, null, id), "-created_at", 3);
        assertThat(cursor.instant(0)).isEqualTo(at);
        assertThat(cursor.text(1)).isNull();
        assertThat(cursor.uuid(2)).isEqualTo(id);
    }

    @Test
    void the_longest_text_that_a_list_may_be_sorted_by_fits_the_contract() {
        for (String longest : List.of("🚀".repeat(200), "語".repeat(200), "\"".repeat(200), "\\".repeat(200))) {
            String cursor = Cursor.encode("-company_name", longest, UUID.randomUUID());
            assertThat(cursor).hasSizeLessThan(2_000);
            assertThat(Cursor.decode(cursor, "-company_name", 2).text(0)).isEqualTo(longest);
        }
    }

    @Test
    void the_first_page_has_none() {
        assertThat(Cursor.decode(null, "name", 2)).isNull();
    }

    @Test
    void a_cursor_of_another_order_is_refused() {
        assertThatThrownBy(() -> Cursor.decode(Cursor.encode("name", "x"), "-name", 1))
                .isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "%%%", "bnVsbA", "W10", "e30", "WzFd", "WyJuYW1lIl0", "ü"})
    void a_forged_cursor_is_refused_as_bad_input(String text) {
        assertThatThrownBy(() -> Cursor.decode(text, "name", 1))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(400));
    }

    @Test
    void a_forged_value_is_refused_as_bad_input() {
        Cursor cursor = Cursor.decode(Cursor.encode("name", "x"), "name", 1);
        assertThatThrownBy(() -> cursor.uuid(0)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> cursor.instant(0)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> cursor.number(0)).isInstanceOf(Problem.class);
    }
}
