package dev.pulso.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.demo.Agreement.Status;
import dev.pulso.kernel.BillingCycle;
import dev.pulso.kernel.Email;
import dev.pulso.kernel.PhoneNumber;
import dev.pulso.kernel.TaxId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The story holds together, on whatever day it is told. */
public class DemoYearTest {
    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");
    private static final List<DemoYear.Seller> SELLERS = List.of(
            new DemoYear.Seller(new UUID(1, 1), "Rafael", 60), new DemoYear.Seller(new UUID(1, 2), "Juliana", 40));

    /** Days that calendars are wrong on, and some others. */
    public static Stream<DemoYear> years() {
        return Stream.of(
                        "2026-11-21",
                        "2026-11-30",
                        "2026-12-31",
                        "2027-01-01",
                        "2027-03-01",
                        "2028-02-29",
                        "2028-03-31")
                .map(day -> of(LocalDate.parse(day)));
    }

    public static DemoYear of(LocalDate today) {
        return DemoYear.of(today, SAO_PAULO, SELLERS);
    }

    @Test
    void the_same_day_tells_the_same_story() {
        DemoYear one = of(LocalDate.parse("2026-11-21"));
        DemoYear other = of(LocalDate.parse("2026-11-21"));
        assertThat(other.buyers()).isEqualTo(one.buyers());
        assertThat(other.agreements()).isEqualTo(one.agreements());
        assertThat(other.sales()).isEqualTo(one.sales());
        assertThat(other.prospects()).isEqualTo(one.prospects());
    }

    @Test
    void parties_are_told_apart_and_could_be_stored() {
        DemoYear year = of(LocalDate.parse("2026-11-21"));
        List<Party> parties =
                new ArrayList<>(year.buyers().stream().map(Buyer::party).toList());
        parties.addAll(year.prospects());
        assertThat(parties).extracting(Party::name).doesNotHaveDuplicates();
        assertThat(parties).extracting(Party::person).doesNotHaveDuplicates();
        assertThat(parties).extracting(Party::taxId).doesNotHaveDuplicates();
        assertThat(parties).allSatisfy(party -> {
            assertThat(TaxId.of(party.taxId()).kind()).isEqualTo(party.company() ? TaxId.Kind.CNPJ : TaxId.Kind.CPF);
            assertThat(PhoneNumber.of(party.phone()).isBrazilianMobile()).isTrue();
            assertThat(Email.of(party.email()).toString()).isNotEmpty();
            assertThat(Email.of(party.billingEmail()).toString()).isNotEmpty();
            assertThat(party.email()).endsWith(".example");
        });
        assertThat(parties.stream().filter(party -> party.taxId().matches(".*[A-Z].*")))
                .as("alphanumeric CNPJs")
                .hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @MethodSource("years")
    void there_is_enough_of_everything(DemoYear year) {
        assertThat(year.buyers()).hasSize(180);
        assertThat(year.agreements()).hasSize(260);
        assertThat(year.sales()).hasSize(220);
        assertThat(year.agreements())
                .extracting(Agreement::serviceType)
                .contains(
                        "hospedagem_site",
                        "saas_imobsites",
                        "saas_cfc",
                        "manutencao_site",
                        "gestao_trafego",
                        "seo_mensal",
                        "outro_recorrente");
        assertThat(year.agreements()).extracting(Agreement::cycle).contains(BillingCycle.values());
        assertThat(count(year, Status.trial)).isEqualTo(8);
        assertThat(count(year, Status.frozen)).isEqualTo(9);
        assertThat(count(year, Status.cancelled)).isEqualTo(30);
        LocalDate today = year.today();
        assertThat(year.agreements().stream()
                        .filter(each -> each.latest().status() == Status.active && each.endOn() != null)
                        .filter(each -> !each.endOn().isAfter(today.plusDays(7))))
                .as("ending in a week")
                .hasSize(5);
        assertThat(year.agreements().stream()
                        .filter(each -> each.latest().status() == Status.cancelled && each.isPaying(today)))
                .as("running out")
                .isNotEmpty();
        assertThat(year.agreements().stream().filter(each -> !each.reviewOn().isAfter(today.plusDays(9))))
                .as("reviews due")
                .hasSizeGreaterThan(8);
        assertThat(year.agreements().stream().filter(DemoYearTest::cameBack))
                .as("reactivated")
                .hasSize(7);
    }

    @ParameterizedTest
    @MethodSource("years")
    void agreements_make_sense(DemoYear year) {
        Set<UUID> sales = year.sales().stream().map(Sale::id).collect(Collectors.toSet());
        assertThat(year.agreements()).extracting(Agreement::id).doesNotHaveDuplicates();
        assertThat(sales).hasSameSizeAs(year.sales());
        assertThat(year.agreements()).allSatisfy(agreement -> {
            assertThat(agreement.startOn()).isBefore(year.today());
            assertThat(agreement.startOn()).isAfterOrEqualTo(agreement.buyer().since());
            assertThat(agreement.createdAt().toLocalDate()).isBeforeOrEqualTo(agreement.startOn());
            if (agreement.dealId() != null) {
                assertThat(sales).contains(agreement.dealId());
            }
            if (agreement.latest().status() == Status.cancelled) {
                assertThat(agreement.endOn()).isNotNull();
            }
            if (agreement.endOn() != null) {
                assertThat(agreement.endOn()).isAfterOrEqualTo(agreement.startOn());
            }
            LocalDate before = null;
            for (Agreement.Terms terms : agreement.terms()) {
                assertThat(terms.since()).isBeforeOrEqualTo(year.today());
                if (before != null) {
                    assertThat(terms.since()).as(agreement.title()).isAfter(before);
                }
                before = terms.since();
                if (terms.status() != Status.cancelled) {
                    assertThat(terms.paying()).isEqualTo(terms.status() == Status.active);
                }
            }
        });
        assertThat(year.sales()).allSatisfy(sale -> {
            assertThat(sale.wonOn()).isBetween(year.firstDay(), year.yesterday());
            assertThat(sale.amountCents()).isPositive();
        });
    }

    @ParameterizedTest
    @MethodSource("years")
    void recurring_revenue_grows_over_the_year(DemoYear year) {
        List<Double> mrr = new ArrayList<>();
        for (int ago = 11; ago >= 0; ago--) {
            LocalDate day = year.today().minusMonths(ago);
            mrr.add(year.agreements().stream()
                    .filter(each -> each.isPaying(day))
                    .mapToDouble(each ->
                            (double) each.on(day).amountCents() / each.cycle().months())
                    .sum());
        }
        assertThat(mrr.getLast()).isBetween(mrr.getFirst() * 1.3, mrr.getFirst() * 2.3);
        assertThat(mrr.getLast()).isBetween(6_000_000.0, 20_000_000.0);
    }

    private static boolean cameBack(Agreement agreement) {
        List<Status> statuses =
                agreement.terms().stream().map(Agreement.Terms::status).toList();
        int frozen = statuses.indexOf(Status.frozen);
        return frozen > 0 && statuses.subList(frozen, statuses.size()).contains(Status.active);
    }

    private static long count(DemoYear year, Status status) {
        return year.agreements().stream()
                .filter(each -> each.latest().status() == status)
                .count();
    }
}
