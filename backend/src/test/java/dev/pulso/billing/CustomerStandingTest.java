package dev.pulso.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pulso.customers.BillingStatus;
import dev.pulso.customers.Customers;
import dev.pulso.store.outbox.DomainEvent;
import dev.pulso.store.outbox.EventReaction;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CustomerStandingTest {
    @Inject
    Customers customers;

    @Inject
    Tenancy tenancy;

    @Inject
    @All
    List<EventReaction> handlers;

    private BillingTenant company;
    private UUID customer;

    @BeforeEach
    void a_delinquent_customer() {
        company = BillingTenant.register();
        customer = company.customer("Atrasado");
        standing(BillingStatus.delinquent);
    }

    @Test
    void paying_the_last_overdue_invoice_puts_a_customer_in_good_standing() {
        UUID first = overdue();
        UUID second = overdue();
        company.pay(first, 100).statusCode(201);
        awaitHandled(first);
        assertThat(billingStatus()).isEqualTo("delinquent");
        company.pay(second, 60).statusCode(201);
        company.pay(second, 40).statusCode(201);
        awaitHandled(second);
        assertThat(billingStatus()).isEqualTo("current");
    }

    @Test
    void a_blocked_customer_is_unblocked_by_payment() {
        standing(BillingStatus.blocked);
        UUID invoice = overdue();
        company.pay(invoice, 100).statusCode(201);
        awaitHandled(invoice);
        assertThat(billingStatus()).isEqualTo("current");
    }

    @Test
    void the_same_event_again_and_late_looks_at_today() {
        UUID invoice = overdue();
        company.pay(invoice, 100).statusCode(201);
        awaitHandled(invoice);
        standing(BillingStatus.delinquent);
        overdue();
        deliver(invoice);
        deliver(invoice);
        assertThat(billingStatus()).as("owes again by now").isEqualTo("delinquent");
    }

    @Test
    void who_owes_what_is_overdue_is_delinquent_until_it_is_paid_or_cancelled() {
        standing(BillingStatus.current);
        UUID paid = overdue();
        awaitStanding("delinquent");
        assertThat(company.tenant()
                        .get("/api/customers?billing_status=delinquent")
                        .getList("data.id"))
                .containsExactly(customer.toString());
        UUID cancelled = overdue();
        company.pay(paid, 100).statusCode(201);
        company.cancel(cancelled).statusCode(200);
        awaitStanding("current");
        assertThat(company.tenant()
                        .get("/api/customers?billing_status=delinquent")
                        .getList("data.id"))
                .isEmpty();
    }

    @Test
    void who_is_blocked_stays_so_when_more_falls_due() {
        standing(BillingStatus.blocked);
        UUID first = overdue();
        UUID second = overdue();
        company.pay(first, 100).statusCode(201);
        awaitHandled(first);
        assertThat(billingStatus()).isEqualTo("blocked");
        company.cancel(second).statusCode(200);
        awaitStanding("current");
    }

    @Test
    void who_is_made_one_with_a_debtor_owes_and_does_not_any_more_once_they_are_apart() {
        overdue();
        awaitStanding("delinquent");
        UUID winner = company.customer("Em dia");
        int version = company.tenant().get("/api/customers/{id}", customer).getInt("version");
        String merge = company.tenant()
                .basedOn(company.tenant().get("/api/customers/{id}", winner).getInt("version"))
                .body(Map.of("other_id", customer, "other_version", version, "take", List.of()))
                .post("/api/customers/{id}/merge", winner)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        await().atMost(Duration.ofSeconds(20)).until(() -> standing(winner).equals("delinquent"));
        company.tenant().step("/api/merges/" + merge + "/undo").statusCode(200);
        await().atMost(Duration.ofSeconds(20)).until(() -> standing(winner).equals("current"));
        awaitStanding("delinquent");
    }

    private String standing(UUID id) {
        return company.tenant().get("/api/customers/{id}", id).getString("billing_status");
    }

    private void awaitStanding(String status) {
        await().atMost(Duration.ofSeconds(20)).until(() -> billingStatus().equals(status));
    }

    private UUID overdue() {
        UUID invoice = company.draft(
                customer, Map.of("due_on", company.today().minusDays(3).toString()), 100);
        company.issue(invoice).statusCode(200);
        return invoice;
    }

    private void standing(BillingStatus status) {
        customers.setBillingStatus(caller(), customer, status).await().atMost(Duration.ofSeconds(10));
    }

    private String billingStatus() {
        return standing(customer);
    }

    private void awaitHandled(UUID invoice) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Outboxes.query(company.tenant(), """
                                select count(*) from outbox_events e
                                where e.type = 'invoice.paid' and e.aggregate_id = $1
                                  and not exists (select from work w where w.ref = e.id)""", Tuple.of(invoice))
                                .iterator()
                                .next()
                                .getLong(0)
                        == 1);
    }

    private void deliver(UUID invoice) {
        DomainEvent event = new DomainEvent(
                UUID.randomUUID(),
                company.tenant().id(),
                InvoicePaid.TYPE,
                1,
                invoice,
                1,
                new JsonObject().put("invoice_id", invoice.toString()).put("customer_id", customer.toString()),
                Instant.EPOCH,
                null,
                "test",
                null,
                null);
        EventReaction handler = handlers.stream()
                .filter(candidate -> candidate.name().equals("billing.customer-standing"))
                .findFirst()
                .orElseThrow();
        tenancy.write(caller(), session -> handler.react(caller(), event))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private Caller caller() {
        return Caller.system(company.tenant().id(), "test", null);
    }
}
