package dev.pulso.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.pulso.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Activities that repeat, who is mentioned in them, and of which people are reminded. */
@QuarkusTest
class ActivitySeriesTest {
    private static final String ACTIVITIES = "/api/crm/activities";
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    private Sales sales;

    @BeforeEach
    void tenant() {
        sales = Sales.ofNewTenant();
    }

    @Test
    void what_repeats_is_made_again_when_it_is_done_at_its_time_and_about_the_same() {
        UUID deal = sales.aDeal("Site");
        LocalDate today = LocalDate.now(ZONE);
        Instant at = today.atTime(LocalTime.of(9, 30)).atZone(ZONE).toInstant();
        UUID id = anActivity(Map.of(
                "type",
                "call",
                "subject",
                "Ligar",
                "due_at",
                at.toString(),
                "duration_minutes",
                15,
                "repeats",
                "FREQ=DAILY;INTERVAL=2",
                "deal_id",
                deal));
        JsonPath done = complete(id);
        assertThat(done.getString("repeated.due_on"))
                .isEqualTo(today.plusDays(2).toString());
        assertThat(Instant.parse(done.getString("repeated.due_at")))
                .isEqualTo(today.plusDays(2)
                        .atTime(LocalTime.of(9, 30))
                        .atZone(ZONE)
                        .toInstant());
        assertThat(done.getString("repeated.deal_id")).isEqualTo(deal.toString());
        assertThat(done.getInt("repeated.duration_minutes")).isEqualTo(15);
        assertThat(done.getString("repeated.series_id")).isEqualTo(id.toString());
        assertThat(done.getString("repeated.status")).isEqualTo("open");
        // Of the series, not of the one before.
        JsonPath again = complete(UUID.fromString(done.getString("repeated.id")));
        assertThat(again.getString("repeated.series_id")).isEqualTo(id.toString());
    }

    @Test
    void the_next_is_made_once_however_often_it_is_completed() {
        UUID id = anActivity(Map.of(
                "type", "task",
                "subject", "Relatório",
                "due_on", LocalDate.now(ZONE).toString(),
                "repeats", "FREQ=MONTHLY;BYMONTHDAY=-1"));
        Supplier<Integer> step =
                () -> sales.act(ACTIVITIES, id, "complete", Map.of()).extract().statusCode();
        assertThat(Sales.atOnce(List.of(step, step, step, step))).containsOnly(200);
        assertThat(sales.count("activities")).isEqualTo(2);
        // Taken back, with what it made; and made again.
        sales.tenant().step(ACTIVITIES + "/" + id + "/reopen").statusCode(200);
        assertThat(sales.count("activities")).isEqualTo(1);
        UUID next = UUID.fromString(complete(id).getString("repeated.id"));
        // Somebody has done something with it: it stays, and there is never another.
        sales.patch(ACTIVITIES, next, Map.of("subject", "Outro relatório"), 0).statusCode(200);
        sales.tenant().step(ACTIVITIES + "/" + id + "/reopen").statusCode(200);
        assertThat(complete(id).<Object>get("repeated")).isNull();
        assertThat(sales.count("activities")).isEqualTo(2);
    }

    @Test
    void a_series_ends_on_its_last_day_and_with_its_rule() {
        LocalDate today = LocalDate.now(ZONE);
        UUID last = anActivity(Map.of(
                "type",
                "task",
                "subject",
                "x",
                "due_on",
                today.toString(),
                "repeats",
                "FREQ=DAILY;UNTIL=" + today.toString().replace("-", "")));
        assertThat(complete(last).<Object>get("repeated")).isNull();
        UUID stopped =
                anActivity(Map.of("type", "task", "subject", "x", "due_on", today.toString(), "repeats", "FREQ=DAILY"));
        Map<String, Object> none = new HashMap<>();
        none.put("repeats", null);
        sales.patch(ACTIVITIES, stopped, none, 0).statusCode(200).body("repeats", nullValue());
        assertThat(complete(stopped).<Object>get("repeated")).isNull();
    }

    @Test
    void a_rule_that_nobody_understands_or_that_has_no_day_is_refused() {
        refused(Map.of("type", "task", "subject", "x", "due_on", "2026-12-01", "repeats", "FREQ=YEARLY"), "repeats");
        refused(Map.of("type", "task", "subject", "x", "repeats", "FREQ=DAILY"), "repeats");
        UUID id = anActivity(Map.of("type", "task", "subject", "x", "due_on", "2026-12-01", "repeats", "FREQ=DAILY"));
        Map<String, Object> never = new HashMap<>();
        never.put("due_on", null);
        sales.patch(ACTIVITIES, id, never, 0).statusCode(400).body("violations[0].field", equalTo("repeats"));
    }

    @Test
    void who_is_mentioned_is_told_once_and_must_be_of_the_company() {
        Person ana = Person.join(sales.tenant(), "agent");
        Person rui = Person.join(sales.tenant(), "agent");
        UUID id = anActivity(Map.of(
                "type", "note",
                "subject", "@Ana viu?",
                "mentioned_ids", List.of(ana.id(), sales.tenant().adminId())));
        assertThat(mentioned(id)).containsExactly(ana.id());
        sales.patch(ACTIVITIES, id, Map.of("mentioned_ids", List.of(ana.id(), rui.id())), 0)
                .statusCode(200)
                .body(
                        "mentioned_ids",
                        containsInAnyOrder(ana.id().toString(), rui.id().toString()));
        assertThat(mentioned(id)).containsExactlyInAnyOrder(ana.id(), rui.id());
        refused(Map.of("type", "note", "subject", "x", "mentioned_ids", List.of(UUID.randomUUID())), "mentioned_ids");
        refused(
                Map.of(
                        "type",
                        "note",
                        "subject",
                        "x",
                        "mentioned_ids",
                        List.of(Sales.ofNewTenant().tenant().adminId())),
                "mentioned_ids");
    }

    @Test
    void people_are_reminded_once_of_a_time_and_again_of_another() {
        Instant soon = Instant.now().plus(10, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
        UUID id = anActivity(
                Map.of("type", "call", "subject", "Ligar", "due_at", soon.toString(), "reminder_minutes", 15));
        await().atMost(Duration.ofSeconds(30)).until(() -> reminders(id) == 1);
        Instant later = soon.plus(2, ChronoUnit.MINUTES);
        sales.patch(ACTIVITIES, id, Map.of("due_at", later.toString()), 0).statusCode(200);
        await().atMost(Duration.ofSeconds(30)).until(() -> reminders(id) == 2);
        // Put off again for the same time: nothing comes of it.
        sales.patch(ACTIVITIES, id, Map.of("reminder_minutes", 15), 1).statusCode(200);
        await().atMost(Duration.ofSeconds(30)).until(() -> waiting() == 0);
        assertThat(reminders(id)).isEqualTo(2);
        assertThat(sales.read(ACTIVITIES, id).getInt("version")).isLessThanOrEqualTo(2);
    }

    @Test
    void of_what_is_done_or_far_nobody_is_reminded() {
        UUID far = anActivity(Map.of(
                "type",
                "call",
                "subject",
                "Longe",
                "due_at",
                Instant.now().plus(2, ChronoUnit.DAYS).toString(),
                "reminder_minutes",
                15));
        UUID done = anActivity(Map.of(
                "type",
                "call",
                "subject",
                "Feita",
                "due_at",
                Instant.now().plus(5, ChronoUnit.MINUTES).toString(),
                "completed_at",
                Instant.now().toString(),
                "reminder_minutes",
                15));
        UUID over = anActivity(Map.of(
                "type",
                "call",
                "subject",
                "Passou",
                "due_at",
                Instant.now().minus(1, ChronoUnit.HOURS).toString(),
                "reminder_minutes",
                15));
        UUID now = anActivity(Map.of(
                "type",
                "call",
                "subject",
                "Logo",
                "due_at",
                Instant.now().plus(5, ChronoUnit.MINUTES).toString(),
                "reminder_minutes",
                15));
        await().atMost(Duration.ofSeconds(30)).until(() -> reminders(now) == 1);
        assertThat(List.of(reminders(far), reminders(done), reminders(over))).containsOnly(0L);
        assertThat(waiting()).isEqualTo(1);
    }

    private long waiting() {
        return number(
                "select count(*) from work where queue = 'activity-reminders' and tenant_id = $1",
                sales.tenant().id());
    }

    private long reminders(UUID id) {
        return number("select count(*) from outbox_events where type = 'activity.reminded' and aggregate_id = $1", id);
    }

    private long number(String sql, UUID of) {
        return sales.sql(sql, Tuple.of(of)).iterator().next().getLong(0);
    }

    private List<UUID> mentioned(UUID id) {
        List<UUID> people = new ArrayList<>();
        sales.sql(
                        "select (payload ->> 'user_id')::uuid as id from outbox_events where type = 'activity.mentioned'"
                                + " and aggregate_id = $1",
                        Tuple.of(id))
                .forEach(row -> people.add(row.getUUID("id")));
        return people;
    }

    private UUID anActivity(Map<String, ?> body) {
        return sales.tenant().create(ACTIVITIES, body);
    }

    private JsonPath complete(UUID id) {
        return sales.act(ACTIVITIES, id, "complete", Map.of())
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void refused(Map<String, ?> body, String field) {
        sales.tenant()
                .unchecked()
                .body(body)
                .post(ACTIVITIES)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(field));
    }
}
