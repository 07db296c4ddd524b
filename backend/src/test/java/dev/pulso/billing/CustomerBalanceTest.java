package dev.pulso.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.testing.TestTenant;
import dev.pulso.testing.TestTenant.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a customer owes is one figure of the server, whatever the number of invoices and currencies. */
@QuarkusTest
class CustomerBalanceTest {
    private BillingTenant company;
    private UUID customer;

    @BeforeEach
    void a_customer() {
        company = BillingTenant.register();
        customer = company.customer("Autoescola Progresso");
    }

    @Test
    void nothing_is_owed_before_anything_is_issued() {
        company.draft(customer, Map.of(), 99000);
        assertThat(amounts()).isEmpty();
    }

    @Test
    void what_is_open_counts_and_what_of_it_is_past_due_is_overdue() {
        String yesterday = company.today().minusDays(1).toString();
        String today = company.today().toString();
        UUID late = issued(Map.of("due_on", yesterday), 12050);
        issued(Map.of("due_on", today), 35000);
        company.pay(late, 2000).statusCode(201);
        company.pay(issued(Map.of("due_on", yesterday), 700), 700).statusCode(201);
        company.cancel(issued(Map.of("due_on", yesterday), 5000)).statusCode(200);
        company.issued(80000); // of another customer
        assertThat(amounts())
                .containsExactly(Map.of(
                        "currency", "BRL",
                        "open_cents", 45050,
                        "overdue_cents", 10050,
                        "invoice_count", 2,
                        "invoices", 2,
                        "overdue_invoice_count", 1,
                        "overdue_invoices", 1));
    }

    @Test
    void currencies_are_never_added_up() {
        UUID foreign = company.contract(customer, "2026-01-05", "monthly", 1000, Map.of("currency", "USD"));
        issued(Map.of("contract_id", foreign), 2500);
        issued(Map.of(), 4000);
        assertThat(amounts())
                .extracting(amount -> amount.get("currency") + " " + amount.get("open_cents"))
                .containsExactly("BRL 4000", "USD 2500");
    }

    @Test
    void the_day_is_that_of_the_company() {
        company.withSettings(Map.of("time_zone", "Pacific/Kiritimati"));
        issued(Map.of("due_on", company.today().minusDays(1).toString()), 100);
        company.withSettings(Map.of("time_zone", "Pacific/Pago_Pago"));
        var there = company.tenant().get("/api/customers/{id}/balance", customer);
        assertThat(there.getString("as_of")).isEqualTo(company.today().toString());
        assertThat(there.getInt("amounts[0].overdue_cents")).isZero();
    }

    @Test
    void it_takes_the_right_to_read_invoices_and_a_customer_of_the_company() {
        company.tenant()
                .as(Role.technician)
                .get("/api/customers/{id}/balance", customer)
                .then()
                .statusCode(403);
        company.tenant()
                .api()
                .get("/api/customers/{id}/balance", UUID.randomUUID())
                .then()
                .statusCode(404);
        TestTenant.register()
                .api()
                .get("/api/customers/{id}/balance", customer)
                .then()
                .statusCode(404);
    }

    private UUID issued(Map<String, Object> more, long cents) {
        UUID invoice = company.draft(customer, more, cents);
        company.issue(invoice).statusCode(200);
        return invoice;
    }

    private List<Map<String, Object>> amounts() {
        return company.tenant().get("/api/customers/{id}/balance", customer).getList("amounts");
    }
}
