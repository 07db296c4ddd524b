package dev.pulso.store.data;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.junit.jupiter.api.Test;

/** What is written is seen by the tests of imports; this is what cannot be. */
class NewRowsTest {
    enum Mood {
        good
    }

    @Table(name = "by_place")
    static class ByPlace extends TenantRecord {
        @Enumerated(EnumType.ORDINAL)
        private Mood mood = Mood.good;
    }

    @Test
    void a_value_that_is_stored_otherwise_is_refused_at_the_start() {
        assertThatThrownBy(() -> NewRows.of(ByPlace.class)).hasMessageContaining("mood");
    }
}
