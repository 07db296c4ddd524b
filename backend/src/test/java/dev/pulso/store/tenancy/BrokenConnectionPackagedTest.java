package dev.pulso.store.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.testing.BreakingProxy.Side;
import dev.pulso.testing.PackagedApp;
import dev.pulso.testing.PackagedCompany;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The line to the database breaks at the first statement of a use case, at the second, and so on to its COMMIT, before the
 * statement is done and after it. Whatever was answered, all of it has happened or nothing; the same request sent again ends in
 * exactly one.
 */
class BrokenConnectionPackagedTest {
    private final PackagedApp app = PackagedApp.behindAProxy();
    private PackagedCompany company;

    @BeforeEach
    void a_company() throws SQLException {
        app.start();
        company = PackagedCompany.register(app);
    }

    @AfterEach
    void stop() throws Exception {
        company.close();
        app.close();
    }

    /** A use case: what it works on, the request, and how many of its effects there are. */
    private interface UseCase {
        /** The id of the record that the request is about. */
        String given();

        String path();

        Object body();

        /** Counts of what the request makes, for this record; each is 0 or 1, and all are the same. */
        List<String> effects();
    }

    @Test
    void winning_a_deal_makes_customer_contract_and_fact_or_nothing() throws Exception {
        everywhere(new UseCase() {
            @Override
            public String given() {
                return created("/api/crm/deals", Map.of("title", "Site", "amount_cents", 480000));
            }

            @Override
            public String path() {
                return "/api/crm/deals/{id}/win";
            }

            @Override
            public Object body() {
                return Map.of(
                        "customer", Map.of("name", "Autoescola Progresso", "kind", "company"),
                        "contracts",
                                List.of(Map.of(
                                        "service_type",
                                        "saas_cfc",
                                        "title",
                                        "Licença",
                                        "billing_cycle",
                                        "monthly",
                                        "amount_cents",
                                        15000,
                                        "start_on",
                                        "2026-11-20")));
            }

            @Override
            public List<String> effects() {
                return List.of(
                        "select count(*) from deals where id = '%s' and status = 'won'",
                        "select count(*) from customers where crm_deal_id = '%s'",
                        "select count(*) from contracts where deal_id = '%s'");
            }
        });
    }

    @Test
    void issuing_an_invoice_gives_it_a_number_or_leaves_none_out() throws Exception {
        String customer = created("/api/customers", Map.of("name", "Autoescola Progresso", "kind", "company"));
        everywhere(new UseCase() {
            @Override
            public String given() {
                return draft(customer);
            }

            @Override
            public String path() {
                return "/api/invoices/{id}/issue";
            }

            @Override
            public Object body() {
                return null;
            }

            @Override
            public List<String> effects() {
                return List.of(
                        "select count(*) from invoices where id = '%s' and status = 'issued'",
                        "select count(*) from invoices where id = '%s' and number is not null");
            }
        });
        assertThat(company.ask("select count(*) from invoices where number is not null"))
                .as("numbers without a gap")
                .isEqualTo(company.ask("select max(number) from invoices"));
    }

    @Test
    void a_payment_is_recorded_with_what_it_settles_or_not_at_all() throws Exception {
        String customer = created("/api/customers", Map.of("name", "Autoescola Progresso", "kind", "company"));
        everywhere(new UseCase() {
            @Override
            public String given() {
                String invoice = draft(customer);
                company.api().post("/api/invoices/{id}/issue", invoice).then().statusCode(200);
                return invoice;
            }

            @Override
            public String path() {
                return "/api/invoices/{id}/payments";
            }

            @Override
            public Object body() {
                return Map.of("amount_cents", 9900, "method", "pix");
            }

            @Override
            public List<String> effects() {
                return List.of(
                        "select count(*) from payments where invoice_id = '%s'",
                        "select count(*) from invoices where id = '%s' and status = 'paid'");
            }
        });
    }

    private void everywhere(UseCase work) throws Exception {
        for (Side side : Side.values()) {
            int statement = 1;
            while (brokenAt(work, statement, side)) {
                statement++;
            }
            // BEGIN, a statement, COMMIT at the least: less would mean that nothing was broken at all.
            assertThat(statement).as("statements broken").isGreaterThan(3);
        }
    }

    /** False: the request was through before that many statements. */
    private boolean brokenAt(UseCase work, int statement, Side side) throws Exception {
        String id = work.given();
        String request = "broken-" + UUID.randomUUID();
        app.proxy().breakAt(request, statement, side);
        Response first = send(work, id, request);
        boolean broken = app.proxy().hasBroken();
        String where =
                "%s broken %s statement %d, answered %d".formatted(work.path(), side, statement, first.statusCode());
        if (broken) {
            // Told, and not as if it were the client's fault; but when the COMMIT was done the answer may be any.
            assertThat(first.statusCode()).as(where).matches(status -> status >= 500 || status == 200 || status == 201);
        } else {
            assertThat(first.statusCode()).as(where).isBetween(200, 299);
        }
        List<Long> effects = effects(work, id);
        assertThat(effects.stream().distinct().count())
                .as("%s: all or nothing, %s", where, effects)
                .isEqualTo(1);
        if (first.statusCode() < 300) {
            assertThat(effects).as(where).containsOnly(1L);
        }

        Response again = send(work, id, request);
        assertThat(again.statusCode())
                .as("%s, then again: %s", where, again.asString())
                .isBetween(200, 299);
        assertThat(effects(work, id)).as("%s, then again", where).containsOnly(1L);
        return broken;
    }

    private List<Long> effects(UseCase work, String id) throws SQLException {
        List<Long> counts = new java.util.ArrayList<>();
        for (String query : work.effects()) {
            counts.add(company.ask(query.formatted(id)));
        }
        return counts;
    }

    /** Its id is its key as well: the second request is a repeat of the first. */
    private Response send(UseCase work, String id, String request) {
        var given = company.api().header("X-Request-Id", request).header("Idempotency-Key", request);
        return (work.body() == null ? given : given.body(work.body())).post(work.path(), id);
    }

    private String draft(String customer) {
        return created(
                "/api/invoices",
                Map.of(
                        "customer_id",
                        customer,
                        "items",
                        List.of(Map.of("description", "Hospedagem", "quantity", 1, "unit_cents", 9900))));
    }

    private String created(String path, Object body) {
        return company.api()
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
