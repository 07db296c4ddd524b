package dev.pulso.kernel.pix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pulso.kernel.Money;
import dev.pulso.kernel.Reason;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrCodeTest {

    /** The example of the Banco Central's manual. */
    private static final String OF_THE_MANUAL =
            "00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR"
                    + "5913Fulano de Tal6008BRASILIA62070503***63041D3D";

    private static final PixKey RANDOM = PixKey.of("123e4567-e12b-12d1-a456-426655440000");

    @Test
    void the_example_of_the_manual_comes_out_to_the_letter() {
        BrCode code = BrCode.of(RANDOM, "Fulano de Tal", "BRASILIA", null, BrCode.NO_TXID, null);
        assertThat(code.payload()).isEqualTo(OF_THE_MANUAL);
        assertThat(BrCode.decode(OF_THE_MANUAL)).isEqualTo(code);
    }

    @Test
    void the_checksum_is_that_of_the_standard() {
        assertThat(Crc16.of("123456789")).isEqualTo("29B1");
        assertThat(Crc16.of("")).isEqualTo("FFFF");
    }

    @Test
    void an_invoice_carries_its_amount_and_its_transaction_id() {
        String payload = BrCode.of(
                        PixKey.of("12.abc.345/01de-35"),
                        "Agência Pão & Açúcar",
                        "São Paulo",
                        Money.brl(55_000),
                        "FAT000123",
                        "Fatura nº 123")
                .payload();
        assertThat(payload)
                .startsWith("000201")
                .contains("0114" + "12ABC34501DE35")
                .contains("5406" + "550.00")
                .contains("5920" + "Agencia Pao & Acucar")
                .contains("6009" + "Sao Paulo")
                .contains("62130509" + "FAT000123");
        assertThat(BrCode.decode(payload).description()).isEqualTo("Fatura no 123");
        assertThat(payload).matches("[\\x20-\\x7E]+");
    }

    @Test
    void long_names_are_cut_and_a_description_takes_what_the_key_leaves() {
        PixKey longest = PixKey.of("a".repeat(60) + "@" + "b".repeat(13) + ".br");
        assertThat(longest.value()).hasSize(77);
        BrCode code = BrCode.of(
                longest, "Companhia Brasileira de Distribuição", "São José do Rio Preto", null, "A1", "Fatura 1");
        assertThat(code.name()).isEqualTo("Companhia Brasileira de D");
        assertThat(code.city()).isEqualTo("Sao Jose do Rio");
        assertThat(code.description()).isNull();
        assertThat(BrCode.decode(code.payload())).isEqualTo(code);

        BrCode shorter = BrCode.of(RANDOM, "Ana", "Rio", null, "A1", "x".repeat(200));
        assertThat(shorter.description()).hasSize(99 - 18 - 40 - 4);
        assertThat(shorter.payload()).contains("2699");
    }

    @Test
    void a_name_that_ends_at_the_limit_in_a_space_loses_it() {
        BrCode code = BrCode.of(RANDOM, "Comercial de Alimentos A B C", "Rio", null, "A1", null);
        assertThat(code.name()).isEqualTo("Comercial de Alimentos A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "FAT-1", "12345678901234567890123456", "**", "é"})
    void a_transaction_id_that_banks_refuse_is_refused_here(String txid) {
        assertThatIllegalArgumentException().isThrownBy(() -> BrCode.of(RANDOM, "Ana", "Rio", null, txid, null));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1_000_000_000_000L})
    void an_amount_that_cannot_be_paid_is_refused(long cents) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BrCode.of(RANDOM, "Ana", "Rio", Money.brl(cents), "A1", null));
    }

    @Test
    void names_without_a_letter_of_ascii_and_other_currencies_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> BrCode.of(RANDOM, "日本", "Rio", null, "A1", null));
        assertThatIllegalArgumentException().isThrownBy(() -> BrCode.of(RANDOM, "Ana", " ", null, "A1", null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BrCode.of(RANDOM, "Ana", "Rio", Money.of(100, "USD"), "A1", null));
    }

    @Test
    void a_code_with_one_wrong_letter_is_recognised() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BrCode.decode(OF_THE_MANUAL.replace("Fulano", "Fulana")))
                .withMessageContaining("checksum");
        assertThatIllegalArgumentException().isThrownBy(() -> BrCode.decode("6304"));
        assertThatIllegalArgumentException().isThrownBy(() -> BrCode.decode(""));
    }

    @ParameterizedTest
    @CsvSource({
        "529.982.247-25, CPF, 52998224725",
        "12abc34501de35, CNPJ, 12ABC34501DE35",
        "Financeiro@Empresa.com.br, EMAIL, financeiro@empresa.com.br",
        "+55 (11) 98765-4321, PHONE, +5511987654321",
        "123E4567-E12B-12D1-A456-426655440000, RANDOM, 123e4567-e12b-12d1-a456-426655440000"
    })
    void keys_take_the_form_of_the_directory(String text, PixKey.Kind kind, String value) {
        assertThat(PixKey.of(text)).isEqualTo(new PixKey(kind, value));
    }

    @ParameterizedTest
    @CsvSource({
        "11987654321, pix_key_invalid",
        "52998224726, pix_key_invalid",
        "qualquer, pix_key_invalid",
        "ana@, email_invalid",
        "+55 20 98765-4321, phone_unknown_number"
    })
    void what_is_no_key_says_why(String text, String code) {
        assertThat(PixKey.parse(text).refusal().map(Reason::code)).contains(code);
    }

    @Test
    void only_the_form_of_the_directory_can_be_made() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PixKey(PixKey.Kind.CPF, "529.982.247-25"));
        assertThatIllegalArgumentException().isThrownBy(() -> new PixKey(PixKey.Kind.CNPJ, "12abc34501de35"));
        assertThatIllegalArgumentException().isThrownBy(() -> new PixKey(PixKey.Kind.EMAIL, "Ana@empresa.com"));
        assertThatIllegalArgumentException().isThrownBy(() -> new PixKey(PixKey.Kind.PHONE, "11987654321"));
        assertThat(PixKey.parse("a".repeat(64) + "@" + "b".repeat(10) + ".br")
                        .refusal()
                        .map(Reason::code))
                .contains("pix_key_email_too_long");
        assertThat(PixKey.parse(" ").isBlank()).isTrue();
    }

    @Property
    void every_code_reads_back(
            @ForAll @AlphaChars @StringLength(min = 1, max = 25) String name,
            @ForAll @AlphaChars @StringLength(min = 1, max = 15) String city,
            @ForAll @LongRange(min = 1, max = 999_999_999_999L) long cents,
            @ForAll @AlphaChars @NumericChars @StringLength(min = 1, max = 25) String txid,
            @ForAll String description) {
        BrCode code = BrCode.of(RANDOM, name, city, Money.brl(cents), txid, description);
        assertThat(BrCode.decode(code.payload())).isEqualTo(code);
    }

    @Property
    void any_words_make_a_code_that_banks_can_read(@ForAll String name, @ForAll String description) {
        BrCode code = BrCode.of(RANDOM, "A" + name, "Rio", null, "A1", description);
        assertThat(code.payload()).matches("[\\x20-\\x7E]+");
        assertThat(BrCode.decode(code.payload())).isEqualTo(code);
    }
}
