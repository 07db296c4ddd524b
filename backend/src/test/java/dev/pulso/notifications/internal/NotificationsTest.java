package dev.pulso.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.pulso.store.outbox.DomainEvent;
import dev.pulso.store.queue.Work;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.Mailbox;
import dev.pulso.testing.Person;
import dev.pulso.testing.TestTenant;
import io.quarkus.mailer.Mail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told of what, by which way, and what is read of it. */
@QuarkusTest
class NotificationsTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String ACTIVITIES = "/api/crm/activities";
    private static final String NOTIFICATIONS = "/api/notifications";
    private static final String PREFERENCES = "/api/notifications/preferences";

    @Inject
    Tenancy tenancy;

    @Inject
    Notifier notifier;

    @Inject
    DailyDigests digests;

    @Inject
    Mailbox mailbox;

    private TestTenant tenant;
    private Person rui;

    @BeforeEach
    void company() {
        tenant = TestTenant.register();
        rui = Person.join(tenant, "agent");
    }

    @Test
    void who_is_mentioned_is_told_of_the_note_and_of_what_it_is_about() {
        UUID deal = tenant.create("/api/crm/deals", Map.of("title", "Site da padaria"));
        mention("Veja a proposta", rui.id(), Map.of("deal_id", deal));
        JsonPath told = awaitTold(rui, 1);
        assertThat(told.getString("data[0].kind")).isEqualTo("mentioned");
        assertThat(told.getString("data[0].status")).isEqualTo("unread");
        assertThat(told.getString("data[0].record.type")).isEqualTo("activity");
        assertThat(told.getString("data[0].record.name")).isEqualTo("Veja a proposta");
        assertThat(told.getString("data[0].about.type")).isEqualTo("deal");
        assertThat(told.getString("data[0].about.id")).isEqualTo(deal.toString());
        assertThat(told.getString("data[0].about.name")).isEqualTo("Site da padaria");
        assertThat(told.getString("data[0].caused_by.id"))
                .isEqualTo(tenant.adminId().toString());
        assertThat(told.getString("data[0].caused_by.name")).startsWith("Admin of");
        assertThat(unread(rui)).isEqualTo(1);
        assertThat(tenant.get(NOTIFICATIONS).getList("data")).isEmpty();
    }

    @Test
    void who_is_given_a_record_by_somebody_else_is_told_once_and_nobody_of_what_he_took_himself() {
        UUID lead = tenant.create("/api/crm/leads", Map.of("name", "Ana"));
        tenant.basedOn(0)
                .body(Map.of("owner_id", rui.id()))
                .patch("/api/crm/leads/{id}", lead)
                .then()
                .statusCode(200);
        UUID own = rui.create("/api/crm/deals", Map.of("title", "Meu", "owner_id", rui.id()));
        UUID given = tenant.create("/api/crm/deals", Map.of("title", "Dado", "owner_id", rui.id()));
        UUID task = tenant.create(ACTIVITIES, Map.of("type", "task", "subject", "Ligar", "owner_id", rui.id()));
        JsonPath told = awaitTold(rui, 3);
        assertThat(told.getList("data.record.id"))
                .containsExactlyInAnyOrder(lead.toString(), given.toString(), task.toString())
                .doesNotContain(own.toString());
        assertThat(told.getList("data.kind")).containsOnly("assigned");
        // The same owner again is nothing new.
        tenant.basedOn(tenant.get("/api/crm/leads/{id}", lead).getInt("version"))
                .body(Map.of("owner_id", rui.id(), "name", "Ana Maria"))
                .patch("/api/crm/leads/{id}", lead)
                .then()
                .statusCode(200);
        settled();
        assertThat(list(rui, "").getList("data")).hasSize(3);
        assertThat(list(rui, "?kind=mentioned,reminded").getList("data")).isEmpty();
        assertThat(list(rui, "?kind=assigned&status=unread&limit=2").getList("data"))
                .hasSize(2);
        rui.api().get(NOTIFICATIONS + "?kind=nothing").then().statusCode(400);
        rui.api().get(NOTIFICATIONS + "?status=seen").then().statusCode(400);
    }

    @Test
    void of_many_records_that_a_job_hands_on_one_thing_is_told_to_each() {
        List<Map<String, Object>> leads = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            leads.add(Map.of("id", tenant.create("/api/crm/leads", Map.of("name", "Ana " + i))));
        }
        tenant.post(
                        "/api/crm/leads/bulk",
                        Map.of("action", Map.of("type", "assign", "owner_id", rui.id()), "records", leads))
                .statusCode(202);
        JsonPath told = awaitTold(rui, 1);
        assertThat(told.getList("data")).hasSize(1);
        assertThat(told.getString("data[0].kind")).isEqualTo("assigned");
        assertThat(told.getString("data[0].details.list_kind")).isEqualTo("leads");
        assertThat(told.getInt("data[0].details.record_count")).isEqualTo(3);
        assertThat(told.getString("data[0].caused_by.id"))
                .isEqualTo(tenant.adminId().toString());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(tenant.get(NOTIFICATIONS).getList("data.kind"))
                        .containsExactly("bulk_job_finished"));
        assertThat(tenant.get(NOTIFICATIONS).getInt("data[0].details.record_count"))
                .isEqualTo(3);
    }

    @Test
    void who_has_ordered_an_import_is_told_that_it_is_done() {
        Response ordered = io.restassured.RestAssured.given()
                .header("Authorization", "Bearer " + tenant.token(TestTenant.Role.admin))
                .multiPart("kind", "deals")
                .multiPart("mapping", "{\"title\": \"title\"}")
                .multiPart("file", "deals.csv", "title\nUm\nDois\n".getBytes(), "text/csv")
                .post("/api/imports");
        assertThat(ordered.statusCode()).isEqualTo(202);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(tenant.get(NOTIFICATIONS).getList("data")).hasSize(1));
        JsonPath told = tenant.get(NOTIFICATIONS);
        assertThat(told.getString("data[0].kind")).isEqualTo("import_finished");
        assertThat(told.getString("data[0].record.id")).isEqualTo(ordered.path("id"));
        assertThat(told.getInt("data[0].details.record_count")).isEqualTo(2);
        assertThat(told.getString("data[0].details.status")).isEqualTo("succeeded");
    }

    @Test
    void a_sale_that_waits_is_told_to_all_who_may_sign_its_contracts_and_mailed() {
        Person finance = Person.join(tenant, "finance");
        UUID company = tenant.create("/api/crm/companies", Map.of("name", "Padaria"));
        Person seller =
                Person.join(tenant, role(List.of("crm.deals:read", "crm.deals:write", "crm.pipelines:read"), "all"));
        UUID deal = tenant.create("/api/crm/deals", Map.of("title", "Loja", "company_id", company));
        tenant.create(
                "/api/crm/deals/" + deal + "/lines",
                Map.of(
                        "description",
                        "Hospedagem",
                        "unit_price",
                        "100",
                        "charge",
                        "monthly",
                        "service_type",
                        "hospedagem_site"));
        seller.api()
                .body(Map.of("sale", Map.of()))
                .post("/api/crm/deals/{id}/win", deal)
                .then()
                .statusCode(200);
        JsonPath told = awaitTold(finance, 1);
        assertThat(told.getString("data[0].kind")).isEqualTo("closing_waiting");
        assertThat(told.getString("data[0].record.id")).isEqualTo(deal.toString());
        assertThat(told.getLong("data[0].details.amount_cents")).isEqualTo(10000);
        settled();
        assertThat(list(seller, "").getList("data.kind")).doesNotContain("closing_waiting");
        Mail mail = mailbox.await(finance.email(), "A venda “Loja”");
        assertThat(mail.getText()).contains("/pipeline/" + deal).contains("/settings/profile#notifications");
    }

    @Test
    void an_event_that_is_told_twice_is_told_to_each_person_once() {
        UUID note = mention("Uma vez", rui.id(), Map.of());
        awaitTold(rui, 1);
        DomainEvent event = event("activity.mentioned", note);
        Caller system = Caller.system(tenant.id(), "event:notifications", null);
        done(tenancy.sql(system, connection -> notifier.react(system, event)));
        assertThat(list(rui, "").getList("data")).hasSize(1);
        assertThat(number("select count(*) from mails where key like 'notification:%'"))
                .isEqualTo(1);
    }

    @Test
    void nobody_is_told_of_a_record_that_he_may_not_read() {
        Person narrow = Person.join(tenant, role(List.of("crm.activities:read", "crm.deals:read"), "own"));
        Person blind = Person.join(tenant, role(List.of("crm.deals:read"), "all"));
        UUID deal = tenant.create("/api/crm/deals", Map.of("title", "Alheio", "owner_id", tenant.adminId()));
        mention("De outros", narrow.id(), Map.of("deal_id", deal));
        mention("Sem direito", blind.id(), Map.of());
        settled();
        assertThat(number("select count(*) from notifications")).isZero();
        // What is of his own deal he may read.
        UUID own = tenant.create("/api/crm/deals", Map.of("title", "Seu", "owner_id", narrow.id()));
        mention("Seu", narrow.id(), Map.of("deal_id", own));
        await().atMost(SOON)
                .until(() -> list(narrow, "?kind=mentioned").getList("data").size() == 1);
    }

    @Test
    void who_loses_the_right_or_the_reach_has_not_been_told() {
        Person narrow = Person.join(tenant, role(List.of("crm.activities:read", "crm.deals:read"), "own"));
        UUID deal = tenant.create("/api/crm/deals", Map.of("title", "Seu", "owner_id", narrow.id()));
        mention("Seu", narrow.id(), Map.of("deal_id", deal));
        String mentioned = awaitTold(narrow, 2).getString("data.find { it.kind == 'mentioned' }.id");
        int version = tenant.get("/api/crm/deals/{id}", deal).getInt("version");
        tenant.basedOn(version)
                .body(Map.of("owner_id", tenant.adminId()))
                .patch("/api/crm/deals/{id}", deal)
                .then()
                .statusCode(200);
        assertThat(list(narrow, "").getList("data")).isEmpty();
        assertThat(unread(narrow)).isZero();
        narrow.api().post(NOTIFICATIONS + "/{id}/read", mentioned).then().statusCode(404);
        // It is his again: so is what he was told.
        tenant.basedOn(version + 1)
                .body(Map.of("owner_id", narrow.id()))
                .patch("/api/crm/deals/{id}", deal)
                .then()
                .statusCode(200);
        await().atMost(SOON).until(() -> unread(narrow) == 3);
        UUID none = tenant.create("/api/roles", Map.of("name", "Nada", "permissions", List.of("crm.products:read")));
        tenant.basedOn(tenant.get("/api/tenant/users/{id}", narrow.id()).getInt("version"))
                .body(Map.of("role", none))
                .patch("/api/tenant/users/{id}", narrow.id())
                .then()
                .statusCode(200);
        await().atMost(SOON).until(() -> list(narrow, "").getList("data").isEmpty());
    }

    @Test
    void what_is_deleted_is_told_of_no_more() {
        UUID note = mention("Some", rui.id(), Map.of());
        awaitTold(rui, 1);
        tenant.api().delete(ACTIVITIES + "/{id}", note).then().statusCode(204);
        assertThat(unread(rui)).isZero();
        assertThat(list(rui, "").getList("data")).isEmpty();
    }

    @Test
    void reading_is_for_who_was_told_alone_and_twice_is_once() {
        mention("Leia", rui.id(), Map.of());
        String id = awaitTold(rui, 1).getString("data[0].id");
        String first = rui.api()
                .post(NOTIFICATIONS + "/{id}/read", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("read"))
                .extract()
                .path("read_at");
        rui.api().post(NOTIFICATIONS + "/{id}/read", id).then().statusCode(200).body("read_at", equalTo(first));
        assertThat(unread(rui)).isZero();
        rui.api()
                .post(NOTIFICATIONS + "/{id}/unread", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("unread"))
                .body("read_at", equalTo(null));
        assertThat(unread(rui)).isEqualTo(1);
        tenant.api().post(NOTIFICATIONS + "/{id}/read", id).then().statusCode(404);
        TestTenant other = TestTenant.register();
        other.api().post(NOTIFICATIONS + "/{id}/read", id).then().statusCode(404);
        assertThat(unread(rui)).isEqualTo(1);
    }

    @Test
    void one_that_comes_while_all_are_read_stays_unread() throws Exception {
        mention("Vista", rui.id(), Map.of());
        String seen = awaitTold(rui, 1).getString("data[0].created_at");
        UUID note = mention("Chega", rui.id(), Map.of());
        awaitTold(rui, 2);
        DomainEvent event = event("activity.mentioned", note);
        sql("delete from notifications where event_id = $1", Tuple.of(event.id()));
        Caller system = Caller.system(tenant.id(), "event:notifications", null);
        CompletableFuture<Void> written = new CompletableFuture<>();
        CompletableFuture<Void> go = new CompletableFuture<>();
        CompletableFuture<Void> committed = tenancy.sql(
                        system,
                        connection -> notifier.react(system, event)
                                .invoke(() -> written.complete(null))
                                .chain(() -> Uni.createFrom().completionStage(go)))
                .subscribeAsCompletionStage()
                .toCompletableFuture();
        written.get(20, java.util.concurrent.TimeUnit.SECONDS);
        // Whatever moment is named: what nobody can have seen is not read.
        rui.api()
                .body(Map.of("until", Instant.now().plusSeconds(60).toString()))
                .post(NOTIFICATIONS + "/read-all")
                .then()
                .statusCode(200)
                .body("unread_count", equalTo(0));
        go.complete(null);
        committed.get(20, java.util.concurrent.TimeUnit.SECONDS);
        assertThat(unread(rui)).isEqualTo(1);
        // Up to the one that was seen.
        rui.api()
                .body(Map.of("until", seen))
                .post(NOTIFICATIONS + "/read-all")
                .then()
                .statusCode(200)
                .body("unread_count", equalTo(1))
                .body("more", equalTo(false));
        rui.api()
                .body(Map.of("until", list(rui, "").getString("data[0].created_at")))
                .post(NOTIFICATIONS + "/read-all")
                .then()
                .body("unread_count", equalTo(0));
    }

    @Test
    void the_bell_counts_to_ninety_nine() {
        UUID deal = tenant.create("/api/crm/deals", Map.of("title", "Site"));
        sql("""
            insert into notifications (tenant_id, id, user_id, event_id, kind, record_kind, record_id, in_app, mail)
            select $1, gen_random_uuid(), $2, gen_random_uuid(), 'assigned', 'deals', $3, true, 'none'
            from generate_series(1, 120)""", Tuple.of(tenant.id(), rui.id(), deal));
        rui.api()
                .get(NOTIFICATIONS + "/unread-count")
                .then()
                .body("unread_count", equalTo(99))
                .body("more", equalTo(true));
    }

    @Test
    void who_wants_to_hear_nothing_of_a_kind_is_told_nothing_of_it() {
        JsonPath usual =
                rui.api().get(PREFERENCES).then().statusCode(200).extract().jsonPath();
        assertThat(usual.getInt("version")).isZero();
        assertThat(usual.getList("choices")).hasSize(9);
        assertThat(usual.getString("choices.find { it.kind == 'mentioned' }.mail"))
                .isEqualTo("at_once");
        choose(0, 8, Map.of("kind", "mentioned", "in_app", false, "mail", "none"))
                .then()
                .statusCode(200);
        choose(0, 8).then().statusCode(412);
        rui.api()
                .body(Map.of("digest_hour", 8, "choices", List.of()))
                .put(PREFERENCES)
                .then()
                .statusCode(428);
        io.restassured.RestAssured.given()
                .contentType("application/json")
                .header("Authorization", "Bearer " + rui.token())
                .header("If-Match", "\"1\"")
                .body(Map.of("digest_hour", 24, "choices", List.of()))
                .put(PREFERENCES)
                .then()
                .statusCode(400);
        Map<String, Object> twice = Map.of("kind", "assigned", "in_app", true, "mail", "none");
        choose(1, 8, twice, twice).then().statusCode(400).body("violations[0].field", equalTo("choices[1].kind"));
        mention("Em silêncio", rui.id(), Map.of());
        settled();
        assertThat(number("select count(*) from notifications")).isZero();
        assertThat(mailbox.of(rui.email())).isEmpty();
        // By mail alone.
        choose(1, 8, Map.of("kind", "mentioned", "in_app", false, "mail", "at_once"))
                .then()
                .statusCode(200);
        mention("Por e-mail", rui.id(), Map.of());
        assertThat(mailbox.await(rui.email(), 1).getSubject()).endsWith("mencionou você em “Por e-mail”");
        assertThat(list(rui, "").getList("data")).isEmpty();
        assertThat(unread(rui)).isZero();
    }

    @Test
    void a_mail_speaks_the_language_of_the_company_and_no_name_in_it_is_a_link() {
        tenant.basedOn(tenant.get("/api/tenant").getInt("version"))
                .body(Map.of("locale", "en"))
                .patch("/api/tenant")
                .then()
                .statusCode(200);
        mention("Look https://evil.example/x", rui.id(), Map.of());
        Mail mail = mailbox.await(rui.email(), 1);
        assertThat(mail.getSubject()).endsWith("mentioned you in “Look …”");
        assertThat(mail.getText() + mail.getHtml())
                .contains("By your own choice".toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("evil");
    }

    @Test
    void what_a_day_has_brought_is_one_mail_however_often_the_work_is_done() {
        choose(0, 8, Map.of("kind", "mentioned", "in_app", true, "mail", "daily"))
                .then()
                .statusCode(200);
        mention("Primeira <b>", rui.id(), Map.of());
        mention("Segunda", rui.id(), Map.of());
        mention("Lida", rui.id(), Map.of());
        JsonPath told = awaitTold(rui, 3);
        // Put off once, to an hour of the company's zone that is to come.
        assertThat(number("select count(*) from work where queue = 'notification-digests' and due_at > now()"
                        + " and due_at < now() + interval '25 hours'"
                        + " and extract(hour from due_at at time zone 'America/Sao_Paulo') = 8"))
                .isEqualTo(1);
        rui.api()
                .post(NOTIFICATIONS + "/{id}/read", told.getString("data.find { it.record.name == 'Lida' }.id"))
                .then()
                .statusCode(200);
        digest();
        settled();
        assertThat(mailbox.of(rui.email())).as("too early").isEmpty();
        sql("update notifications set created_at = created_at - interval '2 days'", Tuple.tuple());
        digest();
        Mail mail = mailbox.await(rui.email(), "2 novidades em");
        assertThat(mail.getText()).contains("Primeira <b>").contains("Segunda").doesNotContain("Lida");
        assertThat(mail.getHtml()).contains("Primeira &lt;b&gt;");
        digest();
        digest();
        assertThat(number("select count(*) from mails where key like 'digest:%'"))
                .isEqualTo(1);
        assertThat(number("select count(*) from notifications where mailed_at is null"))
                .isZero();
    }

    @Test
    void another_hour_counts_for_what_waits_already_and_nothing_new_is_no_mail() {
        choose(0, 8, Map.of("kind", "mentioned", "in_app", true, "mail", "daily"))
                .then()
                .statusCode(200);
        mention("Espera", rui.id(), Map.of());
        awaitTold(rui, 1);
        choose(1, 15, Map.of("kind", "mentioned", "in_app", true, "mail", "daily"))
                .then()
                .statusCode(200);
        assertThat(number("select count(*) from work where queue = 'notification-digests'"
                        + " and extract(hour from due_at at time zone 'America/Sao_Paulo') = 15"))
                .isEqualTo(1);
        rui.api()
                .body(Map.of("until", Instant.now().plusSeconds(60).toString()))
                .post(NOTIFICATIONS + "/read-all")
                .then()
                .statusCode(200);
        sql("update notifications set created_at = created_at - interval '2 days'", Tuple.tuple());
        digest();
        assertThat(number("select count(*) from mails where key like 'digest:%'"))
                .isZero();
        assertThat(number("select count(*) from notifications where mailed_at is null"))
                .isZero();
    }

    @Test
    void what_is_old_goes_sooner_when_it_was_read() {
        UUID deal = tenant.create("/api/crm/deals", Map.of("title", "Site"));
        sql("""
            insert into notifications (tenant_id, id, user_id, event_id, kind, record_kind, record_id, in_app, mail, created_at,
                                       read_at)
            select $1, gen_random_uuid(), $2, gen_random_uuid(), 'assigned', 'deals', $3, true, 'none',
                   now() - make_interval(days => age), case when read then now() - make_interval(days => age) end
            from (values (89, true), (91, true), (91, false), (179, false), (181, false)) old(age, read)""", Tuple.of(tenant.id(), rui.id(), deal));
        tenant.post(
                        "/api/jobs/housekeeping/runs",
                        Map.of(
                                "on",
                                LocalDate.now(java.time.ZoneId.of("America/Sao_Paulo"))
                                        .toString()))
                .statusCode(202);
        await().atMost(SOON).until(() -> number("select count(*) from notifications") == 3);
        assertThat(number("select count(*) from notifications where read_at is null"))
                .isEqualTo(2);
    }

    @Test
    void a_program_has_no_bell() {
        String key = tenant.post("/api/tenant/api-keys", Map.of("name", "ERP", "scopes", List.of("crm.leads:read")))
                .extract()
                .path("secret");
        io.restassured.RestAssured.given()
                .header("X-API-Key", key)
                .get(NOTIFICATIONS)
                .then()
                .statusCode(403);
    }

    private UUID mention(String subject, UUID person, Map<String, Object> more) {
        Map<String, Object> body =
                new HashMap<>(Map.of("type", "note", "subject", subject, "mentioned_ids", List.of(person)));
        body.putAll(more);
        return tenant.create(ACTIVITIES, body);
    }

    private String role(List<String> permissions, String reach) {
        return tenant.create(
                        "/api/roles",
                        Map.of(
                                "name",
                                "Papel " + UUID.randomUUID(),
                                "permissions",
                                permissions,
                                "record_scopes",
                                reach.equals("all") ? Map.of() : Map.of("deals", reach, "leads", reach)))
                .toString();
    }

    @SafeVarargs
    private Response choose(int version, int hour, Map<String, Object>... choices) {
        return rui.api()
                .header("If-Match", "\"" + version + "\"")
                .body(Map.of("digest_hour", hour, "choices", List.of(choices)))
                .put(PREFERENCES);
    }

    private static JsonPath list(Person person, String query) {
        return person.api()
                .get(NOTIFICATIONS + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath awaitTold(Person person, int count) {
        await().atMost(SOON).until(() -> list(person, "").getList("data").size() >= count);
        return list(person, "");
    }

    private static int unread(Person person) {
        return person.api()
                .get(NOTIFICATIONS + "/unread-count")
                .then()
                .statusCode(200)
                .extract()
                .path("unread_count");
    }

    /** Whatever was to be told is told. */
    private void settled() {
        await().atMost(SOON).until(() -> number("select count(*) from work where queue = 'notifications'") == 0);
    }

    private void digest() {
        Caller system = Caller.system(tenant.id(), "notification-digests", null);
        Work work = new Work(
                "notification-digests", tenant.id(), rui.id(), 0, UUID.randomUUID(), rui.id(), UUID.randomUUID(), 0, 0);
        var reads = digests.reads(work);
        done(tenancy.sql(
                system,
                connection -> connection
                        .preparedQuery(reads.sql())
                        .execute(reads.parameters())
                        .chain(rows ->
                                digests.react(system, work, reads.answer().apply(rows)))));
    }

    private DomainEvent event(String type, UUID record) {
        Row row = sql(
                        "select id, payload, occurred_at, actor_id, actor from outbox_events where type = $1 and aggregate_id = $2",
                        Tuple.of(type, record))
                .iterator()
                .next();
        return new DomainEvent(
                row.getUUID("id"),
                tenant.id(),
                type,
                1,
                record,
                0,
                row.get(JsonObject.class, "payload"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getUUID("actor_id"),
                row.getString("actor"),
                null,
                null);
    }

    private long number(String statement) {
        return sql(statement, Tuple.tuple()).iterator().next().getLong(0);
    }

    /** As one who sees the rows of the tenant. */
    private RowSet<Row> sql(String statement, Tuple values) {
        String own = statement.contains("from work where")
                ? statement.replace("from work where", "from work where tenant_id = '" + tenant.id() + "' and")
                : statement;
        return done(tenancy.bookkeeping(
                Caller.system(tenant.id(), "test", null),
                connection -> connection.preparedQuery(own).execute(values)));
    }

    private static <T> T done(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(20));
    }
}
