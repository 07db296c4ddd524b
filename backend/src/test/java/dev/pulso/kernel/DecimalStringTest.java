package dev.pulso.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalStringTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0                  | 0
            0.0                | 0
            1                  | 1
            100                | 100
            1.50               | 1.5
            0.0042             | 0.0042
            0.000000000001     | 0.000000000001
            999999999999999999 | 999999999999999999
            """)
    void it_is_read_and_written_exactly(String text, String written) {
        DecimalString decimal = DecimalString.of(text);
        assertThat(decimal).hasToString(written).isEqualTo(DecimalString.of(written));
        assertThat(decimal.value()).isEqualByComparingTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " 1",
                "1 ",
                "-1",
                "+1",
                "1e3",
                "1E-3",
                "1,5",
                "1.234,5",
                "1 000",
                "1_000",
                "01",
                ".5",
                "5.",
                "1.2.3",
                "NaN",
                "Infinity",
                "0x10",
                "١",
                "1.0000000000001",
                "1000000000000000000"
            })
    void nothing_else_is_one(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> DecimalString.of(text));
    }

    @Test
    void large_ones_have_no_exponent_and_negative_ones_are_none() {
        assertThat(new DecimalString(new BigDecimal("1E+5"))).hasToString("100000");
        assertThat(new DecimalString(new BigDecimal("0.00"))).hasToString("0");
        assertThatIllegalArgumentException().isThrownBy(() -> new DecimalString(new BigDecimal("-0.1")));
    }

    @Test
    void range_and_decimals_are_told_by_the_field() {
        BigDecimal least = new BigDecimal("0.001");
        BigDecimal most = new BigDecimal(1_000_000);
        for (String good : new String[] {"0.001", "1.5", "1000000", "2.500000"}) {
            assertThat(DecimalString.of(good).within("quantity", 3, least, most))
                    .isEqualByComparingTo(good);
        }
        for (String range : new String[] {"0", "0.0009", "1000000.001"}) {
            assertThatThrownBy(() -> DecimalString.of(range).within("quantity", 3, least, most))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.violations())
                                    .singleElement()
                                    .satisfies(one -> {
                                        assertThat(one.field()).isEqualTo("quantity");
                                        assertThat(one.code()).isEqualTo("range");
                                    }));
        }
        assertThatThrownBy(() -> DecimalString.of("1.0001").within("quantity", 3, least, most))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("3 decimals");
    }
}
