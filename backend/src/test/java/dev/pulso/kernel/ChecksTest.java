package dev.pulso.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    @Test
    void a_name_is_one_line_with_something_in_it() {
        assertThat(Checks.text("name", "  Ana Souza\u00a0")).isEqualTo("Ana Souza");
        assertThat(refusal(() -> Checks.text("name", null))).isEqualTo("name required");
        assertThat(refusal(() -> Checks.text("name", " \u00a0 "))).isEqualTo("name required");
        assertThat(refusal(() -> Checks.text("name", "Ana\nBcc: all"))).isEqualTo("name one_line");
        assertThat(Checks.lines("notes", " one\ntwo ")).isEqualTo("one\ntwo");
        assertThat(refusal(() -> Checks.present("name", null))).isEqualTo("name required");
        assertThat(Checks.present("name", "Ana")).isEqualTo("Ana");
    }

    @Test
    void blank_is_nothing() {
        assertThat(Checks.trimmed(null)).isNull();
        assertThat(Checks.trimmed(" \t")).isNull();
        assertThat(Checks.trimmed(" x ")).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme.com.br", "https://acme.com.br/loja?a=1#b", "HTTP://acme.com:8080", "www.acme.com"})
    void a_site_is_what_people_write(String site) {
        assertThat(Checks.website("website", " " + site + " ")).isEqualTo(site);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme",
                "javascript:alert(1).x",
                "ftp://acme.com",
                "https://acme.com/\"x",
                "a b.com",
                "me@acme.com"
            })
    void what_could_be_something_else_than_a_site_is_refused(String site) {
        assertThat(refusal(() -> Checks.website("website", site))).isEqualTo("website website");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void what_may_be_left_out_may_be_blank(String blank) {
        assertThat(Checks.website("website", blank)).isNull();
        assertThat(Checks.taxId("tax_id", blank)).isNull();
        assertThat(Checks.email("email", blank)).isNull();
        assertThat(Checks.phone("phone", blank)).isNull();
    }

    @Test
    void today_has_happened_and_tomorrow_has_not() {
        assertThat(Checks.notInFuture("paid_on", TODAY, TODAY)).isEqualTo(TODAY);
        assertThat(refusal(() -> Checks.notInFuture("paid_on", TODAY.plusDays(1), TODAY)))
                .isEqualTo("paid_on future");
    }

    @Test
    void what_is_kept_is_the_form_by_which_it_is_compared() {
        assertThat(Checks.taxId("tax_id", "529.982.247-25")).isEqualTo("52998224725");
        assertThat(Checks.email("email", " Ana@Acme.com.br ")).isEqualTo("ana@acme.com.br");
        assertThat(Checks.phone("phone", "(11) 98765-4321")).isEqualTo("+5511987654321");
        assertThat(refusal(() -> Checks.email("email", "ana"))).startsWith("email ");
        assertThat(refusal(() -> Checks.taxId("tax_id", "529.982.247-26"))).startsWith("tax_id ");
        assertThat(refusal(() -> Checks.phone("phone", "12"))).startsWith("phone ");
    }

    @Test
    void a_person_has_a_cpf_and_a_company_a_cnpj() {
        String cpf = "52998224725";
        String cnpj = "11222333000181";
        assertThatCode(() -> Checks.taxIdOfKind("tax_id", cpf, true)).doesNotThrowAnyException();
        assertThatCode(() -> Checks.taxIdOfKind("tax_id", cnpj, false)).doesNotThrowAnyException();
        assertThatCode(() -> Checks.taxIdOfKind("tax_id", null, true)).doesNotThrowAnyException();
        assertThat(refusal(() -> Checks.taxIdOfKind("tax_id", cnpj, true))).isEqualTo("tax_id tax_id_of_person");
        assertThat(refusal(() -> Checks.taxIdOfKind("tax_id", cpf, false))).isEqualTo("tax_id tax_id_of_company");
    }

    /** Field and code of the one thing that is refused. */
    private static String refusal(ThrowingCallable refused) {
        Problem problem = catchThrowableOfType(Problem.class, refused);
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.violations()).hasSize(1);
        Violation one = problem.violations().getFirst();
        return one.field() + " " + one.code();
    }
}
