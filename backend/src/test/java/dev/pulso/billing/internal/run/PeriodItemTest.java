package dev.pulso.billing.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.kernel.BillingPeriod;
import dev.pulso.kernel.Texts;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodItemTest {
    private static final BillingPeriod JANUARY =
            new BillingPeriod(0, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31));

    @Test
    void a_title_is_shortened_by_whole_characters_and_the_days_are_not() {
        assertThat(PeriodItem.description("Hospedagem", JANUARY)).isEqualTo("Hospedagem (01/01/2026 a 31/01/2026)");
        String longest = PeriodItem.description("a" + "🚀".repeat(299), JANUARY);
        assertThat(Texts.length(longest)).isEqualTo(300);
        assertThat(longest).startsWith("a🚀").endsWith("🚀 (01/01/2026 a 31/01/2026)");
        assertThat(longest.codePoints()).noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }
}
