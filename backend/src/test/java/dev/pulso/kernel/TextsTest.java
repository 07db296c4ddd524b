package dev.pulso.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class TextsTest {
    /** No-break, narrow, zero-width, byte-order mark, direction marks, line ends, an empty glyph. */
    private static final String INVISIBLE =
            " \t\r\n\u0000\u00a0\u202f\u2007\u3000\u200b\u200d\u2060\ufeff\u200e\u202a\u00ad\u2028\u3164";

    @Property
    void what_lies_around_a_text_does_not_count(
            @ForAll("invisible") String before, @ForAll("visible") String text, @ForAll("invisible") String behind) {
        assertThat(Texts.trim(before + text + behind)).isEqualTo(text);
        assertThat(Texts.isBlank(before + behind)).isTrue();
        assertThat(Texts.words(before + text + behind)).containsExactly(text);
    }

    @Property
    void a_text_on_one_line_has_no_control_characters_and_keeps_its_words(@ForAll String text) {
        String line = Texts.line(text);
        assertThat(Texts.hasControl(line)).isFalse();
        assertThat(Texts.line(line)).isEqualTo(line);
        assertThat(Texts.words(line)).isEqualTo(Texts.words(text));
    }

    @Example
    void an_emoji_keeps_what_it_is_made_of_and_counts_as_people_count() {
        assertThat(Texts.trim("\u200b👨‍👩‍👧🏴󠁧󠁢󠁥󠁮󠁧󠁿 ")).isEqualTo("👨‍👩‍👧🏴󠁧󠁢󠁥󠁮󠁧󠁿");
        assertThat(Texts.length("🚀".repeat(150))).isEqualTo(150);
        assertThat(Texts.line("Plano\r\n  anual\u00a0")).isEqualTo("Plano anual");
        assertThat(Texts.words("clara\u00a0reis\u3000lima\u200b")).containsExactly("clara", "reis", "lima");
    }

    @Property
    void what_is_shortened_is_a_beginning_of_whole_characters(
            @ForAll("whole") String text, @ForAll @IntRange(max = 30) int most) {
        String shortened = Texts.shortened(text, most);
        assertThat(text).startsWith(shortened);
        assertThat(Texts.length(shortened)).isEqualTo(Math.min(most, Texts.length(text)));
        assertThat(shortened.codePoints()).noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    /** Texts as people write them: no halves of characters. */
    @Provide
    Arbitrary<String> whole() {
        return Arbitraries.of("a", "Z", "é", "7", "-", "🚀", "語", "👨‍👩‍👧")
                .list()
                .ofMaxSize(40)
                .map(letters -> String.join("", letters));
    }

    @Provide
    Arbitrary<String> invisible() {
        return Arbitraries.strings().withChars(INVISIBLE).ofMaxLength(4);
    }

    @Provide
    Arbitrary<String> visible() {
        return Arbitraries.strings()
                .withChars("aZé7-'🚀語")
                .ofMinLength(1)
                .ofMaxLength(5)
                .filter(text -> {
                    char first = text.charAt(0);
                    return !Character.isLowSurrogate(first)
                            && !Character.isHighSurrogate(text.charAt(text.length() - 1));
                });
    }
}
