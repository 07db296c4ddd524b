package dev.pulso.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An invoice is found by whatever somebody holds in hand: the printed number, a bank statement, a name old or new. */
@QuarkusTest
class InvoiceSearchTest {
    private BillingTenant company;

    @BeforeEach
    void a_company_with_three_invoices() {
        company = BillingTenant.register();
    }

    @Test
    void the_number_is_found_as_it_is_printed() {
        UUID first = company.issued(1_000);
        UUID second = company.issued(2_000);
        assertThat(found("000001")).containsExactly(first);
        assertThat(found(" 0002\u00a0")).containsExactly(second);
        assertThat(found("#1")).containsExactly(first);
        assertThat(found("# 000002")).containsExactly(second);
        assertThat(found("#3")).isEmpty();
        assertThat(found("99999999999999999999")).isEmpty();
    }

    @Test
    void a_payment_is_found_by_what_the_bank_statement_says() {
        UUID first = company.issued(1_000);
        company.issued(2_000);
        String id = first.toString().replace("-", "").toUpperCase(Locale.ROOT);
        String txid = "FATURA1X" + id.substring(id.length() - 17);
        assertThat(found(txid)).containsExactly(first);
        assertThat(found(txid.toLowerCase(Locale.ROOT))).containsExactly(first);
        assertThat(found("FATURA2X" + id.substring(id.length() - 17))).isEmpty();
    }

    @Test
    void an_invoice_is_found_by_the_name_it_was_billed_by_and_by_the_present_one() {
        UUID customer = company.tenant()
                .create(
                        "/api/customers",
                        Map.of("name", "Padaria Antiga", "kind", "company", "tax_id", "12ABC34501DE35"));
        UUID invoice = company.draft(customer, Map.of(), 1_000);
        company.issued(5_000);
        company.tenant()
                .api()
                .header("If-Match", "\"0\"")
                .body(Map.of("name", "Confeitaria Nova"))
                .patch("/api/customers/{id}", customer)
                .then()
                .statusCode(200)
                .body("name", equalTo("Confeitaria Nova"));
        for (String query : new String[] {"padaria antiga", "confeitaria", "12.ABC.345/01DE-35", "nova antiga"}) {
            assertThat(found(query)).as(query).containsExactly(invoice);
        }
    }

    @Test
    void a_reference_is_the_same_whatever_stands_around_it() {
        UUID invoice = company.issued(10_000);
        Map<String, Object> payment = Map.of(
                "amount_cents",
                4_000,
                "method",
                "pix",
                "paid_on",
                company.today().toString(),
                "reference",
                "ref-7");
        company.pay(invoice, payment);
        Map<String, Object> again = new java.util.HashMap<>(payment);
        again.put("reference", "\u200bref-7\u00a0");
        company.pay(invoice, again);
        assertThat(company.invoice(invoice).getInt("paid_cents")).isEqualTo(4_000);
    }

    private java.util.List<UUID> found(String query) {
        return company.tenant().get("/api/invoices?q={q}", query).getList("data.id", UUID.class);
    }
}
