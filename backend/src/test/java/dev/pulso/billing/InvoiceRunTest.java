package dev.pulso.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class InvoiceRunTest {
    @Inject
    Tenancy tenancy;

    private BillingTenant company;

    @BeforeEach
    void a_company() {
        company = BillingTenant.register();
    }

    @Test
    void a_contract_is_billed_for_the_period_that_contains_the_day() {
        UUID customer = company.customer("Autoescola Progresso");
        UUID contract = company.contract(
                customer, "2026-01-31", "monthly", 20000, Map.of("title", "Licença CFC", "service_type", "saas_cfc"));
        assertThat(company.run("2026-02-03"))
                .isEqualTo(Map.of("contracts_seen", 1, "invoices_created", 1, "invoices_issued", 1, "skipped", 0));
        UUID id =
                UUID.fromString((String) company.invoicesOf(contract).getFirst().get("id"));
        company.tenant()
                .api()
                .get("/api/invoices/{id}", id)
                .then()
                .body("number", equalTo(1))
                .body("customer_id", equalTo(customer.toString()))
                .body("customer_name", equalTo("Autoescola Progresso"))
                .body("period_start", equalTo("2026-01-31"))
                .body("period_end", equalTo("2026-02-27"))
                .body("issued_on", equalTo(company.today().toString()))
                .body("due_on", equalTo(company.today().toString()))
                .body("total_cents", equalTo(20000))
                .body("items.size()", equalTo(1))
                .body("items[0].description", equalTo("Licença CFC (31/01/2026 a 27/02/2026)"))
                .body("items[0].kind", equalTo("plan"))
                .body("items[0].quantity", equalTo("1"))
                .body("items[0].total_cents", equalTo(20000));
        assertThat(Outboxes.typesOf(company.tenant(), id)).containsExactly("invoice.issued");
    }

    @Test
    void running_twice_bills_once() {
        UUID contract = company.contract("2026-01-15", "monthly", 5000);
        company.run("2026-01-20");
        assertThat(company.run("2026-01-20"))
                .isEqualTo(Map.of("contracts_seen", 1, "invoices_created", 0, "invoices_issued", 0, "skipped", 0));
        company.run("2026-02-14");
        assertThat(company.periodStarts(contract)).containsExactly("2026-01-15");
    }

    @Test
    void two_runs_at_once_bill_once_and_leave_no_gap() throws Exception {
        List<UUID> contracts = IntStream.range(0, 60)
                .mapToObj(i -> company.contract("2026-01-15", "monthly", 5000 + i))
                .toList();
        // Not by hand: of those one waits for the other. Two nodes, or the schedule and a person, may meet all the
        // same.
        Callable<Map<String, Long>> run = () -> company.runQuietly(LocalDate.of(2026, 1, 20));
        long created = InvoiceTest.inParallel(List.of(run, run, run, run)).stream()
                .mapToLong(counts -> counts.get("invoices_created"))
                .sum();
        assertThat(created).isEqualTo(60);
        contracts.forEach(contract -> assertThat(company.invoicesOf(contract)).hasSize(1));
        assertThat(company.numbers())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 60).boxed().toList());
    }

    @Test
    void a_cancelled_invoice_is_not_billed_again() {
        UUID contract = company.contract("2026-01-15", "monthly", 5000);
        company.run("2026-01-15");
        company.cancel(UUID.fromString(
                        (String) company.invoicesOf(contract).getFirst().get("id")))
                .statusCode(200);
        company.run("2026-01-16");
        assertThat(company.invoicesOf(contract)).hasSize(1);
    }

    @Test
    void an_invoice_by_hand_for_the_same_contract_does_not_replace_the_run() {
        UUID customer = company.customer("Cliente");
        UUID contract = company.contract(customer, "2026-01-15", "monthly", 5000, Map.of());
        company.draft(customer, Map.of("contract_id", contract), 100);
        company.run("2026-01-15");
        assertThat(company.invoicesOf(contract)).hasSize(2);
    }

    @Test
    void periods_missed_while_nothing_ran_are_billed_later_each_once() {
        UUID contract = company.contract("2026-01-31", "monthly", 5000);
        company.run("2026-01-31");
        assertThat(company.run("2026-05-10").get("invoices_created")).isEqualTo(3);
        assertThat(company.periodStarts(contract))
                .containsExactly("2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30");
        assertThat(company.invoicesOf(contract).stream().skip(1).map(invoice -> (String) invoice.get("due_on")))
                .as("nobody can pay before the invoice is there")
                .allMatch(dueOn -> !LocalDate.parse(dueOn).isBefore(company.today()));
        assertThat(company.run("2026-05-11").get("invoices_created")).isZero();
    }

    @Test
    void a_contract_that_began_long_ago_is_not_flooded() {
        UUID contract = company.contract("2020-01-31", "monthly", 5000);
        company.run("2026-05-10");
        assertThat(company.periodStarts(contract)).containsExactly("2026-04-30");
        company.run("2026-05-31");
        assertThat(company.periodStarts(contract)).containsExactly("2026-04-30", "2026-05-31");
    }

    @Test
    void a_run_for_an_earlier_day_bills_that_days_period_only() {
        UUID contract = company.contract("2026-01-01", "monthly", 5000);
        company.run("2026-05-10");
        company.run("2026-02-10");
        assertThat(company.periodStarts(contract)).containsExactly("2026-02-01", "2026-05-01");
        company.run("2026-06-10");
        assertThat(company.periodStarts(contract)).containsExactly("2026-02-01", "2026-05-01", "2026-06-01");
    }

    @Test
    void a_frozen_contract_is_not_billed_not_even_afterwards() {
        UUID contract = company.contract("2026-01-01", "monthly", 5000);
        company.run("2026-01-01");
        company.tenant()
                .api()
                .post("/api/contracts/{id}/freeze", contract)
                .then()
                .statusCode(200);
        company.run("2026-02-01");
        company.run("2026-03-01");
        company.tenant()
                .api()
                .post("/api/contracts/{id}/activate", contract)
                .then()
                .statusCode(200);
        company.run("2026-04-01");
        assertThat(company.periodStarts(contract)).containsExactly("2026-01-01", "2026-04-01");
    }

    @Test
    void runs_from_before_a_contract_was_entered_do_not_hide_its_missed_periods() {
        for (int month = 1; month <= 5; month++) {
            company.run("2026-0" + month + "-01");
        }
        UUID contract = company.contract("2026-01-01", "monthly", 5000);
        company.run("2026-01-01");
        company.run("2026-05-01");
        assertThat(company.periodStarts(contract))
                .containsExactly("2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01", "2026-05-01");
    }

    @Test
    void a_contract_is_billed_whole_for_every_period_that_begins_by_its_last_day() {
        UUID customer = company.customer("Cliente");
        UUID contract = company.contract(customer, "2026-01-10", "monthly", 5000, Map.of("end_on", "2026-03-12"));
        for (String day : List.of(
                "2026-01-10", "2026-02-10", "2026-03-10", "2026-03-12", "2026-03-13", "2026-04-10", "2026-05-10")) {
            company.run(day);
        }
        assertThat(company.periodStarts(contract)).containsExactly("2026-01-10", "2026-02-10", "2026-03-10");
        assertThat(company.invoicesOf(contract).getLast().get("period_end")).isEqualTo("2026-04-09");
        assertThat(company.invoicesOf(contract).getLast().get("total_cents")).isEqualTo(5000);
    }

    @Test
    void the_last_periods_of_a_contract_that_ended_while_nothing_ran_are_billed() {
        UUID customer = company.customer("Cliente");
        UUID contract = company.contract(customer, "2026-01-10", "monthly", 5000, Map.of("end_on", "2026-03-12"));
        UUID never = company.contract(customer, "2026-01-20", "monthly", 5000, Map.of("end_on", "2026-02-12"));
        company.run("2026-01-10");
        company.run("2026-06-01");
        assertThat(company.periodStarts(contract)).containsExactly("2026-01-10", "2026-02-10", "2026-03-10");
        assertThat(company.invoicesOf(never)).as("never billed, and over").isEmpty();
    }

    @Test
    void trials_cancelled_and_future_contracts_are_not_billed() {
        UUID customer = company.customer("Cliente");
        UUID trial = company.contract(customer, "2026-01-01", "monthly", 5000, Map.of("status", "trial"));
        UUID future = company.contract(customer, "2026-02-01", "monthly", 5000, Map.of());
        UUID cancelled = company.contract(customer, "2026-01-01", "monthly", 5000, Map.of());
        company.tenant()
                .api()
                .body(Map.of("end_on", "2026-01-01"))
                .post("/api/contracts/{id}/cancel", cancelled)
                .then()
                .statusCode(200);
        assertThat(company.run("2026-01-31").get("contracts_seen")).isZero();
        for (UUID contract : List.of(trial, future, cancelled)) {
            assertThat(company.invoicesOf(contract)).isEmpty();
        }
    }

    @Test
    void a_contract_without_a_price_is_skipped_and_counted() {
        UUID free = company.contract("2026-01-01", "monthly", 0);
        assertThat(company.run("2026-01-01"))
                .isEqualTo(Map.of("contracts_seen", 1, "invoices_created", 0, "invoices_issued", 0, "skipped", 1));
        assertThat(company.invoicesOf(free)).isEmpty();
    }

    @Test
    void a_contract_whose_start_was_moved_is_not_billed_twice_for_a_day() {
        UUID contract = company.contract("2026-01-31", "monthly", 5000);
        company.run("2026-01-31");
        company.tenant()
                .api()
                .header("If-Match", "\"" + 0 + "\"")
                .body(Map.of("start_on", "2026-01-15"))
                .patch("/api/contracts/{id}", contract)
                .then()
                .statusCode(200);
        for (String day : List.of("2026-02-01", "2026-02-15", "2026-03-15")) {
            company.run(day);
        }
        assertThat(company.periodStarts(contract)).containsExactly("2026-01-31", "2026-02-28");
        company.run("2026-03-31");
        assertThat(company.periodStarts(contract))
                .as("nor is a day left out, and the 31st comes back")
                .containsExactly("2026-01-31", "2026-02-28", "2026-03-31");
    }

    @ParameterizedTest
    @CsvSource({
        // from, to, billed until, and the period after the change
        "2026-01-15, monthly, 2026-01-15, annual, 2026-02-15, 2026-02-15, 2027-02-14",
        "2026-01-15, quarterly, 2026-01-15, semiannual, 2026-04-15, 2026-04-15, 2026-10-14",
        "2026-01-31, monthly, 2026-01-31, quarterly, 2026-03-05, 2026-02-28, 2026-05-30",
        "2026-01-15, monthly, 2026-01-01, monthly, 2026-02-20, 2026-02-15, 2026-03-14",
        "2026-01-15, monthly, 2026-02-01, monthly, 2026-02-15, 2026-02-15, 2026-03-14",
        "2026-01-15, monthly, 2026-03-01, monthly, 2026-03-01, 2026-03-01, 2026-03-31",
    })
    void after_a_change_of_cycle_or_first_day_billing_goes_on_from_the_last_billed_day(
            String startOn, String cycle, String newStart, String newCycle, String runOn, String from, String to) {
        UUID contract = company.contract(startOn, cycle, 10000);
        company.run(startOn);
        company.tenant()
                .api()
                .header("If-Match", "\"" + 0 + "\"")
                .body(Map.of("start_on", newStart, "billing_cycle", newCycle, "amount_cents", 100000))
                .patch("/api/contracts/{id}", contract)
                .then()
                .statusCode(200);
        assertThat(company.run(runOn).get("invoices_created")).isEqualTo(1);
        assertThat(company.run(runOn).get("invoices_created")).isZero();
        Map<String, Object> next = company.invoicesOf(contract).getLast();
        assertThat(next.get("period_start")).isEqualTo(from);
        assertThat(next.get("period_end")).isEqualTo(to);
        assertThat(next.get("total_cents")).isEqualTo(100000);
    }

    @Test
    void a_day_that_has_not_come_is_refused_and_bills_nothing() {
        UUID contract = company.contract("2026-01-15", "monthly", 10000);
        for (LocalDate day : List.of(company.today().plusDays(1), LocalDate.of(2062, 11, 29))) {
            company.tenant()
                    .post("/api/jobs/invoice-run/runs", Map.of("on", day.toString()))
                    .statusCode(400)
                    .body("violations[0].field", equalTo("on"))
                    .body("violations[0].code", equalTo("future"));
            company.tenant()
                    .api()
                    .get("/api/jobs/invoice-run/preview?on={day}", day.toString())
                    .then()
                    .statusCode(400);
        }
        assertThat(company.invoicesOf(contract)).isEmpty();
        assertThat(company.tenant().get("/api/jobs/runs").getList("data")).isEmpty();
    }

    @Test
    void what_a_run_would_do_can_be_seen_before() {
        UUID contract = company.contract("2026-01-31", "monthly", 5000);
        company.contract("2026-01-31", "monthly", 0);
        company.run("2026-01-31");
        String preview = "/api/jobs/invoice-run/preview?on=2026-05-10";
        Map<String, Integer> told = company.tenant().get(preview).getMap("counts");
        assertThat(told)
                .isEqualTo(Map.of("contracts_seen", 2, "invoices_created", 3, "invoices_issued", 3, "skipped", 1));
        assertThat(company.invoicesOf(contract)).as("nothing has been done").hasSize(1);
        assertThat(company.run("2026-05-10")).isEqualTo(told);
        assertThat(company.tenant().get(preview).getInt("counts.invoices_created"))
                .isZero();
    }

    @Test
    void numbers_and_days_of_issue_rise_together_whatever_day_a_run_is_for() {
        company.contract("2026-03-10", "monthly", 5000);
        company.run(company.today().toString());
        company.run("2026-03-10");
        assertThat(company.tenant().get("/api/invoices?sort=number").getList("data.issued_on", String.class))
                .hasSize(2)
                .containsOnly(company.today().toString());
    }

    /** Two runs with different ideas of the contract: one began before its first day was moved. */
    @Test
    void two_runs_that_saw_different_first_days_do_not_bill_a_day_twice() throws Exception {
        UUID customer = company.customer("Cliente");
        UUID contract = company.contract(customer, "2026-11-15", "monthly", 5000, Map.of());
        CompletableFuture<Integer> inserted = new CompletableFuture<>();
        CompletableFuture<Void> mayCommit = new CompletableFuture<>();
        CompletableFuture<Integer> first = bill(customer, contract, "2026-11-15", "2026-12-14", one -> {
            inserted.complete(one);
            return mayCommit;
        });
        assertThat(inserted.get(1, TimeUnit.MINUTES)).isEqualTo(1);
        CompletableFuture<Integer> second =
                bill(customer, contract, "2026-11-20", "2026-12-19", two -> CompletableFuture.completedFuture(null));
        await().atMost(Duration.ofMinutes(1)).until(this::someInsertWaits);
        mayCommit.complete(null);
        assertThat(first.get(1, TimeUnit.MINUTES)).isEqualTo(1);
        assertThat(second.get(1, TimeUnit.MINUTES)).isZero();
        assertThat(company.periodStarts(contract)).containsExactly("2026-11-15");
    }

    private CompletableFuture<Integer> bill(
            UUID customer,
            UUID contract,
            String start,
            String end,
            Function<Integer, CompletionStage<Void>> beforeCommit) {
        Caller run = Caller.system(company.tenant().id(), "job:invoice-run", null);
        return tenancy.sql(
                        run,
                        connection -> connection
                                .preparedQuery("""
                                    insert into invoices (tenant_id, id, origin, customer_id, customer_name, contract_id, period_start,
                                                          period_end, currency, total_cents, due_on)
                                    values ($1, $2, 'run', $3, 'Cliente', $4, $5, $6, 'BRL', 5000, '2026-12-24')
                                    on conflict do nothing\
                                    """)
                                .execute(Tuple.from(List.of(
                                        run.tenantId(),
                                        UUID.randomUUID(),
                                        customer,
                                        contract,
                                        LocalDate.parse(start),
                                        LocalDate.parse(end))))
                                .map(rows -> rows.rowCount())
                                .call(count -> Uni.createFrom().completionStage(beforeCommit.apply(count))))
                .subscribeAsCompletionStage();
    }

    private boolean someInsertWaits() {
        return tenancy.withoutTenant(connection -> connection
                        .query("select exists (select from pg_stat_activity where wait_event_type = 'Lock'"
                                + " and query like 'insert into invoices%')")
                        .execute())
                .map(rows -> rows.iterator().next().getBoolean(0))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    @Test
    void a_new_price_is_billed_from_the_next_period() {
        UUID contract = company.contract("2026-01-15", "monthly", 5000);
        company.run("2026-01-15");
        company.tenant()
                .api()
                .header("If-Match", "\"" + 0 + "\"")
                .body(Map.of("amount_cents", 7000))
                .patch("/api/contracts/{id}", contract)
                .then()
                .statusCode(200);
        company.run("2026-02-15");
        assertThat(company.invoicesOf(contract))
                .extracting(invoice -> invoice.get("total_cents"))
                .containsExactly(5000, 7000);
    }

    @Test
    void an_invoice_is_due_on_the_billing_day_else_after_the_companys_days_and_never_before_it_is_there() {
        company.withSettings(Map.of("invoice_due_days", 5));
        UUID customer = company.customer("Cliente");
        UUID byDay = company.contract(customer, "2099-01-31", "monthly", 100, Map.of("billing_day", 30));
        UUID late = company.contract(customer, "2026-01-20", "monthly", 100, Map.of("billing_day", 25));
        UUID byDays = company.contract(customer, "2099-01-31", "monthly", 100, Map.of());
        company.run("2026-01-31");
        company.runQuietly(LocalDate.of(2099, 1, 31));
        company.runQuietly(LocalDate.of(2099, 2, 28));
        assertThat(dueDays(byDay)).containsExactly("2099-02-28", "2099-03-30");
        assertThat(dueDays(byDays)).containsExactly("2099-02-05", "2099-03-05");
        assertThat(dueDays(late).getFirst())
                .as("its billing day has passed")
                .isEqualTo(company.today().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/Sao_Paulo", "Pacific/Kiritimati"})
    void month_end_anchors_never_drift_in_a_whole_leap_year_of_daily_runs(String zone) {
        company.withSettings(Map.of("time_zone", zone));
        UUID monthly = company.contract("2027-12-31", "monthly", 5000);
        UUID quarterly = company.contract("2027-11-30", "quarterly", 15000);
        UUID annual = company.contract("2024-02-29", "annual", 60000);
        LocalDate.of(2027, 12, 31).datesUntil(LocalDate.of(2029, 1, 1)).forEach(company::runQuietly);
        assertThat(company.periodStarts(monthly))
                .containsExactly(
                        "2027-12-31",
                        "2028-01-31",
                        "2028-02-29",
                        "2028-03-31",
                        "2028-04-30",
                        "2028-05-31",
                        "2028-06-30",
                        "2028-07-31",
                        "2028-08-31",
                        "2028-09-30",
                        "2028-10-31",
                        "2028-11-30",
                        "2028-12-31");
        assertThat(company.periodStarts(quarterly))
                .containsExactly("2027-11-30", "2028-02-29", "2028-05-30", "2028-08-30", "2028-11-30");
        assertThat(company.periodStarts(annual)).containsExactly("2027-02-28", "2028-02-29");
        assertThat(company.invoicesOf(monthly).get(1).get("period_end")).isEqualTo("2028-02-28");
        assertThat(company.numbers())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 20).boxed().toList());
    }

    @Test
    void february_of_a_common_year_ends_on_the_28th() {
        UUID contract = company.contract("2026-01-31", "monthly", 5000);
        for (String day : List.of("2026-01-31", "2026-02-28", "2026-03-31")) {
            company.run(day);
        }
        assertThat(company.periodStarts(contract)).containsExactly("2026-01-31", "2026-02-28", "2026-03-31");
    }

    @Test
    void without_a_day_the_run_is_for_today_where_the_company_is() {
        company.withSettings(Map.of("time_zone", "Pacific/Kiritimati"));
        LocalDate today = company.today();
        UUID contract = company.contract(today.toString(), "monthly", 5000);
        UUID run = UUID.fromString(company.tenant()
                .post("/api/jobs/invoice-run/runs", Map.of())
                .statusCode(202)
                .body("on", equalTo(today.toString()))
                .extract()
                .path("id"));
        company.finished(run);
        assertThat(company.periodStarts(contract)).containsExactly(today.toString());
    }

    @Test
    void a_run_bills_its_own_company_only() {
        UUID contract = company.contract("2026-01-15", "monthly", 5000);
        BillingTenant other = BillingTenant.register();
        UUID theirs = other.contract("2026-01-15", "monthly", 5000);
        company.run("2026-01-15");
        assertThat(company.invoicesOf(contract)).hasSize(1);
        assertThat(other.invoicesOf(theirs)).isEmpty();
    }

    private List<Object> dueDays(UUID contract) {
        return company.invoicesOf(contract).stream()
                .map(invoice -> invoice.get("due_on"))
                .toList();
    }
}
