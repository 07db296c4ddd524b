package dev.pulso.portfolio.internal.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.kernel.BillingCycle;
import dev.pulso.kernel.Ids;
import dev.pulso.kernel.Money;
import dev.pulso.kernel.MonthlyAmount;
import dev.pulso.portfolio.ContractStatus;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The statement that sums the portfolio, against the definition written out contract by contract. */
@QuarkusTest
class SummaryAgainstNaiveTest {
    private static final LocalDate FROM = LocalDate.of(2025, 1, 1);
    private static final List<String> TYPES = List.of("hospedagem_site", "saas_cfc", "seo_mensal");

    @Inject
    SummaryQueries summaries;

    @Inject
    Tenancy tenancy;

    /** What a contract is worth since a day; the first terms since ever. */
    private record Terms(
            LocalDate since, long amount, long cost, BillingCycle cycle, ContractStatus status, boolean paying) {}

    private record Sample(
            UUID id,
            UUID customer,
            String type,
            LocalDate start,
            @Nullable LocalDate end,
            List<Terms> history) {
        Terms on(LocalDate day) {
            return history.stream()
                    .filter(terms -> !terms.since().isAfter(day))
                    .max(Comparator.comparing(Terms::since))
                    .orElseThrow();
        }

        boolean counts(LocalDate day) {
            return on(day).paying() && !start.isAfter(day) && (end == null || !end.isBefore(day));
        }
    }

    @Test
    void every_day_past_and_future_is_summed_as_the_definition_says() {
        Random random = new Random(4);
        TestTenant tenant = TestTenant.register();
        List<UUID> customers = List.of("Ana", "Bia", "Caio", "Davi", "Eva").stream()
                .map(name -> tenant.create("/api/customers", Map.of("name", name, "kind", "person")))
                .toList();
        Caller caller = Caller.system(tenant.id(), "test", null);
        List<Sample> contracts = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Sample contract = sample(random, customers);
            contracts.add(contract);
            store(caller, contract);
        }
        for (int i = 0; i < 60; i++) {
            LocalDate day = FROM.plusDays(random.nextInt(800) - 50);
            UUID customer = random.nextInt(3) == 0 ? customers.get(random.nextInt(customers.size())) : null;
            String type = random.nextInt(3) == 0 ? TYPES.get(random.nextInt(TYPES.size())) : null;
            Predicate<Sample> wanted =
                    contract -> (customer == null || contract.customer().equals(customer))
                            && (type == null || contract.type().equals(type))
                            && contract.counts(day);
            Summary sum = summaries
                    .sum(caller, day, new SummaryQueries.Filter(customer, type, Set.of(), Set.of()))
                    .await()
                    .atMost(Duration.ofSeconds(10));
            assertSum(sum, day, contracts.stream().filter(wanted).toList());
        }
    }

    private static void assertSum(Summary sum, LocalDate day, List<Sample> counting) {
        assertThat(sum.total()).as("total on %s", day).isEqualTo(figures(counting, day));
        assertThat(sum.customers())
                .isEqualTo(counting.stream().map(Sample::customer).distinct().count());
        assertThat(sum.arrCents())
                .isEqualTo(revenue(counting, day).roundedPerYear().cents());
        assertThat(sum.byServiceType().stream()
                        .collect(Collectors.toMap(Summary.OfServiceType::serviceType, Summary.OfServiceType::figures)))
                .isEqualTo(counting.stream()
                        .collect(Collectors.groupingBy(
                                Sample::type,
                                Collectors.collectingAndThen(Collectors.toList(), part -> figures(part, day)))));
        assertThat(sum.byCycle().stream()
                        .collect(Collectors.toMap(Summary.OfCycle::billingCycle, Summary.OfCycle::amountCents)))
                .isEqualTo(counting.stream()
                        .map(contract -> contract.on(day))
                        .collect(Collectors.groupingBy(Terms::cycle, Collectors.summingLong(Terms::amount))));
    }

    private static Summary.Figures figures(List<Sample> contracts, LocalDate day) {
        MonthlyAmount cost = MonthlyAmount.zero(Money.BRL);
        for (Sample contract : contracts) {
            Terms terms = contract.on(day);
            cost = cost.plus(MonthlyAmount.of(Money.brl(terms.cost()), terms.cycle()));
        }
        MonthlyAmount revenue = revenue(contracts, day);
        return new Summary.Figures(
                contracts.size(),
                revenue.rounded().cents(),
                cost.rounded().cents(),
                revenue.minus(cost).rounded().cents());
    }

    private static MonthlyAmount revenue(List<Sample> contracts, LocalDate day) {
        MonthlyAmount revenue = MonthlyAmount.zero(Money.BRL);
        for (Sample contract : contracts) {
            Terms terms = contract.on(day);
            revenue = revenue.plus(MonthlyAmount.of(Money.brl(terms.amount()), terms.cycle()));
        }
        return revenue;
    }

    private static Sample sample(Random random, List<UUID> customers) {
        LocalDate start = FROM.plusDays(random.nextInt(500));
        LocalDate end = random.nextInt(3) > 0 ? null : start.plusDays(random.nextInt(300));
        List<Terms> history = new ArrayList<>();
        history.add(terms(random, LocalDate.MIN, end != null));
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            LocalDate since = FROM.plusDays(random.nextInt(700));
            if (history.stream().noneMatch(terms -> terms.since().equals(since))) {
                history.add(terms(random, since, end != null));
            }
        }
        history.sort(Comparator.comparing(Terms::since));
        return new Sample(
                Ids.next(),
                customers.get(random.nextInt(customers.size())),
                TYPES.get(random.nextInt(TYPES.size())),
                start,
                end,
                history);
    }

    private static Terms terms(Random random, LocalDate since, boolean ends) {
        ContractStatus status = ContractStatus.values()[random.nextInt(ends ? 4 : 3)];
        boolean paying =
                status == ContractStatus.active || (status == ContractStatus.cancelled && random.nextBoolean());
        return new Terms(
                since,
                random.nextInt(100_000),
                random.nextInt(50_000),
                BillingCycle.values()[random.nextInt(4)],
                status,
                paying);
    }

    private void store(Caller caller, Sample contract) {
        Terms now = contract.history().getLast();
        tenancy.sql(
                        caller,
                        connection -> connection
                                .preparedQuery("""
                                    insert into contracts (tenant_id, id, customer_id, service_type, title, billing_cycle,
                                        amount_cents, cost_cents, currency, status, paying, start_on, end_on, terms_since)
                                    values ($1, $2, $3, $4, 'x', $5, $6, $7, 'BRL', $8, $9, $10, $11, $12)\
                                    """)
                                .execute(Tuple.tuple(new ArrayList<>(java.util.Arrays.asList(
                                        caller.tenantId(),
                                        contract.id(),
                                        contract.customer(),
                                        contract.type(),
                                        now.cycle().code(),
                                        now.amount(),
                                        now.cost(),
                                        now.status().name(),
                                        now.paying(),
                                        contract.start(),
                                        contract.end(),
                                        now.since().equals(LocalDate.MIN) ? null : now.since()))))
                                .chain(() -> connection
                                        .preparedQuery("""
                                            insert into contract_changes (tenant_id, contract_id, effective_on,
                                                amount_cents, cost_cents, currency, service_type, billing_cycle, status, paying)
                                            values ($1, $2, coalesce($3::date, '-infinity'), $4, $5, 'BRL', $9, $6, $7, $8)\
                                            """)
                                        .executeBatch(contract.history().stream()
                                                .map(terms -> Tuple.tuple(new ArrayList<>(java.util.Arrays.asList(
                                                        caller.tenantId(),
                                                        contract.id(),
                                                        terms.since().equals(LocalDate.MIN) ? null : terms.since(),
                                                        terms.amount(),
                                                        terms.cost(),
                                                        terms.cycle().code(),
                                                        terms.status().name(),
                                                        terms.paying(),
                                                        contract.type()))))
                                                .toList())))
                .await()
                .atMost(Duration.ofSeconds(10));
    }
}
