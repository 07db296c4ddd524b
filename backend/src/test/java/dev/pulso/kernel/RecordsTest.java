package dev.pulso.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordsTest {
    @RegisterForReflection
    private record Made(
            @Nullable String name,
            @Nullable String city,
            @Nullable String source) {
        Made {
            if ("refused".equals(name)) {
                throw new IllegalStateException("refused");
            }
        }
    }

    @RegisterForReflection
    private record Changes(Change<String> name, Change<String> town) {}

    record Unknown(String name) {}

    enum Kind {
        PERSON,
        COMPANY
    }

    @Test
    void a_record_is_made_of_what_is_known() {
        assertThat(Records.of(Made.class, Map.of("city", "Natal"))).isEqualTo(new Made(null, "Natal", null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Records.of(Made.class, Map.of("town", "Natal")))
                .withMessageContaining("town");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Records.of(Unknown.class, Map.of()))
                .withMessageContaining("native image");
    }

    @Test
    void one_component_is_another() {
        Made ana = new Made("Ana", "Natal", "erp");
        assertThat(Records.with(ana, "city", "Recife")).isEqualTo(new Made("Ana", "Recife", "erp"));
        assertThat(Records.with(ana, "city", null)).isEqualTo(new Made("Ana", null, "erp"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Records.with(ana, "town", "Recife"))
                .withMessageContaining("town");
    }

    @Test
    void what_a_record_refuses_is_told_as_it_refused_it() {
        assertThatThrownBy(() -> Records.with(new Made("Ana", null, null), "name", "refused"))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("refused");
    }

    @Test
    void a_new_record_is_a_change_of_nothing() {
        Made ana = new Made("Ana", "Natal", "erp");
        assertThat(Records.changes(Changes.class, ana, Map.of("town", Change.none()), "source", "city"))
                .isEqualTo(new Changes(Change.to("Ana"), Change.none()));
        assertThatIllegalArgumentException()
                .as("what no change sets")
                .isThrownBy(() -> Records.changes(Changes.class, ana, Map.of("town", Change.none()), "city"))
                .withMessageContaining("source");
        assertThatIllegalArgumentException()
                .as("what the new record does not say")
                .isThrownBy(() -> Records.changes(Changes.class, ana, Map.of(), "source", "city"))
                .withMessageContaining("town");
    }

    @Test
    void a_constant_is_known_in_capitals_and_without() {
        assertThat(Records.constant(Kind.class, "company")).isEqualTo(Kind.COMPANY);
        assertThat(Records.constant(Kind.class, "PERSON")).isEqualTo(Kind.PERSON);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Records.constant(Kind.class, "dog"))
                .withMessageContaining("dog");
    }
}
