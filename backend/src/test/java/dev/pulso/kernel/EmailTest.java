package dev.pulso.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {

    @ParameterizedTest
    @CsvSource({
        "Ana.Silva@Empresa.COM.BR, ana.silva@empresa.com.br",
        "' ana@empresa.com.br\u00a0', ana@empresa.com.br",
        "\u200bana@empresa.com.br, ana@empresa.com.br",
        "ana+crm@empresa.com.br, ana+crm@empresa.com.br",
        "joão@açaí.com.br, joão@xn--aa-4iaz.com.br",
        "ａna@empresa.com, ana@empresa.com"
    })
    void one_person_has_one_form(String text, String value) {
        assertThat(Email.of(text).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "ana, email_without_at",
        "ana.empresa.com, email_without_at",
        "@empresa.com, email_invalid",
        "ana@, email_invalid",
        "ana@empresa, email_invalid",
        "ana@@empresa.com, email_invalid",
        "ana silva@empresa.com, email_invalid",
        "ana@empresa..com, email_invalid",
        "ana@-empresa.com, email_invalid",
        "ana@empresa.123, email_invalid",
        ".ana@empresa.com, email_invalid",
        "ana@empresa.com;bia@empresa.com, email_invalid",
        "Ana <ana@empresa.com>, email_invalid"
    })
    void what_is_no_address_says_why(String text, String code) {
        assertThat(Email.parse(text).refusal().map(Reason::code)).contains(code);
    }

    @Test
    void lengths_are_those_of_the_standard() {
        assertThat(Email.parse("a".repeat(64) + "@empresa.com").isValue()).isTrue();
        assertThat(Email.parse("a".repeat(65) + "@empresa.com").refusal().map(Reason::code))
                .contains("email_too_long");
        assertThat(Email.parse("a@" + "b.".repeat(130) + "com").refusal().map(Reason::code))
                .contains("email_too_long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0"})
    void an_empty_cell_is_blank(String text) {
        assertThat(Email.parse(text)).isEqualTo(Parsed.blank());
    }

    @Test
    void only_the_stored_form_can_be_made() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Email("Ana@empresa.com"));
        assertThat(new Email("ana@empresa.com.br").domain()).isEqualTo("empresa.com.br");
    }

    @Property
    void no_text_whatever_makes_the_parser_fall_over(@ForAll String text) {
        assertThat(Email.parse(text)).isNotNull();
        assertThat(Email.parse(text + "@empresa.com")).isNotNull();
        assertThat(Email.parse("ana@" + text)).isNotNull();
    }
}
