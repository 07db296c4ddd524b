package dev.pulso.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever people do, in any order and at once, the money adds up. */
@QuarkusTest
class MoneyInvariantsTest {
    private static final String BROKEN = """
            select count(*) from invoices i
            where i.paid_cents not between 0 and i.total_cents
               or i.total_cents <> (select sum(t.total_cents) from invoice_items t where t.invoice_id = i.id)
               or i.paid_cents <> coalesce((select sum(p.amount_cents) from payments p where p.invoice_id = i.id), 0)
               or (i.status = 'paid') <> (i.paid_cents = i.total_cents)
               or (i.status = 'cancelled' and i.paid_cents > 0)
               or (i.status in ('issued', 'paid')) and i.number is null""";
    private static final String GAPS = "select coalesce(max(number), 0) - count(number) from invoices";
    private static final String COUNTER_IS_OFF = """
            select count(*) from invoice_counters c where c.last_number <> (select max(number) from invoices)""";

    /** {@code -Dpulso.test.money-seed=7} runs that one again. */
    private static final String SEED = "pulso.test.money-seed";

    /** Those that stay, and one that nobody has tried: a second try of what failed takes the same. */
    static LongStream seeds() {
        String given = System.getProperty(SEED);
        if (given != null) {
            return LongStream.of(Long.parseLong(given));
        }
        Object fresh = System.getProperties()
                .computeIfAbsent(SEED + ".fresh", key -> Long.toString(new Random().nextLong(1_000_000_000)));
        return LongStream.of(1, 20261121, 7_043, Long.parseLong(fresh.toString()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_random_row_of_actions_keeps_every_rule(long seed) throws Exception {
        System.out.printf("seed of this row of actions: -D%s=%d%n", SEED, seed);
        try {
            keepsEveryRule(new Random(seed));
        } catch (AssertionError e) {
            throw new AssertionError("-D%s=%d: %s".formatted(SEED, seed, e.getMessage()), e);
        }
    }

    private static void keepsEveryRule(Random random) throws Exception {
        BillingTenant company = BillingTenant.register();
        List<UUID> invoices = new ArrayList<>();
        List<Callable<Integer>> actions = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            invoices.add(company.draft(LongStream.range(0, 1 + random.nextInt(4))
                    .map(item -> 1 + random.nextInt(5_000))
                    .toArray()));
        }
        company.contract("2026-01-31", "monthly", 4_321);
        for (int i = 0; i < 160; i++) {
            UUID invoice = invoices.get(random.nextInt(invoices.size()));
            int amount = 1 + random.nextInt(4_000);
            int reference = random.nextInt(40);
            actions.add(
                    switch (random.nextInt(8)) {
                        case 0, 1 -> () -> company.issue(invoice).extract().statusCode();
                        case 2 -> () -> company.cancel(invoice).extract().statusCode();
                        case 3 ->
                            () -> company.pay(
                                            invoice,
                                            Map.of(
                                                    "amount_cents",
                                                    amount,
                                                    "method",
                                                    "pix",
                                                    "reference",
                                                    "E" + reference))
                                    .extract()
                                    .statusCode();
                        case 4 ->
                            () -> {
                                company.runQuietly(LocalDate.of(2026, 1 + reference % 9, 28));
                                return 200;
                            };
                        default -> () -> company.pay(invoice, amount).extract().statusCode();
                    });
        }
        for (int from = 0; from < actions.size(); from += 8) {
            assertThat(InvoiceTest.inParallel(actions.subList(from, from + 8)))
                    .allMatch(status -> List.of(200, 201, 409).contains(status));
        }
        assertThat(Outboxes.count(company.tenant(), BROKEN)).isZero();
        assertThat(Outboxes.count(company.tenant(), GAPS)).isZero();
        assertThat(Outboxes.count(company.tenant(), COUNTER_IS_OFF)).isZero();
        assertThat(Outboxes.count(company.tenant(), "select count(*) from payments"))
                .isPositive();
        assertThat(Outboxes.count(
                        company.tenant(), "select count(*) from outbox_events where type = 'payment.confirmed'"))
                .isEqualTo(Outboxes.count(company.tenant(), "select count(*) from payments"));
        assertThat(Outboxes.count(company.tenant(), "select count(*) from outbox_events where type = 'invoice.paid'"))
                .isEqualTo(Outboxes.count(company.tenant(), "select count(*) from invoices where status = 'paid'"));
        assertThat(Outboxes.count(company.tenant(), "select count(*) from outbox_events where type = 'invoice.issued'"))
                .isEqualTo(Outboxes.count(company.tenant(), "select count(number) from invoices"));
    }
}
