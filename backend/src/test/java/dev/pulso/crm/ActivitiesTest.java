package dev.pulso.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.pulso.testing.Person;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people did and are to do. */
@QuarkusTest
class ActivitiesTest {
    private static final String ACTIVITIES = "/api/crm/activities";
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    private Sales sales;

    @BeforeEach
    void tenant() {
        sales = Sales.ofNewTenant();
    }

    @Test
    void a_time_has_the_day_that_it_is_on_where_the_company_is() {
        UUID deal = sales.aDeal("Site");
        UUID id = anActivity(Map.of(
                "type", "call",
                "subject", "  Ligar para Helena ",
                "due_at", "2026-12-02T01:30:00Z",
                "duration_minutes", 30,
                "deal_id", deal));
        sales.tenant()
                .api()
                .get(ACTIVITIES + "/{id}?include=deal,owner", id)
                .then()
                .statusCode(200)
                .body("subject", equalTo("Ligar para Helena"))
                .body("status", equalTo("open"))
                // Half past ten in the evening in São Paulo.
                .body("due_on", equalTo("2026-12-01"))
                .body("due_at", equalTo("2026-12-02T01:30:00Z"))
                .body("owner_id", equalTo(sales.tenant().adminId().toString()))
                .body("created_by_id", equalTo(sales.tenant().adminId().toString()))
                .body("deal.name", equalTo("Site"))
                .body("completed_at", nullValue());
        assertThat(sales.fact(id, "activity.created").getString("deal_id")).isEqualTo(deal.toString());
    }

    @Test
    void a_day_alone_takes_the_time_away_and_a_time_moves_the_day() {
        UUID id = anActivity(Map.of("type", "task", "subject", "Proposta", "due_at", "2026-12-01T18:00:00Z"));
        edit(id, Map.of("due_on", "2026-12-05"), 0).body("due_at", nullValue()).body("due_on", equalTo("2026-12-05"));
        edit(id, Map.of("due_at", "2026-12-07T12:00:00Z"), 1).body("due_on", equalTo("2026-12-07"));
        // As a program does that writes back what it has read.
        edit(id, Map.of("due_at", "2026-12-08T12:00:00Z", "due_on", "2026-12-07"), 2)
                .body("due_on", equalTo("2026-12-08"));
        Map<String, Object> untimed = new HashMap<>();
        untimed.put("due_at", null);
        edit(id, untimed, 3).body("due_at", nullValue()).body("due_on", equalTo("2026-12-08"));
        Map<String, Object> never = new HashMap<>();
        never.put("due_on", null);
        edit(id, never, 4).body("due_on", nullValue());
    }

    @Test
    void what_is_to_be_done_comes_in_its_order_and_by_when_it_is_due() {
        LocalDate today = LocalDate.now(ZONE);
        Instant later = Instant.now().plus(1, ChronoUnit.HOURS);
        boolean tomorrow = !LocalDate.ofInstant(later, ZONE).equals(today);
        aTask("late today", Map.of("due_at", Instant.now().minus(1, ChronoUnit.MINUTES)));
        aTask("soon", Map.of("due_at", later));
        aTask("of the day", Map.of("due_on", today));
        aTask("yesterday", Map.of("due_on", today.minusDays(1)));
        aTask("next week", Map.of("due_on", today.plusDays(7)));
        aTask("some day", Map.of());
        assertThat(subjects("?sort=due_on&status=open&due=overdue")).containsExactly("yesterday", "late today");
        assertThat(subjects("?sort=due_on&due=today"))
                .containsExactlyElementsOf(tomorrow ? List.of("of the day") : List.of("soon", "of the day"));
        assertThat(subjects("?sort=due_on&due=planned"))
                .containsExactlyElementsOf(tomorrow ? List.of("soon", "next week") : List.of("next week"));
        assertThat(subjects("?due=unscheduled")).containsExactly("some day");
        assertThat(subjects("?sort=due_on&due=overdue,unscheduled")).hasSize(3);
        assertThat(subjects("?sort=due_on").getLast()).isEqualTo("some day");
        assertThat(subjects("?sort=due_on&due_on_from=" + today.plusDays(1) + "&due_on_to=" + today.plusDays(7)))
                .contains("next week");
        assertThat(subjects("?q=WEEK")).containsExactly("next week");
        // Page by page it is the same.
        String first = ACTIVITIES + "?sort=due_on&limit=4";
        JsonPath page = sales.tenant().get(first);
        List<String> all = new java.util.ArrayList<>(page.getList("data.subject"));
        all.addAll(sales.tenant()
                .get(first + "&cursor={cursor}", page.getString("next_cursor"))
                .getList("data.subject"));
        assertThat(all).isEqualTo(subjects("?sort=due_on"));
    }

    @Test
    void a_note_is_done_as_soon_as_it_is_written() {
        UUID lead = sales.aLead(Map.of("name", "Ana"));
        UUID id = anActivity(Map.of("type", "note", "subject", "Decide com o sócio até sexta", "lead_id", lead));
        JsonPath note = sales.read(ACTIVITIES, id);
        assertThat(note.getString("status")).isEqualTo("completed");
        assertThat(note.getString("completed_at")).isNotNull();
        sales.tenant()
                .step(ACTIVITIES + "/" + id + "/reopen")
                .statusCode(409)
                .body("type", equalTo("/docs/problems/note_not_open"));
        refused(Map.of("type", "note", "subject", "x", "due_on", "2026-12-01"), "due_on", "check");
        sales.patch(ACTIVITIES, id, Map.of("type", "task"), 0)
                .statusCode(400)
                .body("violations[0].field", equalTo("type"));
        sales.patch(ACTIVITIES, id, Map.of("subject", "Decide com a sócia"), 0).statusCode(200);
    }

    @Test
    void what_was_done_is_written_down_with_when() {
        UUID id = anActivity(Map.of(
                "type", "call",
                "subject", "Ligação atendida",
                "completed_at", "2026-11-02T15:00:00Z",
                "outcome", "Pediu desconto",
                "duration_minutes", 12));
        JsonPath call = sales.read(ACTIVITIES, id);
        assertThat(call.getString("completed_at")).isEqualTo("2026-11-02T15:00:00Z");
        assertThat(call.getString("completed_by_id"))
                .isEqualTo(sales.tenant().adminId().toString());
        refused(
                Map.of(
                        "type",
                        "call",
                        "subject",
                        "x",
                        "completed_at",
                        Instant.now().plus(1, ChronoUnit.HOURS).toString()),
                "completed_at",
                "future");
        refused(Map.of("type", "call", "subject", "x", "outcome", "y"), "outcome", "check");
        refused(Map.of("type", "call", "subject", " \u200b "), "subject", "required");
        refused(Map.of("type", "fax", "subject", "x"), "type", "enum");
    }

    @Test
    void a_step_that_is_done_asks_for_the_next_which_is_about_the_same() {
        UUID deal = sales.aDeal("Site");
        UUID company = sales.aCompany("Vitale");
        UUID id = anActivity(Map.of("type", "call", "subject", "Ligar", "deal_id", deal, "company_id", company));
        JsonPath done = complete(
                        id,
                        Map.of(
                                "outcome",
                                "Quer a proposta",
                                "duration_minutes",
                                7,
                                "next",
                                Map.of("type", "email", "subject", "Enviar proposta", "due_on", "2026-12-02")))
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(done.getString("activity.status")).isEqualTo("completed");
        assertThat(done.getString("activity.outcome")).isEqualTo("Quer a proposta");
        assertThat(done.getInt("activity.duration_minutes")).isEqualTo(7);
        assertThat(done.getInt("activity.version")).isEqualTo(1);
        assertThat(done.getString("next.deal_id")).isEqualTo(deal.toString());
        assertThat(done.getString("next.company_id")).isEqualTo(company.toString());
        assertThat(done.getString("next.owner_id"))
                .isEqualTo(sales.tenant().adminId().toString());
        assertThat(sales.fact(id, "activity.completed").getString("deal_id")).isEqualTo(deal.toString());
        sales.tenant()
                .step(ACTIVITIES + "/" + id + "/reopen")
                .statusCode(200)
                .body("status", equalTo("open"))
                .body("outcome", nullValue());
    }

    @Test
    void a_wrong_next_step_is_told_with_its_place_and_nothing_is_done() {
        UUID id = anActivity(Map.of("type", "call", "subject", "Ligar"));
        complete(id, Map.of("next", Map.of("type", "task", "subject", "x", "deal_id", UUID.randomUUID())))
                .statusCode(400)
                .body("violations[0].field", equalTo("next.deal_id"))
                .body("violations[0].pointer", equalTo("/next/deal_id"));
        assertThat(sales.read(ACTIVITIES, id).getString("status")).isEqualTo("open");
        assertThat(sales.count("activities")).isEqualTo(1);
    }

    @Test
    void of_two_who_complete_it_at_once_one_makes_the_next_step() {
        UUID id = anActivity(Map.of("type", "call", "subject", "Ligar"));
        Supplier<Integer> step = () -> complete(id, Map.of("next", Map.of("type", "task", "subject", "Proposta")))
                .extract()
                .statusCode();
        assertThat(Sales.atOnce(List.of(step, step, step, step))).containsOnly(200);
        assertThat(subjects("?status=open")).containsExactly("Proposta");
    }

    @Test
    void what_it_is_about_must_be_there() {
        refused(Map.of("type", "task", "subject", "x", "contract_id", UUID.randomUUID()), "contract_id", "not_found");
        refused(Map.of("type", "task", "subject", "x", "customer_id", UUID.randomUUID()), "customer_id", "not_found");
        Sales other = Sales.ofNewTenant();
        refused(
                Map.of("type", "task", "subject", "x", "lead_id", other.aLead(Map.of("name", "Bia"))),
                "lead_id",
                "not_found");
        UUID customer = sales.tenant().create("/api/customers", Map.of("name", "João", "kind", "person"));
        UUID contract = sales.tenant().create("/api/contracts", Sales.with(Sales.license(), "customer_id", customer));
        UUID id = anActivity(
                Map.of("type", "task", "subject", "Renovar", "contract_id", contract, "customer_id", customer));
        sales.tenant()
                .api()
                .get(ACTIVITIES + "/{id}?include=contract,customer", id)
                .then()
                .body("contract.name", equalTo("Licença CFC"))
                .body("customer.name", equalTo("João"));
        assertThat(subjects("?contract_id=" + contract)).containsExactly("Renovar");
        assertThat(subjects("?customer_id=" + UUID.randomUUID())).isEmpty();
    }

    @Test
    void names_are_told_to_who_may_read_what_they_are_of() {
        UUID deal = sales.aDeal("Segredo");
        UUID id = anActivity(Map.of("type", "task", "subject", "Ver", "deal_id", deal));
        UUID role = sales.tenant()
                .create("/api/roles", Map.of("name", "Tarefas", "permissions", List.of("crm.activities:read")));
        Person rui = Person.join(sales.tenant(), role.toString());
        rui.api()
                .get(ACTIVITIES + "/{id}?include=deal,owner", id)
                .then()
                .statusCode(200)
                .body("deal_id", equalTo(deal.toString()))
                .body("deal", nullValue())
                .body("owner.name", notNullValue());
    }

    @Test
    void what_was_done_about_a_lead_follows_it_into_its_deal() {
        UUID lead = sales.aLead(Map.of("name", "Ana", "company_name", "Vitale", "email", "ana@vitale.example"));
        UUID note = anActivity(Map.of("type", "note", "subject", "Urgente", "lead_id", lead));
        JsonPath made = sales.act(Sales.LEADS, lead, "convert", Map.of())
                .statusCode(201)
                .extract()
                .jsonPath();
        JsonPath followed = sales.read(ACTIVITIES, note);
        assertThat(followed.getString("deal_id")).isEqualTo(made.getString("deal.id"));
        assertThat(followed.getString("contact_id")).isEqualTo(made.getString("contact.id"));
        assertThat(followed.getString("company_id")).isEqualTo(made.getString("company.id"));
        assertThat(followed.getString("lead_id")).isEqualTo(lead.toString());
        assertThat(followed.getInt("version")).isEqualTo(1);
    }

    @Test
    void a_lead_that_is_deleted_takes_its_notes_with_it() {
        UUID lead = sales.aLead(Map.of("name", "Ana"));
        UUID note = anActivity(Map.of("type", "note", "subject", "Engano", "lead_id", lead));
        sales.tenant().api().delete(Sales.LEADS + "/{id}", lead).then().statusCode(204);
        sales.tenant().api().get(ACTIVITIES + "/{id}", note).then().statusCode(404);
    }

    @Test
    void who_sees_the_deal_sees_what_was_done_about_it_and_nobody_else_does() {
        TestTenant tenant = sales.tenant();
        UUID role = tenant.create(
                "/api/roles",
                Map.of(
                        "name",
                        "Own",
                        "permissions",
                        List.of(
                                "crm.leads:read",
                                "crm.leads:write",
                                "crm.deals:read",
                                "crm.deals:write",
                                "crm.activities:read",
                                "crm.activities:write"),
                        "record_scopes",
                        Map.of("leads", "own", "deals", "own")));
        Person ana = Person.join(tenant, role.toString());
        UUID hers = tenant.create(Sales.DEALS, Map.of("title", "Dela", "owner_id", ana.id()));
        UUID others = sales.aDeal("Do outro");
        UUID onHers = anActivity(Map.of("type", "note", "subject", "Do colega", "deal_id", hers));
        UUID onOthers = anActivity(Map.of("type", "note", "subject", "Escondida", "deal_id", others));
        UUID ofNothing = anActivity(Map.of("type", "task", "subject", "Do colega, sobre nada"));
        UUID hersOnOthers =
                anActivity(Map.of("type", "task", "subject", "Ajudar", "deal_id", others, "owner_id", ana.id()));
        assertThat(ana.status(ACTIVITIES + "/" + onHers)).isEqualTo(200);
        assertThat(ana.status(ACTIVITIES + "/" + onOthers)).isEqualTo(404);
        assertThat(ana.status(ACTIVITIES + "/" + ofNothing)).isEqualTo(404);
        ana.api()
                .get(ACTIVITIES + "/{id}", hersOnOthers)
                .then()
                .statusCode(200)
                // Not even which deal it is that somebody else has.
                .body("deal_id", nullValue());
        List<String> seen = ana.api().get(ACTIVITIES).jsonPath().getList("data.subject");
        assertThat(seen).containsExactlyInAnyOrder("Do colega", "Ajudar");
        // Nobody writes what it would not see, nor about what it does not see.
        ana.api()
                .body(Map.of("type", "task", "subject", "x", "owner_id", tenant.adminId()))
                .post(ACTIVITIES)
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("out_of_reach"));
        ana.api()
                .body(Map.of("type", "task", "subject", "x", "deal_id", others))
                .post(ACTIVITIES)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("deal_id"));
        ana.create(ACTIVITIES, Map.of("type", "task", "subject", "x", "owner_id", tenant.adminId(), "deal_id", hers));
        ana.create(ACTIVITIES, Map.of("type", "task", "subject", "mine"));
    }

    @Test
    void open_steps_of_somebody_who_leaves_are_handed_on_and_what_was_done_stays() {
        TestTenant tenant = sales.tenant();
        Person rui = Person.join(tenant, "agent");
        UUID open = anActivity(Map.of("type", "task", "subject", "Aberta", "owner_id", rui.id()));
        UUID done = anActivity(Map.of(
                "type", "call", "subject", "Feita", "owner_id", rui.id(), "completed_at", "2026-11-02T15:00:00Z"));
        tenant.api()
                .delete("/api/tenant/users/{id}?reassign_to={to}", rui.id(), tenant.adminId())
                .then()
                .statusCode(204);
        assertThat(sales.read(ACTIVITIES, open).getString("owner_id"))
                .isEqualTo(tenant.adminId().toString());
        assertThat(sales.read(ACTIVITIES, done).getString("owner_id"))
                .isEqualTo(rui.id().toString());
    }

    @Test
    void a_company_in_another_zone_has_its_days_there() {
        UUID timed = anActivity(Map.of("type", "task", "subject", "a", "due_at", "2026-12-02T01:30:00Z"));
        UUID day = anActivity(Map.of("type", "task", "subject", "b", "due_on", "2026-12-02"));
        int version = sales.tenant().get("/api/tenant").getInt("version");
        sales.tenant()
                .basedOn(version)
                .body(Map.of("time_zone", "Asia/Tokyo"))
                .patch("/api/tenant")
                .then()
                .statusCode(200);
        JsonPath moved = sales.read(ACTIVITIES, timed);
        assertThat(moved.getString("due_on")).isEqualTo("2026-12-02");
        assertThat(moved.getInt("version")).isEqualTo(1);
        assertThat(sales.read(ACTIVITIES, day).getInt("version")).isZero();
        // The day of Tokyo ends first.
        assertThat(sales.sql("select due_key from activities where id = $1", io.vertx.mutiny.sqlclient.Tuple.of(day))
                        .iterator()
                        .next()
                        .getOffsetDateTime(0)
                        .toInstant())
                .isEqualTo(Instant.parse("2026-12-02T15:00:00Z"));
    }

    @Test
    void another_systems_key_makes_it_once() {
        Map<String, Object> call = Map.of("type", "call", "subject", "Ligação 71");
        String path = ACTIVITIES + "/external/pabx/71";
        sales.tenant().api().body(call).put(path).then().statusCode(201);
        sales.tenant().api().body(call).put(path).then().statusCode(200).body("version", equalTo(0));
        assertThat(sales.count("activities")).isEqualTo(1);
    }

    @Test
    void what_was_deleted_is_told_to_who_keeps_a_copy() {
        UUID id = anActivity(Map.of("type", "task", "subject", "x"));
        sales.tenant().api().delete(ACTIVITIES + "/{id}", id).then().statusCode(204);
        String path = ACTIVITIES + "?updated_since=2026-01-01T00:00:00Z&include=removed";
        // Told as soon as nothing older can come any more.
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !sales.tenant().get(path).getList("removed.id").isEmpty());
        assertThat(sales.tenant().get(path).getList("removed.id")).containsExactly(id.toString());
    }

    private UUID anActivity(Map<String, ?> body) {
        return sales.tenant().create(ACTIVITIES, body);
    }

    private void aTask(String subject, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>();
        more.forEach((field, value) -> body.put(field, value.toString()));
        body.put("type", "task");
        body.put("subject", subject);
        anActivity(body);
    }

    private ValidatableResponse edit(UUID id, Map<String, ?> changes, int version) {
        return sales.patch(ACTIVITIES, id, changes, version).statusCode(200);
    }

    private ValidatableResponse complete(UUID id, Object body) {
        return sales.act(ACTIVITIES, id, "complete", body);
    }

    private List<String> subjects(String query) {
        return sales.tenant().get(ACTIVITIES + query).getList("data.subject");
    }

    private void refused(Map<String, ?> body, String field, String code) {
        sales.tenant()
                .unchecked()
                .body(body)
                .post(ACTIVITIES)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(field))
                .body("violations[0].code", equalTo(code));
    }
}
