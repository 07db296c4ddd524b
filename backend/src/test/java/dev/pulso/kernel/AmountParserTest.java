package dev.pulso.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountParserTest {

    private static final AmountParser COMMA = AmountParser.brazilian();
    private static final AmountParser POINT = new AmountParser(DecimalStyle.POINT, Money.BRL);
    private static final AmountParser MIXED = new AmountParser(DecimalStyle.MIXED, Money.BRL);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            JPY | 1.234        | 1234
            JPY | ¥ 5          |
            JPY | JPY 1.234,00 | 1234
            JPY | 1.234,5      |
            CLP | 1.234.567    | 1234567
            KWD | 1.234,567    | 1234567
            KWD | 0,007        | 7
            KWD | 1,5          | 1500
            KWD | 0,0005       |
            """)
    void an_amount_has_the_decimals_of_its_currency(String currency, String text, @Nullable Long cents) {
        Parsed<Long> parsed = new AmountParser(DecimalStyle.COMMA, Currency.getInstance(currency)).parse(text);
        if (cents == null) {
            assertThat(parsed.refusal()).as(text).isPresent();
        } else {
            assertThat(parsed).isEqualTo(Parsed.value(cents));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            R$ 1.234,56      | 123456
            R$1.234,56       | 123456
            1234,56          | 123456
            1.234            | 123400
            1.234.567        | 123456700
            '1 234,56'       | 123456
            50               | 5000
            50,              | 5000
            ',5'             | 50
            0,05             | 5
            -1.234,56        | -123456
            R$ -10           | -1000
            -R$ 10           | -1000
            - R$ 10,00       | -1000
            +10,00           | 1000
            10,00-           | -1000
            (1.234,56)       | -123456
            (R$ 10)          | -1000
            ' R$ -   '       | 0
            R$ -00           | 0
            '- R$ '          | 0
            -                | 0
            −                | 0
            'R$  -'        | 0
            1.234,56 BRL     | 123456
            brl 9            | 900
            9,90 R$          | 990
            \u221210         | -1000
            0,00             | 0
            -0               | 0
            007,10           | 710
            29,8500          | 2985
            90.071.992.547.409,91 | 9007199254740991
            """)
    void amounts_with_a_decimal_comma_become_cents(String text, long cents) {
        assertThat(COMMA.parse(text)).isEqualTo(Parsed.value(cents));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,234.56    | 123456
            1234.56     | 123456
            R$ 1,234.56 | 123456
            1,234       | 123400
            29.85       | 2985
            1054        | 105400
            .5          | 50
            1'234.56    | 123456
            -4514       | -451400
            """)
    void amounts_with_a_decimal_point_become_cents(String text, long cents) {
        assertThat(POINT.parse(text.replace("''", "'"))).isEqualTo(Parsed.value(cents));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u00a0", "\ufeff", "\t\n"})
    void an_empty_cell_is_blank_and_no_mistake(String text) {
        assertThat(COMMA.parse(text)).isEqualTo(Parsed.blank());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            abc           | amount_not_a_number
            R$            | amount_not_a_number
            ','           | amount_not_a_number
            --5           | amount_not_a_number
            -5-           | amount_not_a_number
            (-5)          | amount_not_a_number
            1,2,3         | amount_not_a_number
            1E+05         | amount_not_a_number
            12 reais      | amount_not_a_number
            10%           | amount_not_a_number
            US$ 10        | amount_currency
            € 10,00       | amount_currency
            10 USD        | amount_currency
            1234.56       | amount_separators
            1,234.56      | amount_separators
            1.23.456      | amount_separators
            12.34         | amount_separators
            1234.567      | amount_separators
            1.234 567,00  | amount_separators
            0,001         | amount_fraction_of_cent
            10,999        | amount_fraction_of_cent
            90.071.992.547.409,92 | amount_too_large
            99999999999999999999999 | amount_too_large
            """)
    void what_cannot_be_read_says_why(String text, String code) {
        assertThat(COMMA.parse(text).refusal().map(Reason::code)).as(text).contains(code);
    }

    @Test
    void a_mixed_column_takes_what_reads_one_way_and_refuses_the_doubtful() {
        assertThat(MIXED.parse("1.234,56")).isEqualTo(Parsed.value(123_456L));
        assertThat(MIXED.parse("1,234.56")).isEqualTo(Parsed.value(123_456L));
        assertThat(MIXED.parse("1.234.567")).isEqualTo(Parsed.value(123_456_700L));
        assertThat(MIXED.parse("10")).isEqualTo(Parsed.value(1_000L));
        assertThat(MIXED.parse("1.234").refusal().map(Reason::code)).contains("amount_ambiguous");
        assertThat(MIXED.parse("1,234").refusal().map(Reason::code)).contains("amount_ambiguous");
    }

    @Test
    void dollars_are_read_where_dollars_are_expected() {
        AmountParser dollars =
                new AmountParser(DecimalStyle.POINT, Money.of(0, "USD").currency());
        assertThat(dollars.parse("US$ 1,000.50")).isEqualTo(Parsed.value(100_050L));
        assertThat(dollars.parse("$5")).isEqualTo(Parsed.value(500L));
        assertThat(dollars.parse("R$ 5").refusal().map(Reason::code)).contains("amount_currency");
    }

    @Test
    void the_column_tells_how_to_read_a_doubtful_value() {
        assertThat(DecimalStyle.detect(List.of("1.234", "R$ 10,50"))).isEqualTo(DecimalStyle.COMMA);
        assertThat(DecimalStyle.detect(List.of("1,234", "29.85"))).isEqualTo(DecimalStyle.POINT);
        assertThat(DecimalStyle.detect(List.of("1.234.567"))).isEqualTo(DecimalStyle.COMMA);
        assertThat(DecimalStyle.detect(List.of("1,234,567"))).isEqualTo(DecimalStyle.POINT);
        assertThat(DecimalStyle.detect(List.of("0.125"))).isEqualTo(DecimalStyle.POINT);
        assertThat(DecimalStyle.detect(List.of("1234.567"))).isEqualTo(DecimalStyle.POINT);
        assertThat(DecimalStyle.detect(List.of(".50"))).isEqualTo(DecimalStyle.POINT);
        assertThat(DecimalStyle.detect(List.of("1,5", "1.5"))).isEqualTo(DecimalStyle.MIXED);
        assertThat(DecimalStyle.detect(List.of("1054", "", "Won", "31/12/2024 10.30")))
                .isEqualTo(DecimalStyle.COMMA);
    }

    @Test
    void only_doubtful_values_make_the_style_a_guess() {
        assertThat(new DecimalStyle.Votes().add("1.234").add("550").isGuess()).isTrue();
        assertThat(new DecimalStyle.Votes().add("1.234").add("5,50").isGuess()).isFalse();
        assertThat(new DecimalStyle.Votes().add("550").isGuess()).isFalse();
    }

    @Property
    void every_amount_written_for_people_reads_back(
            @ForAll @LongRange(min = -AmountParser.MAX_CENTS, max = AmountParser.MAX_CENTS) long cents) {
        String brazilian = Money.brl(cents).toBrazilian();
        assertThat(COMMA.parse(brazilian)).isEqualTo(Parsed.value(cents));
        assertThat(MIXED.parse(brazilian)).isEqualTo(Parsed.value(cents));
        String plain = Money.brl(cents).toDecimal().toPlainString();
        assertThat(POINT.parse(plain)).isEqualTo(Parsed.value(cents));
        assertThat(DecimalStyle.detect(List.of(plain))).isEqualTo(DecimalStyle.POINT);
        String american = String.format(Locale.ROOT, "%,.2f", Money.brl(cents).toDecimal());
        assertThat(POINT.parse(american)).isEqualTo(Parsed.value(cents));
    }

    @Property
    void no_text_whatever_makes_the_parser_fall_over(@ForAll String text) {
        for (AmountParser parser : List.of(COMMA, POINT, MIXED)) {
            assertThat(parser.parse(text)).isNotNull();
        }
        assertThat(DecimalStyle.detect(List.of(text))).isNotNull();
    }
}
