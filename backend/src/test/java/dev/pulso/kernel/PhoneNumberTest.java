package dev.pulso.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (11) 98765-4321    | +5511987654321
            11987654321        | +5511987654321
            011 98765-4321     | +5511987654321
            0 15 11 98765-4321 | +5511987654321
            0151133334444      | +551133334444
            5511987654321      | +5511987654321
            +55 11 98765-4321  | +5511987654321
            +55 (0) 11 98765-4321 | +5511987654321
            0055 11 98765.4321 | +5511987654321
            (11) 3333-4444     | +551133334444
            551133334444       | +551133334444
            55 3333-4444       | +555533334444
            (55) 99999-1234    | +5555999991234
            (11) 8765-4321     | +551187654321
            +1 415 555 2671    | +14155552671
            00 351 21 123 4567 | +351211234567
            +44 (0)20 7946 0958 | +442079460958
            0044 (0) 20 7946 0958 | +442079460958
            +351(0)21 123 4567 | +351211234567
            +39 06 1234 5678   | +390612345678
            +39 (0)6 1234 5678 | +390612345678
            0800 123 4567      | +558001234567
            0800 12 3456       | +55800123456
            """)
    void a_number_as_people_write_it_becomes_e164(String text, String e164) {
        assertThat(PhoneNumber.parse(text).orThrow().e164()).isEqualTo(e164);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            98765-4321          | phone_without_area
            3333-4444           | phone_without_area
            (20) 98765-4321     | phone_unknown_number
            (10) 3333-4444      | phone_unknown_number
            (11) 08765-4321     | phone_unknown_number
            (11) 1333-4444      | phone_unknown_number
            (11) 58765-4321     | phone_unknown_number
            123                 | phone_length
            190                 | phone_length
            +1 23               | phone_length
            +1234567890123456   | phone_length
            119876543210        | phone_length
            11 3333-4444 r. 21  | phone_characters
            11 3333-4444 / 5555 | phone_characters
            n/d                 | phone_characters
            1+1                 | phone_characters
            +                   | phone_length
            """)
    void what_cannot_be_read_says_why(String text, String code) {
        assertThat(PhoneNumber.parse(text).refusal().map(Reason::code)).as(text).contains(code);
        assertThatIllegalArgumentException().isThrownBy(() -> PhoneNumber.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0"})
    void an_empty_cell_is_blank(String text) {
        assertThat(PhoneNumber.parse(text)).isEqualTo(Parsed.blank());
    }

    @Test
    void the_same_mobile_matches_with_and_without_its_ninth_digit() {
        PhoneNumber now = PhoneNumber.of("(31) 98765-4321");
        PhoneNumber before = PhoneNumber.of("(31) 8765-4321");
        assertThat(before.e164()).isEqualTo("+553187654321");
        assertThat(before.matchKey()).isEqualTo(now.matchKey()).isEqualTo("+5531987654321");
        assertThat(before.isBrazilianMobile()).isTrue();
        assertThat(now.isBrazilianMobile()).isTrue();
    }

    @Test
    void a_land_line_is_not_the_mobile_that_ends_the_same() {
        PhoneNumber landLine = PhoneNumber.of("(11) 3333-4444");
        PhoneNumber mobile = PhoneNumber.of("(11) 93333-4444");
        assertThat(landLine.matchKey()).isEqualTo("+551133334444").isNotEqualTo(mobile.matchKey());
        assertThat(landLine.isBrazilianMobile()).isFalse();
    }

    @Test
    void numbers_without_an_area_and_foreign_numbers_match_as_they_are() {
        assertThat(PhoneNumber.of("0800 723 4567").matchKey()).isEqualTo("+558007234567");
        assertThat(PhoneNumber.of("0800 723 4567").areaCode()).isEmpty();
        assertThat(PhoneNumber.of("+14155552671").matchKey()).isEqualTo("+14155552671");
        assertThat(PhoneNumber.of("11 3333-4444").areaCode()).contains("11");
    }

    @Test
    void people_read_the_national_form() {
        assertThat(PhoneNumber.of("11987654321").display()).isEqualTo("(11) 98765-4321");
        assertThat(PhoneNumber.of("1133334444").display()).isEqualTo("(11) 3333-4444");
        assertThat(PhoneNumber.of("08001234567").display()).isEqualTo("0800 123 4567");
        assertThat(PhoneNumber.of("+14155552671").display()).isEqualTo("+14155552671");
    }

    @Test
    void only_e164_can_be_made() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PhoneNumber("11987654321"));
        assertThatIllegalArgumentException().isThrownBy(() -> new PhoneNumber("+552087654321"));
    }

    @Property
    void every_mobile_reads_back_from_its_display_form(
            @ForAll @IntRange(min = 11, max = 19) int area, @ForAll @IntRange(max = 99_999_999) int number) {
        PhoneNumber phone = new PhoneNumber("+55%d9%08d".formatted(area, number));
        assertThat(PhoneNumber.of(phone.display())).isEqualTo(phone);
        assertThat(PhoneNumber.of(phone.e164().substring(1))).isEqualTo(phone);
        assertThat(phone.matchKey()).isEqualTo(phone.e164());
    }

    @Property
    void no_text_whatever_makes_the_parser_fall_over(@ForAll String text) {
        assertThat(PhoneNumber.parse(text)).isNotNull();
    }
}
