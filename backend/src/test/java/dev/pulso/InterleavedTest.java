package dev.pulso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pulso.imports.TestImport;
import dev.pulso.store.tenancy.TwoTransactions;
import dev.pulso.testing.NewRecords;
import dev.pulso.testing.Person;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Two who change the same record, neither of whom has written when the other decides: one of them wins, the other is told what
 * it is, and nothing happens twice or by half.
 */
@QuarkusTest
class InterleavedTest {
    @Inject
    TwoTransactions transactions;

    private TestTenant tenant;

    @BeforeEach
    void a_company() {
        tenant = TestTenant.register();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/crm/leads           | leads       | name",
                "/api/crm/companies       | companies   | name",
                "/api/crm/contacts        | contacts    | name",
                "/api/crm/deals           | deals       | title",
                "/api/crm/activities      | activities  | subject",
                "/api/customers           | customers   | name",
                "/api/contracts           | contracts   | title",
                "/api/crm/products        | products    | name",
                "/api/crm/pipelines       | pipelines   | name",
                "/api/crm/lost-reasons    | lost_reasons | name",
                "/api/roles               | roles       | name",
                "/api/tenant/users        | users       | name",
            })
    void of_two_edits_of_one_version_one_is_made(String path, String table, String field) {
        UUID id = record(path);
        int version = tenant.get(path + "/{id}", id).getInt("version");
        List<Response> answers = crossing(
                table, id, () -> edit(path, id, version, field, "A"), () -> edit(path, id, version, field, "B"));
        assertThat(statuses(answers)).containsExactlyInAnyOrder(200, 412);
        Response made = answers.getFirst().statusCode() == 200 ? answers.getFirst() : answers.getLast();
        Response refused = made == answers.getFirst() ? answers.getLast() : answers.getFirst();
        JsonPath now = tenant.get(path + "/{id}", id);
        assertThat(now.getString(field)).isEqualTo(made.path(field));
        assertThat(now.getInt("version")).isEqualTo(version + 1);
        assertThat(refused.<Integer>path("current_version")).isEqualTo(version + 1);
        assertThat(refused.header("ETag")).isEqualTo("\"" + (version + 1) + "\"");
    }

    @Test
    void what_is_deleted_while_it_is_edited_is_not_there_any_more() {
        UUID lead = record("/api/crm/leads");
        List<Response> answers = crossing(
                "leads",
                lead,
                () -> tenant.api().delete("/api/crm/leads/{id}", lead),
                () -> edit("/api/crm/leads", lead, 0, "name", "Ana"));
        assertThat(statuses(answers)).isIn(List.of(204, 404), List.of(409, 200));
    }

    @Test
    void a_deal_is_won_once_with_one_customer_and_one_contract() {
        UUID deal = tenant.create("/api/crm/deals", Map.of("title", "Site", "amount_cents", 15000));
        Supplier<Response> win = () -> win(deal);
        List<Response> answers = crossing("deals", deal, win, win);
        oneIs(answers, 200, 409, "deal_closed");
        assertThat(tenant.get("/api/customers").getList("data")).hasSize(1);
        assertThat(tenant.get("/api/contracts").getList("data.amount_cents")).containsExactly(15000);
    }

    @Test
    void a_deal_that_is_won_and_lost_has_a_contract_or_none() {
        UUID deal = tenant.create("/api/crm/deals", Map.of("title", "Site", "amount_cents", 15000));
        List<Response> answers = crossing("deals", deal, () -> win(deal), () -> lose(deal));
        oneIs(answers, 200, 409, "deal_closed");
        boolean won = answers.getFirst().statusCode() == 200;
        assertThat(tenant.get("/api/crm/deals/{id}", deal).getString("status")).isEqualTo(won ? "won" : "lost");
        assertThat(tenant.get("/api/contracts").getList("data")).hasSize(won ? 1 : 0);
    }

    @Test
    void a_deal_that_is_won_while_a_line_is_changed_was_won_with_what_it_shows() {
        UUID deal = tenant.create("/api/crm/deals", Map.of("title", "Site"));
        UUID line = line(deal, "100.00");
        List<Response> answers = crossing("deals", deal, () -> win(deal), () -> price(line, "200.00"));
        assertThat(answers.getFirst().statusCode()).isEqualTo(200);
        boolean changed = answers.getLast().statusCode() == 200;
        if (!changed) {
            assertThat(answers.getLast().statusCode()).isEqualTo(409);
        }
        assertThat(tenant.get("/api/crm/deals/{id}", deal).getLong("amount_cents"))
                .isEqualTo(changed ? 20000 : 10000);
        assertThat(tenant.get("/api/crm/deal-lines/{id}", line).getLong("total_cents"))
                .isEqualTo(changed ? 20000 : 10000);
    }

    @Test
    void a_sale_that_is_closed_twice_is_made_once() {
        UUID deal = tenant.create("/api/crm/deals", Map.of("title", "Site"));
        line(deal, "100.00");
        Supplier<Response> sell = () -> tenant.api()
                .body(Map.of("sale", Map.of(), "customer", Map.of("name", "João", "kind", "person")))
                .post("/api/crm/deals/{id}/win", deal);
        oneIs(crossing("deals", deal, sell, sell), 200, 409, "deal_closed");
        assertThat(tenant.get("/api/customers").getList("data")).hasSize(1);
        assertThat(tenant.get("/api/invoices").getList("data")).hasSize(1);
        assertThat(tenant.get("/api/crm/closings").getList("data")).hasSize(1);
    }

    @Test
    void two_lines_that_are_changed_at_once_are_both_in_the_amount() {
        UUID deal = tenant.create("/api/crm/deals", Map.of("title", "Site"));
        UUID one = line(deal, "100.00");
        UUID two = line(deal, "100.00");
        List<Response> answers = crossing("deals", deal, () -> price(one, "200.00"), () -> price(two, "400.00"));
        assertThat(statuses(answers)).containsOnly(200);
        assertThat(tenant.get("/api/crm/deals/{id}", deal).getLong("amount_cents"))
                .isEqualTo(60000);
    }

    @Test
    void of_two_edits_of_one_line_one_is_made() {
        UUID deal = tenant.create("/api/crm/deals", Map.of("title", "Site"));
        UUID line = line(deal, "100.00");
        List<Response> answers = crossing("deals", deal, () -> price(line, "200.00"), () -> price(line, "400.00"));
        assertThat(statuses(answers)).containsExactlyInAnyOrder(200, 412);
        assertThat(tenant.get("/api/crm/deals/{id}", deal).getLong("amount_cents"))
                .isEqualTo(tenant.get("/api/crm/deal-lines/{id}", line).getLong("total_cents"));
    }

    @Test
    void a_lead_becomes_one_deal() {
        UUID lead = tenant.create("/api/crm/leads", Map.of("name", "Ana"));
        Supplier<Response> convert =
                () -> tenant.api().body(Map.of("title", "Site")).post("/api/crm/leads/{id}/convert", lead);
        oneIs(crossing("leads", lead, convert, convert), 201, 409, "lead_converted");
        assertThat(tenant.get("/api/crm/deals").getList("data")).hasSize(1);
    }

    @Test
    void of_two_who_complete_an_activity_one_makes_the_next_step() {
        UUID call = record("/api/crm/activities");
        Supplier<Response> complete = () -> tenant.api()
                .body(Map.of("outcome", "Atendeu", "next", Map.of("type", "task", "subject", "Proposta")))
                .post("/api/crm/activities/{id}/complete", call);
        List<Response> answers = crossing("activities", call, complete, complete);
        assertThat(statuses(answers)).containsExactly(200, 200);
        assertThat(answers.stream().map(each -> each.<Object>path("next"))).containsOnlyOnce((Object) null);
        assertThat(tenant.get("/api/crm/activities/{id}", call).getInt("version"))
                .isEqualTo(1);
        assertThat(tenant.get("/api/crm/activities?status=open").getList("data.subject"))
                .containsExactly("Proposta");
    }

    @Test
    void an_activity_that_is_done_while_it_is_deleted_is_gone_or_done_and_gone() {
        UUID call = record("/api/crm/activities");
        List<Response> answers = crossing(
                "activities",
                call,
                () -> tenant.api().delete("/api/crm/activities/{id}", call),
                () -> tenant.api().post("/api/crm/activities/{id}/complete", call));
        assertThat(statuses(answers)).isIn(List.of(204, 404), List.of(204, 200));
        assertThat(tenant.get("/api/crm/activities").getList("data")).isEmpty();
    }

    @Test
    void an_activity_is_done_while_its_deal_comes_to_somebody_else() {
        UUID deal = record("/api/crm/deals");
        UUID call = tenant.create("/api/crm/activities", Map.of("type", "call", "subject", "Ligar", "deal_id", deal));
        Person rui = Person.join(tenant, "agent");
        List<Response> answers = crossing(
                "activities",
                call,
                () -> tenant.api()
                        .body(Map.of("next", Map.of("type", "task", "subject", "Proposta")))
                        .post("/api/crm/activities/{id}/complete", call),
                () -> edit("/api/crm/deals", deal, 0, "owner_id", rui.id().toString()));
        assertThat(statuses(answers)).containsExactly(200, 200);
        assertThat(tenant.get("/api/crm/activities?deal_id=" + deal).getList("data.subject"))
                .containsExactlyInAnyOrder("Ligar", "Proposta");
        assertThat(tenant.get("/api/crm/deals/{id}", deal).getString("owner_id"))
                .isEqualTo(rui.id().toString());
    }

    @Test
    void what_is_written_about_a_lead_that_is_being_deleted_goes_with_it_or_keeps_it() {
        UUID lead = record("/api/crm/leads");
        UUID company = record("/api/crm/companies");
        UUID note = tenant.create(
                "/api/crm/activities",
                Map.of("type", "note", "subject", "Nota", "lead_id", lead, "company_id", company));
        List<Response> answers = crossing(
                "activities",
                note,
                () -> edit("/api/crm/activities", note, 0, "subject", "Outra"),
                () -> tenant.api().delete("/api/crm/leads/{id}", lead));
        assertThat(statuses(answers)).isIn(List.of(200, 204), List.of(412, 204));
        JsonPath now = tenant.get("/api/crm/activities/{id}", note);
        assertThat(now.getString("lead_id")).isNull();
        assertThat(now.getString("company_id")).isEqualTo(company.toString());
        assertThat(now.getString("subject")).isEqualTo(answers.getFirst().statusCode() == 200 ? "Outra" : "Nota");
    }

    @Test
    void a_contract_that_is_frozen_and_cancelled_is_cancelled() {
        UUID contract = record("/api/contracts");
        List<Response> answers =
                crossing("contracts", contract, () -> step(contract, "freeze"), () -> step(contract, "cancel"));
        // Whoever was overtaken is told; who comes after the other works on what the other has made.
        assertThat(statuses(answers)).contains(200).isSubsetOf(200, 409);
        JsonPath now = tenant.get("/api/contracts/{id}", contract);
        boolean cancelled = answers.getLast().statusCode() == 200;
        assertThat(now.getString("status")).isEqualTo(cancelled ? "cancelled" : "frozen");
    }

    @Test
    void of_two_settings_of_a_company_based_on_one_version_one_is_made() {
        int version = tenant.get("/api/tenant").getInt("version");
        List<Response> answers = crossing(
                "tenants",
                tenant.id(),
                () -> tenant.basedOn(version).body(Map.of("name", "A")).patch("/api/tenant"),
                () -> tenant.basedOn(version).body(Map.of("name", "B")).patch("/api/tenant"));
        assertThat(statuses(answers)).containsExactlyInAnyOrder(200, 412);
        assertThat(answers.stream().map(each -> each.<Integer>path("current_version")))
                .contains(version + 1);
        assertThat(tenant.get("/api/tenant").getString("name"))
                .isEqualTo(answers.getFirst().statusCode() == 200 ? "A" : "B");
    }

    @Test
    void no_more_is_paid_than_is_open() {
        UUID invoice = issued(1000);
        Supplier<Response> pay = () -> pay(invoice, 600);
        oneIs(crossing("invoices", invoice, pay, pay), 201, 409, "over_payment");
        JsonPath now = tenant.get("/api/invoices/{id}", invoice);
        assertThat(now.getLong("paid_cents")).isEqualTo(600);
        assertThat(now.getList("payments.amount_cents")).containsExactly(600);
        assertThat(pay(invoice, 400).statusCode()).isEqualTo(201);
        assertThat(tenant.get("/api/invoices/{id}", invoice).getString("status"))
                .isEqualTo("paid");
    }

    @Test
    void an_invoice_is_paid_or_cancelled() {
        UUID invoice = issued(1000);
        List<Response> answers = crossing("invoices", invoice, () -> pay(invoice, 1000), () -> cancel(invoice));
        boolean paid = answers.getFirst().statusCode() == 201;
        assertThat(statuses(answers)).isEqualTo(paid ? List.of(201, 409) : List.of(409, 200));
        JsonPath now = tenant.get("/api/invoices/{id}", invoice);
        assertThat(now.getString("status")).isEqualTo(paid ? "paid" : "cancelled");
        assertThat(now.getLong("paid_cents")).isEqualTo(paid ? 1000 : 0);
    }

    @Test
    void an_invoice_is_issued_once_and_takes_one_number() {
        UUID invoice = draft(1000);
        Supplier<Response> issue = () -> issue(invoice);
        List<Response> answers = crossing("invoices", invoice, issue, issue);
        assertThat(statuses(answers)).contains(200).isSubsetOf(200, 409);
        assertThat(tenant.get("/api/invoices/{id}", invoice).getInt("number")).isEqualTo(1);
        UUID next = issued(1000);
        assertThat(tenant.get("/api/invoices/{id}", next).getInt("number")).isEqualTo(2);
    }

    @Test
    void a_draft_that_is_issued_and_cancelled_leaves_no_gap_in_the_numbers() {
        UUID invoice = draft(1000);
        List<Response> answers = crossing("invoices", invoice, () -> issue(invoice), () -> cancel(invoice));
        boolean issued = answers.getFirst().statusCode() == 200;
        assertThat(statuses(answers)).isEqualTo(List.of(issued ? 200 : 409, 200));
        JsonPath now = tenant.get("/api/invoices/{id}", invoice);
        assertThat(now.getString("status")).isEqualTo("cancelled");
        assertThat(now.<Integer>get("number")).isEqualTo(issued ? 1 : null);
        UUID next = issued(2000);
        assertThat(tenant.get("/api/invoices/{id}", next).getInt("number")).isEqualTo(issued ? 2 : 1);
    }

    @Test
    void a_row_of_a_file_and_a_person_change_a_deal_one_after_the_other() {
        TestImport file =
                TestImport.of(tenant, "deals").map("external_id", "codigo").map("title", "titulo");
        file.lines("codigo,titulo", "D-1,Site").run();
        UUID deal = UUID.fromString(tenant.get("/api/crm/deals").getString("data[0].id"));
        int version = tenant.get("/api/crm/deals/{id}", deal).getInt("version");
        List<Object> answers = transactions.<Object>crossing(
                tenant.id(),
                row("deals", deal),
                () -> file.lines("codigo,titulo", "D-1,Da planilha").run(),
                () -> edit("/api/crm/deals", deal, version, "title", "Da pessoa"));
        JsonPath imported = (JsonPath) answers.getFirst();
        TestImport.assertCounts(imported, 1, 0, 1, 0, 0);
        // In which order, too: a person never writes over what came in between.
        int status = ((Response) answers.getLast()).statusCode();
        assertThat(status).isIn(200, 412);
        JsonPath now = tenant.get("/api/crm/deals/{id}", deal);
        assertThat(now.getString("title")).isEqualTo("Da planilha");
        assertThat(now.getInt("version")).isEqualTo(status == 200 ? version + 2 : version + 1);
    }

    @Test
    void a_run_of_a_job_is_put_down_once() {
        Supplier<Response> start =
                () -> tenant.api().body(Map.of("on", "2026-01-31")).post("/api/jobs/invoice-run/runs");
        String another = "insert into job_runs (tenant_id, id, job, on_date, trigger, status, requested_by)"
                + " values ('" + tenant.id()
                + "', gen_random_uuid(), 'invoice-run', '2026-01-30', 'manual', 'queued', 'test')";
        oneIs(transactions.crossing(tenant.id(), another, start, start), 202, 409, "job_running");
        assertThat(tenant.get("/api/jobs/runs?job=invoice-run").getList("data.on"))
                .containsExactly("2026-01-31");
    }

    @Test
    void of_two_admins_who_take_each_others_role_one_stays() {
        Person a = Person.join(tenant, "admin");
        Person b = Person.join(tenant, "admin");
        tenant.api().delete("/api/tenant/users/{id}", tenant.adminId()).then().statusCode(204);
        List<Response> answers = transactions.crossing(
                tenant.id(),
                "select id from users where id in ('" + a.id() + "', '" + b.id() + "') for no key update",
                () -> demote(a, b),
                () -> demote(b, a));
        assertThat(statuses(answers)).containsOnlyOnce(200);
        Person admin = answers.getFirst().statusCode() == 200 ? a : b;
        assertThat(admin.api().get("/api/tenant/users?role=admin").jsonPath().getList("data.id"))
                .containsExactly(admin.id().toString());
    }

    @Test
    void a_key_has_one_successor() {
        JsonPath made = tenant.post("/api/tenant/api-keys", Map.of("name", "ERP", "scopes", List.of("crm.leads:read")))
                .extract()
                .jsonPath();
        UUID key = UUID.fromString(made.getString("key.id"));
        Supplier<Response> rotate = () -> tenant.api().post("/api/tenant/api-keys/{id}/rotate", key);
        List<Response> answers = crossing("api_keys", key, rotate, rotate);
        oneIs(answers, 201, 409, "api_key_ended");
        assertThat(tenant.get("/api/tenant/api-keys").getList("data")).hasSize(2);
    }

    @Test
    void of_two_names_for_one_team_one_is_taken() {
        UUID team = record("/api/teams");
        List<Response> answers = crossing(
                "teams",
                team,
                () -> edit("/api/teams", team, 0, "name", "A"),
                () -> edit("/api/teams", team, 0, "name", "B"));
        assertThat(statuses(answers)).containsExactlyInAnyOrder(200, 412);
        assertThat(tenant.get("/api/teams").getList("data.name"))
                .containsExactly(answers.getFirst().statusCode() == 200 ? "A" : "B");
    }

    @Test
    void of_two_changes_of_one_custom_field_one_is_based_on_the_other() {
        UUID field = record("/api/custom-fields");
        List<Response> answers = crossing(
                "custom_fields",
                field,
                () -> edit("/api/custom-fields", field, 0, "label", "A"),
                () -> edit("/api/custom-fields", field, 0, "label", "B"));
        assertThat(statuses(answers)).containsExactlyInAnyOrder(200, 412);
        assertThat(tenant.get("/api/custom-fields").getList("data.label"))
                .containsExactly(answers.getFirst().statusCode() == 200 ? "A" : "B");
    }

    @Test
    void what_is_written_into_a_field_while_that_is_deleted_goes_with_it_or_is_refused() {
        UUID field = record("/api/custom-fields");
        String key = tenant.get("/api/custom-fields/{id}", field).getString("key");
        UUID lead = record("/api/crm/leads");
        List<Response> answers = transactions.crossing(
                tenant.id(),
                "select id from custom_fields where id = '" + field + "' for update",
                () -> tenant.basedOn(0).body(Map.of("custom", Map.of(key, "A"))).patch("/api/crm/leads/{id}", lead),
                () -> tenant.api().delete("/api/custom-fields/{id}?values=delete", field));
        assertThat(answers.get(0).statusCode()).isIn(200, 400);
        assertThat(answers.get(1).statusCode()).isEqualTo(204);
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        tenant.get("/api/crm/leads/{id}", lead).getMap("custom").isEmpty());
    }

    @Test
    void of_two_changes_of_one_view_one_is_based_on_the_other() {
        UUID view = record("/api/views");
        List<Response> answers = crossing(
                "views",
                view,
                () -> edit("/api/views", view, 0, "name", "A"),
                () -> edit("/api/views", view, 0, "name", "B"));
        assertThat(statuses(answers)).containsExactlyInAnyOrder(200, 412);
        assertThat(tenant.get("/api/views").getList("data.name"))
                .containsExactly(answers.getFirst().statusCode() == 200 ? "A" : "B");
    }

    @Test
    void who_joins_a_team_that_is_being_deleted_is_in_it_or_in_none() {
        UUID team = record("/api/teams");
        Person clerk = Person.join(tenant, "agent");
        int version = tenant.get("/api/tenant/users/{id}", clerk.id()).getInt("version");
        List<Response> answers = transactions.crossing(
                tenant.id(),
                "select id from teams where id = '" + team + "' for update",
                () -> tenant.basedOn(version).body(Map.of("team_id", team)).patch("/api/tenant/users/{id}", clerk.id()),
                () -> tenant.api().delete("/api/teams/{id}", team));
        boolean joined = answers.getFirst().statusCode() == 200;
        boolean deleted = answers.getLast().statusCode() == 204;
        assertThat(joined || deleted).as("%s", statuses(answers)).isTrue();
        assertThat(statuses(answers))
                .allMatch(status -> List.of(200, 204, 400, 409, 412).contains(status));
        assertThat(tenant.get("/api/teams").getList("data")).hasSize(deleted ? 0 : 1);
        assertThat(tenant.get("/api/tenant/users/{id}", clerk.id()).getString("team_id"))
                .isEqualTo(joined && !deleted ? team.toString() : null);
    }

    @Test
    void of_two_pipelines_that_become_the_default_at_once_one_is() {
        UUID first = record("/api/crm/pipelines");
        UUID second = record("/api/crm/pipelines");
        List<Response> answers = transactions.crossing(
                tenant.id(),
                "select id from pipelines where is_default for no key update",
                () -> makeDefault(first),
                () -> makeDefault(second));
        assertThat(statuses(answers)).contains(200).isSubsetOf(200, 409, 412);
        List<String> defaults = tenant.get("/api/crm/pipelines").getList("data.findAll { it.is_default }.id");
        assertThat(defaults).hasSize(1);
        assertThat(defaults.getFirst()).isEqualTo((answers.getLast().statusCode() == 200 ? second : first).toString());
    }

    @Test
    void a_stage_goes_or_takes_a_deal() {
        UUID pipeline = record("/api/crm/pipelines");
        JsonPath made = tenant.get("/api/crm/pipelines/{id}", pipeline);
        List<Map<String, Object>> stages = made.getList("stages");
        Map<String, Object> another = Map.of("name", "Proposta", "type", "open", "probability", 50);
        UUID stage = UUID.fromString((String) stages.getFirst().get("id"));
        List<Response> answers = transactions.crossing(
                tenant.id(),
                "select id from stages where id = '" + stage + "' for update",
                () -> tenant.basedOn(made.getInt("version"))
                        .body(Map.of("stages", List.of(another, stages.get(1), stages.get(2))))
                        .patch("/api/crm/pipelines/{id}", pipeline),
                () -> tenant.api()
                        .body(Map.of("title", "Site", "stage_id", stage))
                        .post("/api/crm/deals"));
        boolean gone = answers.getFirst().statusCode() == 200;
        assertThat(answers.getLast().statusCode()).isIn(gone ? List.of(400, 409) : List.of(201));
        assertThat(answers.getFirst().statusCode()).isIn(200, 409);
        assertThat(tenant.get("/api/crm/pipelines/{id}", pipeline).getString("stages[0].name"))
                .isEqualTo(gone ? "Proposta" : "Novo");
        assertThat(tenant.get("/api/crm/deals").getList("data")).hasSize(gone ? 0 : 1);
    }

    @Test
    void a_card_that_is_dropped_into_a_stage_which_is_merged_goes_along_or_stays_where_it_was() {
        UUID pipeline = record("/api/crm/pipelines");
        JsonPath made = tenant.get("/api/crm/pipelines/{id}", pipeline);
        List<Map<String, Object>> stages = made.getList("stages");
        UUID going = UUID.fromString((String) stages.getFirst().get("id"));
        Map<String, Object> another = Map.of("name", "Proposta", "type", "open", "probability", 50);
        JsonPath more = tenant.basedOn(made.getInt("version"))
                .body(Map.of("stages", List.of(stages.get(0), another, stages.get(1), stages.get(2))))
                .patch("/api/crm/pipelines/{id}", pipeline)
                .jsonPath();
        UUID staying = more.getUUID("stages[1].id");
        UUID there = tenant.create("/api/crm/deals", Map.of("title", "Site", "stage_id", going, "amount_cents", 100));
        UUID dropped =
                tenant.create("/api/crm/deals", Map.of("title", "Loja", "stage_id", staying, "amount_cents", 200));
        List<Map<String, Object>> rest = more.getList("stages");
        List<Response> answers = transactions.crossing(
                tenant.id(),
                "select id from stages where id = '" + going + "' for update",
                () -> tenant.api().body(Map.of("stage_id", going)).post("/api/crm/deals/{id}/move", dropped),
                () -> tenant.basedOn(more.getInt("version"))
                        .body(Map.of(
                                "stages",
                                rest.subList(1, 4),
                                "merges",
                                List.of(Map.of("from_stage_id", going, "to_stage_id", staying))))
                        .patch("/api/crm/pipelines/{id}", pipeline));
        assertThat(answers.getLast().statusCode()).isEqualTo(200);
        assertThat(answers.getFirst().statusCode()).isIn(200, 400);
        for (UUID deal : List.of(there, dropped)) {
            assertThat(tenant.get("/api/crm/deals/{id}", deal).getUUID("stage_id"))
                    .isEqualTo(staying);
        }
        JsonPath board = tenant.get("/api/crm/pipelines/{id}/board", pipeline);
        assertThat(board.getLong("stages[0].amount_cents")).isEqualTo(300);
        assertThat(board.getInt("stages[0].count")).isEqualTo(2);
    }

    private Response makeDefault(UUID pipeline) {
        return tenant.basedOn(0).body(Map.of("is_default", true)).patch("/api/crm/pipelines/{id}", pipeline);
    }

    private List<Response> crossing(String table, UUID id, Supplier<Response> first, Supplier<Response> second) {
        return transactions.crossing(tenant.id(), row(table, id), first, second);
    }

    private static String row(String table, UUID id) {
        return "select id from %s where id = '%s' for no key update".formatted(table, id);
    }

    private static void oneIs(List<Response> answers, int made, int refused, String problem) {
        assertThat(statuses(answers)).containsExactlyInAnyOrder(made, refused);
        for (Response each : answers) {
            if (each.statusCode() == refused) {
                assertThat(each.<String>path("type")).endsWith("/" + problem);
            }
        }
    }

    private static List<Integer> statuses(List<Response> answers) {
        return answers.stream().map(Response::statusCode).toList();
    }

    private Response edit(String path, UUID id, int version, String field, String value) {
        return tenant.basedOn(version).body(Map.of(field, value)).patch(path + "/{id}", id);
    }

    private static Response demote(Person who, Person whom) {
        return who.api()
                .header("If-Match", "\"0\"")
                .body(Map.of("role", "viewer"))
                .patch("/api/tenant/users/{id}", whom.id());
    }

    private Response win(UUID deal) {
        return tenant.api()
                .body(Map.of(
                        "customer", Map.of("name", "João", "kind", "person"),
                        "contracts",
                                List.of(Map.of(
                                        "service_type", "hospedagem_site",
                                        "title", "Hospedagem",
                                        "billing_cycle", "monthly",
                                        "amount_cents", 15000,
                                        "start_on", "2026-01-31"))))
                .post("/api/crm/deals/{id}/win", deal);
    }

    private UUID line(UUID deal, String price) {
        return tenant.create(
                "/api/crm/deals/" + deal + "/lines",
                Map.of("description", "Site", "unit_price", price, "charge", "one_off"));
    }

    private Response price(UUID line, String price) {
        return tenant.basedOn(0).body(Map.of("unit_price", price)).patch("/api/crm/deal-lines/{id}", line);
    }

    private Response lose(UUID deal) {
        return tenant.api().body(Map.of("reason", "Preço")).post("/api/crm/deals/{id}/lose", deal);
    }

    private Response step(UUID contract, String step) {
        return tenant.api().post("/api/contracts/{id}/" + step, contract);
    }

    private Response pay(UUID invoice, long cents) {
        return tenant.api()
                .body(Map.of("amount_cents", cents, "method", "pix"))
                .post("/api/invoices/{id}/payments", invoice);
    }

    private Response issue(UUID invoice) {
        return tenant.api().post("/api/invoices/{id}/issue", invoice);
    }

    private Response cancel(UUID invoice) {
        return tenant.api().body(Map.of("reason", "Engano")).post("/api/invoices/{id}/cancel", invoice);
    }

    private UUID record(String path) {
        return UUID.fromString(NewRecords.make(tenant, path.substring("/api/".length()), Map.of()));
    }

    private UUID draft(long cents) {
        String price = BigDecimal.valueOf(cents, 2).toPlainString();
        return UUID.fromString(NewRecords.make(
                tenant,
                "invoices",
                Map.of("items", List.of(Map.of("description", "Item", "kind", "service", "unit_price", price)))));
    }

    private UUID issued(long cents) {
        UUID invoice = draft(cents);
        assertThat(issue(invoice).statusCode()).isEqualTo(200);
        return invoice;
    }
}
