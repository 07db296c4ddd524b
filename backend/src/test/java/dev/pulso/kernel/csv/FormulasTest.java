package dev.pulso.kernel.csv;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FormulasTest {

    @Property
    void what_was_escaped_comes_back_as_it_was_and_no_spreadsheet_runs_it(@ForAll("cells") String text) {
        String escaped = Formulas.escaped(text);
        assertThat(Formulas.given(escaped)).isEqualTo(text);
        assertThat(escaped).doesNotMatch("(?s)[=@\\t\\r\\n].*").doesNotMatch("(?s)[+-][^\\d.,].*");
    }

    @Property
    void any_text_comes_back(@ForAll String text) {
        assertThat(Formulas.given(Formulas.escaped(text))).isEqualTo(text);
    }

    @Example
    void numbers_stay_numbers() {
        assertThat(Formulas.escaped("-10,50")).isEqualTo("-10,50");
        assertThat(Formulas.escaped("+1+1")).isEqualTo("'+1+1");
        assertThat(Formulas.escaped("\ttab")).isEqualTo("'\ttab");
        assertThat(Formulas.given("'tis")).isEqualTo("'tis");
    }

    @Provide
    Arbitrary<String> cells() {
        return Arbitraries.strings()
                .withChars("'=+-@\t\r\nab \u00a0\uff1d")
                .ofMaxLength(6)
                .filter(text -> {
                    return !text.matches("(?s)[+-]?[\\d.,\\s]*");
                });
    }
}
