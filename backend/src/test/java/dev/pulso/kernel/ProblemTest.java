package dev.pulso.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @ParameterizedTest
    @CsvSource({
        "name, /name",
        "items[0].unit_price, /items/0/unit_price",
        "items[12], /items/12",
        "metadata.a/b~c, /metadata/a~1b~0c",
        "body, ''",
    })
    void a_field_has_a_pointer(String field, String pointer) {
        assertThat(Problem.pointer(field)).isEqualTo(pointer);
    }

    @Test
    void only_a_record_that_is_not_there_makes_the_field_wrong() {
        Problem missing =
                refused(Problem.referredBy("owner_id", Uni.createFrom().failure(Problem.notFound())));
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.violations())
                .extracting(Violation::field, Violation::code)
                .containsExactly(tuple("owner_id", "not_found"));
        assertThat(refused(Problem.referredBy("owner_id", Uni.createFrom().failure(Problem.busy())))
                        .status())
                .isEqualTo(503);
        assertThat(Problem.referredBy("owner_id", Uni.createFrom().item("Ana"))
                        .await()
                        .atMost(SOON))
                .isEqualTo("Ana");
    }

    @Test
    void what_is_said_first_is_the_first_thing_that_is_wrong() {
        Problem two = Problem.invalid(
                new Violation("name", "must not be blank", "required"), new Violation("email", "is none", "email"));
        assertThat(two.detail()).isEqualTo("name: must not be blank");
        assertThat(two.violations()).hasSize(2);
        assertThat(Problem.invalid(List.of()).detail()).isNull();
    }

    @Test
    void what_is_said_of_no_cause_is_its_title() {
        Problem missing = Problem.notFound();
        assertThat(missing.code()).isEqualTo("not_found");
        assertThat(missing.type()).isEqualTo("/docs/problems/not_found");
        assertThat(missing.title()).isEqualTo(ProblemType.NOT_FOUND.title()).isNotBlank();
        assertThat(missing).hasMessage(missing.title());
        assertThat(Problem.malformed("no JSON")).hasMessage("no JSON");
    }

    @Test
    void a_duplicate_names_the_record_that_is_there() {
        UUID existing = UUID.randomUUID();
        Problem duplicate = Problem.duplicate("email", existing);
        assertThat(duplicate.status()).isEqualTo(409);
        assertThat(duplicate.members()).containsEntry("existing_id", existing.toString());
        assertThat(duplicate.violations()).extracting(Violation::code).containsExactly("duplicate");
        assertThat(Problem.conflict(ProblemType.DUPLICATE, "taken").violations())
                .isEmpty();
    }

    @Test
    void who_is_late_is_told_the_present_version() {
        assertThat(Problem.preconditionFailed(4).headers()).containsEntry("ETag", "\"4\"");
        assertThat(Problem.preconditionFailed(4).members()).containsEntry("current_version", 4);
    }

    private static Problem refused(Uni<?> asked) {
        return catchThrowableOfType(Problem.class, () -> asked.await().atMost(SOON));
    }
}
