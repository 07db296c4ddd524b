package dev.pulso.billing.internal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.billing.InvoiceStatus;
import dev.pulso.billing.PaymentMethod;
import dev.pulso.demo.Agreement;
import dev.pulso.demo.DemoYear;
import dev.pulso.demo.DemoYearTest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BillsTest {
    static Stream<DemoYear> years() {
        return DemoYearTest.years();
    }

    private static List<Bill> settled(DemoYear year) {
        List<Bill> bills = Bills.of(year, 10);
        new Payers(year, bills).settle();
        return bills;
    }

    @ParameterizedTest
    @MethodSource("years")
    void numbers_have_no_gap_and_follow_the_issue(DemoYear year) {
        List<Bill> bills = settled(year);
        assertThat(bills)
                .hasSizeBetween(1_400, 2_400)
                .extracting(bill -> bill.id)
                .doesNotHaveDuplicates();
        long number = 0;
        LocalDate before = LocalDate.MIN;
        for (Bill bill : bills) {
            if (bill.issuedOn != null) {
                assertThat(bill.number).isEqualTo(++number);
                assertThat(bill.issuedOn).isAfterOrEqualTo(before).isBeforeOrEqualTo(year.today());
                assertThat(bill.dueOn).isAfterOrEqualTo(bill.issuedOn);
                before = bill.issuedOn;
            }
        }
        assertThat(bills.stream().filter(bill -> bill.status() == InvoiceStatus.draft))
                .hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("years")
    void money_adds_up_and_lies_in_the_past(DemoYear year) {
        List<Bill> bills = settled(year);
        assertThat(bills).allSatisfy(bill -> {
            assertThat(bill.paidCents()).isBetween(0L, bill.charge.totalCents());
            bill.payments.forEach(paid -> {
                assertThat(paid.amountCents()).isPositive();
                assertThat(paid.on()).isBetween(bill.issuedOn, year.yesterday());
                assertThat(paid.at()).isAfter(bill.createdAt);
                assertThat(paid.at().toLocalDate()).isBefore(year.today());
            });
            if (bill.cancelReason != null) {
                assertThat(bill.payments).isEmpty();
            }
        });
        List<Bill.Paid> payments =
                bills.stream().flatMap(bill -> bill.payments.stream()).toList();
        assertThat(payments).extracting(Bill.Paid::reference).doesNotHaveDuplicates();
        assertThat(payments).extracting(Bill.Paid::method).contains(PaymentMethod.values());
        for (int ago = 0; ago <= 11; ago++) {
            YearMonth month = YearMonth.from(year.yesterday()).minusMonths(ago);
            assertThat(payments.stream()
                            .filter(paid -> YearMonth.from(paid.on()).equals(month)))
                    .as("payments in " + month)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("years")
    void most_is_paid_and_every_age_of_debt_is_there(DemoYear year) {
        List<Bill> bills = settled(year);
        List<Bill> overdue =
                bills.stream().filter(bill -> bill.isOverdue(year.today())).toList();
        assertThat(overdue).hasSizeBetween(20, 90);
        for (int[] age : new int[][] {{1, 15}, {16, 30}, {31, 60}, {61, 90}, {91, 130}}) {
            assertThat(overdue.stream()
                            .map(bill -> (int) ChronoUnit.DAYS.between(bill.dueOn, year.today()))
                            .filter(days -> days >= age[0] && days <= age[1]))
                    .as("overdue for %d to %d days", age[0], age[1])
                    .isNotEmpty();
        }
        assertThat(overdue.stream().map(bill -> bill.buyer.id()).distinct()).hasSizeLessThan(40);
        assertThat(bills.stream().filter(bill -> bill.status() == InvoiceStatus.paid))
                .hasSizeGreaterThan(bills.size() * 85 / 100);
        assertThat(bills.stream().filter(bill -> bill.status() == InvoiceStatus.issued && bill.paidCents() > 0))
                .as("paid in part")
                .isNotEmpty();
        assertThat(bills.stream().filter(bill -> bill.status() == InvoiceStatus.cancelled))
                .hasSizeBetween(16, 18);
    }

    @ParameterizedTest
    @MethodSource("years")
    void what_earns_today_is_billed_once_but_for_a_few(DemoYear year) {
        List<Bill> bills = settled(year);
        Set<String> periods = new HashSet<>();
        Set<UUID> covered = bills.stream()
                .filter(bill -> bill.charge.agreement() != null && bill.charge.period() != null)
                .peek(bill -> assertThat(periods.add(bill.charge.agreement().id() + " "
                                + bill.charge.period().start()))
                        .isTrue())
                .filter(bill -> bill.charge.period().contains(year.today()))
                .map(bill -> bill.charge.agreement().id())
                .collect(Collectors.toSet());
        List<Agreement> earning = year.agreements().stream()
                .filter(each -> each.isPaying(year.today()) && each.latest().amountCents() > 0)
                .toList();
        assertThat(earning).extracting(Agreement::id).allMatch(covered::contains);
        assertThat(bills.stream()
                        .filter(bill -> bill.cancelReason != null && bill.charge.period() != null)
                        .filter(bill -> bill.charge.period().contains(year.today())))
                .as("active and not billed")
                .isNotEmpty();
    }
}
