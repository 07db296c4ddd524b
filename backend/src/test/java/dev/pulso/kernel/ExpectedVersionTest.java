package dev.pulso.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectedVersionTest {
    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "W/\"7\"", "  \"7\" ", "\"7-0123456789abcdef\""})
    void a_tag_that_was_given_stands_for_its_version(String tag) {
        assertThatCode(() -> ExpectedVersion.required(tag).check(7)).doesNotThrowAnyException();
        assertThat(status(() -> ExpectedVersion.required(tag).check(8))).isEqualTo(412);
        assertThat(status(() -> ExpectedVersion.optional(tag).check(8))).isEqualTo(412);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"\"", "\"x\"", "\"7-xyz\"", "\"7\", \"8\"", "\"99999999999\""})
    void what_was_never_given_is_no_version_at_all(String tag) {
        assertThat(status(() -> ExpectedVersion.required(tag).check(7))).isEqualTo(412);
    }

    @Test
    void whoever_has_to_name_one_is_told_so() {
        assertThat(status(() -> ExpectedVersion.required(null))).isEqualTo(428);
        assertThatCode(() -> ExpectedVersion.optional(null).check(3)).doesNotThrowAnyException();
        assertThatCode(() -> ExpectedVersion.any().check(3)).doesNotThrowAnyException();
    }

    @Test
    void a_star_is_any_version_of_what_exists() {
        assertThatCode(() -> ExpectedVersion.required(" * ").check(3)).doesNotThrowAnyException();
        assertThat(status(() -> ExpectedVersion.optional("*").checkNone())).isEqualTo(412);
        assertThat(status(() -> ExpectedVersion.optional("\"0\"").checkNone())).isEqualTo(412);
        assertThatCode(() -> ExpectedVersion.optional(null).checkNone()).doesNotThrowAnyException();
    }

    private static int status(ThrowingCallable refused) {
        return catchThrowableOfType(Problem.class, refused).status();
    }
}
