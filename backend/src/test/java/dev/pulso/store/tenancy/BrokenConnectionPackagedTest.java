package dev.pulso.store.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pulso.testing.BreakingProxy.Side;
import dev.pulso.testing.PackagedApp;
import dev.pulso.testing.PackagedCompany;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The line to the database breaks at the first statement of a use case, at the second, and so on to its COMMIT, before the
 * statement is done and after it. Whatever was answered, all of it has happened or nothing; the same request sent again ends in
 * exactly one.
 */
class BrokenConnectionPackagedTest {
    private static final Duration SOON = Duration.ofMinutes(1);

    private static PackagedApp app;
    private static PackagedCompany company;

    @BeforeAll
    static void a_company() throws SQLException {
        // What nobody knows to be taken is free again soon.
        app = PackagedApp.behindAProxy("-Dpulso.work.lease=PT10S", "-Dpulso.work.beat=3s", "-Dpulso.work.every=0.25s");
        app.start();
        company = PackagedCompany.register(app);
    }

    @AfterAll
    static void stop() throws Exception {
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

    @Test
    void a_reaction_to_an_event_happens_however_its_line_breaks() throws Exception {
        String reaction = "billing.customer-standing";
        String customer = created("/api/customers", Map.of("name", "Autoescola Progresso", "kind", "company"));
        String invoice = draft(customer);
        company.api().post("/api/invoices/{id}/issue", invoice).then().statusCode(200);
        company.api()
                .body(Map.of("amount_cents", 9900, "method", "pix"))
                .post("/api/invoices/{id}/payments", invoice)
                .then()
                .statusCode(201);
        await().atMost(SOON).until(() -> waiting(reaction) == 0);
        for (Side side : Side.values()) {
            int statement = 1;
            boolean broken = true;
            for (; broken; statement++) {
                String where = "%s broken %s statement %d".formatted(reaction, side, statement);
                company.execute(
                        "update customers set billing_status = 'delinquent' where id = '%s'".formatted(customer));
                app.proxy().breakAt(reaction, statement, side);
                // The event is told once more.
                company.execute("insert into work (queue, tenant_id, key, ref)"
                        + " select '%s', tenant_id, aggregate_id, id from outbox_events".formatted(reaction)
                        + " where type = 'invoice.paid' and aggregate_id = '%s'".formatted(invoice));
                await(where).atMost(SOON).until(() -> waiting(reaction) == 0);
                assertThat(company.text("select billing_status from customers where id = '%s'".formatted(customer)))
                        .as(where)
                        .isEqualTo("current");
                broken = app.proxy().hasBroken(reaction);
            }
            // Of taking the work, and of the transaction that reacts and ends it.
            assertThat(statement).as("statements broken").isGreaterThan(6);
        }
    }

    /** What has failed is tried again at once: how long it pauses is nothing that a broken line has a say in. */
    private static long waiting(String queue) throws SQLException {
        company.execute(
                "update work set due_at = clock_timestamp() where queue = '%s' and leased_by is null".formatted(queue)
                        + " and dead_at is null and due_at > clock_timestamp() and due_at < 'infinity'");
        return company.ask("select count(*) from work where queue = '%s'".formatted(queue));
    }

    @Test
    void an_import_brings_every_row_once() throws Exception {
        Map<String, String> imports = new LinkedHashMap<>();
        for (int statement = 1; statement <= 12; statement++) {
            for (Side side : Side.values()) {
                String name = "%s-%d".formatted(side, statement);
                String id = app.api(company.token())
                        .contentType(ContentType.MULTIPART)
                        .multiPart("kind", "deals")
                        .multiPart("mapping", "{\"title\": \"title\"}")
                        .multiPart(
                                "file",
                                name + ".csv",
                                ("title\n%1$s\n%1$s\n%1$s\n".formatted(name)).getBytes(),
                                "text/csv")
                        .post("/api/imports")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("id");
                app.proxy().breakAt(UUID.fromString(id), statement, side);
                imports.put(id, name);
            }
        }
        int broken = 0;
        for (Map.Entry<String, String> each : imports.entrySet()) {
            await(each.getValue()).atMost(Duration.ofMinutes(2)).until(() -> {
                waiting("imports");
                return ended(each.getKey());
            });
            broken += app.proxy().hasBroken(each.getKey()) ? 1 : 0;
            assertThat(company.ask("select count(*) from deals where title = '%s'".formatted(each.getValue())))
                    .as("rows of an import broken %s", each.getValue())
                    .isEqualTo(3);
            assertThat(company.api().get("/api/imports/{id}", each.getKey()).<String>path("status"))
                    .isEqualTo("succeeded");
        }
        assertThat(broken).isGreaterThanOrEqualTo(12);
    }

    private static boolean ended(String id) {
        Response answer = company.api().get("/api/imports/{id}", id);
        // Busy for a moment is an answer, too.
        return answer.statusCode() == 200 && List.of("succeeded", "failed").contains(answer.<String>path("status"));
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
        boolean broken = app.proxy().hasBroken(request);
        String where =
                "%s broken %s statement %d, answered %d".formatted(work.path(), side, statement, first.statusCode());
        if (broken) {
            // Told, and as what it is; but what comes after the COMMIT may break without a word.
            assertThat(first.statusCode()).as(where).isIn(503, 200, 201);
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

        // The server may still be at what nobody waits for any more.
        Response again = await().atMost(SOON)
                .until(
                        () -> send(work, id, request),
                        answer -> answer.statusCode() != 409
                                || !answer.path("type").toString().endsWith("/idempotency_running"));
        assertThat(again.statusCode())
                .as("%s, then again: %s", where, again.asString())
                .isBetween(200, 299);
        assertThat(effects(work, id)).as("%s, then again", where).containsOnly(1L);
        return broken;
    }

    /** All in one statement: the server may just be at the COMMIT. */
    private List<Long> effects(UseCase work, String id) throws SQLException {
        String all = work.effects().stream()
                .map(query -> "(" + query.formatted(id) + ")")
                .collect(Collectors.joining(" || ',' || ", "select ", ""));
        return Stream.of(company.text(all).split(",")).map(Long::valueOf).toList();
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
                        List.of(Map.of(
                                "description",
                                "Hospedagem",
                                "kind",
                                "service",
                                "quantity",
                                "1",
                                "unit_price",
                                "99.00"))));
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
