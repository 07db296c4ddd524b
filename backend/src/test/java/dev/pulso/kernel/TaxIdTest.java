package dev.pulso.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaxIdTest {

    @ParameterizedTest
    @CsvSource({
        "52998224725, CPF, 52998224725, 529.982.247-25",
        "529.982.247-25, CPF, 52998224725, 529.982.247-25",
        "12ABC34501DE35, CNPJ, 12ABC34501DE35, 12.ABC.345/01DE-35",
        "12.abc.345/01de-35, CNPJ, 12ABC34501DE35, 12.ABC.345/01DE-35",
        "00.000.000/0001-91, CNPJ, 00000000000191, 00.000.000/0001-91",
        "33.000.167/0001-01, CNPJ, 33000167000101, 33.000.167/0001-01"
    })
    void a_right_number_is_kept_without_mask_in_upper_case(String text, TaxId.Kind kind, String value, String masked) {
        TaxId taxId = TaxId.of(text);
        assertThat(taxId.kind()).isEqualTo(kind);
        assertThat(taxId.value()).isEqualTo(value);
        assertThat(taxId.masked()).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "52998224724, tax_id_check_digits",
        "12ABC34501DE36, tax_id_check_digits",
        "12ABC34501DEA5, tax_id_check_digits",
        "5299822472A, tax_id_check_digits",
        "00000000000, tax_id_check_digits",
        "11111111111, tax_id_check_digits",
        "00000000000000, tax_id_check_digits",
        "11111111111111, tax_id_check_digits",
        "AAAAAAAAAAAAAA, tax_id_check_digits",
        "5299822472, tax_id_length",
        "529982247250, tax_id_length",
        "529_982_247_25, tax_id_characters",
        "٥٢٩٩٨٢٢٤٧٢٥, tax_id_characters"
    })
    void a_wrong_number_says_why(String text, String code) {
        assertThat(TaxId.parse(text).refusal().map(Reason::code)).contains(code);
        assertThatIllegalArgumentException().isThrownBy(() -> TaxId.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0"})
    void an_empty_cell_is_blank(String text) {
        assertThat(TaxId.parse(text)).isEqualTo(Parsed.blank());
    }

    @Test
    void a_wrong_number_cannot_be_made() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TaxId(TaxId.Kind.CPF, "52998224726"));
        assertThatIllegalArgumentException().isThrownBy(() -> new TaxId(TaxId.Kind.CNPJ, "52998224725"));
        assertThatIllegalArgumentException().isThrownBy(() -> new TaxId(TaxId.Kind.CNPJ, "12abc34501de35"));
    }

    @Test
    void logs_do_not_show_whose_number_it_is() {
        assertThat(TaxId.of("52998224725").toString()).isEqualTo("CPF ***24725").doesNotContain("529982");
    }

    @Test
    void establishments_of_one_company_share_the_root() {
        assertThat(TaxId.of("33.000.167/0001-01").root()).isEqualTo("33000167");
    }

    @Property
    void every_cnpj_by_the_published_rule_is_right_and_no_other_check_digits_are(
            @ForAll("cnpjBases") String base, @ForAll @IntRange(max = 99) int guess) {
        Assume.that(base.chars().distinct().count() > 1);
        String digits = cnpjDigits(base);
        assertThat(TaxId.parse(base + digits).isValue()).isTrue();
        String guessed = "%02d".formatted(guess);
        assertThat(TaxId.parse(base + guessed).isValue()).isEqualTo(guessed.equals(digits));
    }

    @Property
    void every_cpf_by_the_published_rule_is_right_and_no_other_check_digits_are(
            @ForAll @IntRange(max = 999_999_999) int number, @ForAll @IntRange(max = 99) int guess) {
        String base = "%09d".formatted(number);
        Assume.that(base.chars().distinct().count() > 1);
        String digits = cpfDigits(base);
        assertThat(TaxId.parse(base + digits).isValue()).isTrue();
        String guessed = "%02d".formatted(guess);
        assertThat(TaxId.parse(base + guessed).isValue()).isEqualTo(guessed.equals(digits));
    }

    @Provide
    Arbitrary<String> cnpjBases() {
        return Arbitraries.strings()
                .withChars("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
                .ofLength(12);
    }

    /** Written from the rule itself, so that the library is checked against it: value = ASCII - 48, weights 2 to 9. */
    private static String cnpjDigits(String base) {
        String first = base + modulus11(base, 9);
        return first.substring(12) + modulus11(first, 9);
    }

    private static String cpfDigits(String base) {
        String first = base + modulus11(base, Integer.MAX_VALUE);
        return first.substring(9) + modulus11(first, Integer.MAX_VALUE);
    }

    private static int modulus11(String text, int highestWeight) {
        int sum = 0;
        int weight = 2;
        for (int i = text.length() - 1; i >= 0; i--) {
            sum += (text.charAt(i) - 48) * weight;
            weight = weight == highestWeight ? 2 : weight + 1;
        }
        int remainder = sum % 11;
        return remainder < 2 ? 0 : 11 - remainder;
    }
}
