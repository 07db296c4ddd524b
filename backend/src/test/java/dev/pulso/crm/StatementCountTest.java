package dev.pulso.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.store.tenancy.CountingTenancy;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people wait for most takes as few statements with a thousand records as with ten. */
@QuarkusTest
class StatementCountTest {
    @Inject
    CountingTenancy tenancy;

    private Sales sales;
    private UUID deal;

    @BeforeEach
    void some_deals() {
        sales = Sales.ofNewTenant();
        for (String stage : List.of("Novo", "Novo", "Proposta", "Fechamento")) {
            deal = sales.aDeal("Deal in " + stage, stage, 1000);
        }
    }

    @Test
    void a_deal_is_one_statement() {
        assertThat(statementsOf(Sales.DEALS + "/" + deal)).hasSize(1);
    }

    @Test
    void a_page_of_deals_is_one_statement_however_it_is_filtered() {
        assertThat(statementsOf(Sales.DEALS + "?limit=50")).hasSize(1);
        assertThat(statementsOf(Sales.DEALS + "?limit=2&status=open&sort=-amount_cents&q=deal novo"))
                .hasSize(1);
    }

    @Test
    void names_of_others_are_one_statement_more_for_each_kind_that_is_referred_to_and_asked_for() {
        UUID company = sales.aCompany("ABC");
        for (int i = 0; i < 3; i++) {
            sales.aDeal(Map.of("company_id", company, "owner_id", sales.tenant().adminId()));
        }
        assertThat(statementsOf(Sales.DEALS + "?include=contact")).hasSize(1);
        assertThat(statementsOf(Sales.DEALS + "?include=company")).hasSize(2);
        assertThat(statementsOf(Sales.DEALS + "?include=company,contact,owner")).hasSize(3);
    }

    @Test
    void a_board_is_three_statements_however_many_columns_it_has() {
        assertThat(statementsOf(Sales.PIPELINES + "/" + sales.pipeline() + "/board"))
                .hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void other_lists_are_one_statement_and_the_portfolio_two() {
        for (String list : List.of(Sales.LEADS, Sales.COMPANIES, Sales.CONTACTS, "/api/customers", "/api/contracts")) {
            assertThat(statementsOf(list)).as(list).hasSize(1);
        }
        // What is overdue depends on the tenant's day, which is asked for once in a while.
        assertThat(statementsOf("/api/invoices")).hasSizeLessThanOrEqualTo(2);
        assertThat(statementsOf("/api/portfolio/summary?as_of=2026-01-31")).hasSizeLessThanOrEqualTo(2);
    }

    private List<String> statementsOf(String path) {
        String requestId = tenancy.countedRequestId();
        sales.tenant().api().header("X-Request-Id", requestId).get(path).then().statusCode(200);
        return tenancy.statements(requestId);
    }
}
