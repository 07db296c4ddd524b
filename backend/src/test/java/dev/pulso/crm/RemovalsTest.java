package dev.pulso.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pulso.testing.Person;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What programs that keep a copy are told of records that they may not see any more. */
@QuarkusTest
class RemovalsTest {
    private static final String ACTIVITIES = "/api/crm/activities";

    private TestTenant tenant;

    @BeforeEach
    void a_company() {
        tenant = TestTenant.register();
    }

    @Test
    void a_deleted_record_is_told_to_who_asks() {
        UUID gone = tenant.create("/api/crm/leads", Map.of("name", "Ana"));
        String since = tenant.get("/api/crm/leads/{id}", gone).getString("updated_at");
        UUID stays = tenant.create("/api/crm/leads", Map.of("name", "Bia"));
        tenant.api().delete("/api/crm/leads/{id}", gone).then().statusCode(204);
        JsonPath told = settled("/api/crm/leads?include=removed&updated_since=" + since, 1);
        assertThat(told.getList("data.id")).containsExactly(stays.toString());
        assertThat(told.getList("removed.id")).containsExactly(gone.toString());
        assertThat(told.getString("removed[0].reason")).isEqualTo("deleted");
        assertThat(told.getBoolean("removed[0].removed")).isTrue();
        assertThat(told.getString("removed[0].updated_at")).isGreaterThan(since);
        assertThat(tenant.get("/api/crm/leads?updated_since=" + since).getList("removed"))
                .isEmpty();
        assertThat(TestTenant.register()
                        .get("/api/crm/leads?include=removed&updated_since=" + since)
                        .getList("removed"))
                .isEmpty();
        tenant.unchecked().get("/api/crm/leads?include=removed").then().statusCode(400);
    }

    @Test
    void rows_and_removals_come_in_one_order_of_time_page_by_page() {
        List<String> leads = new ArrayList<>();
        IntStream.range(0, 7)
                .forEach(i -> leads.add(
                        tenant.create("/api/crm/leads", Map.of("name", "L" + i)).toString()));
        String since = tenant.get("/api/crm/leads/{id}", leads.getFirst()).getString("updated_at");
        for (int i = 0; i < 7; i += 2) {
            tenant.api().delete("/api/crm/leads/{id}", leads.get(i)).then().statusCode(204);
        }
        settled("/api/crm/leads?include=removed&updated_since=" + since, 4);
        List<String> told = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = tenant.get("/api/crm/leads?include=removed&limit=2&updated_since=" + since + cursor);
            List<String> ids = new ArrayList<>(page.getList("data.id"));
            ids.addAll(page.getList("removed.id"));
            assertThat(ids).hasSizeLessThanOrEqualTo(2);
            told.addAll(ids);
            cursor = page.getString("next_cursor") == null ? null : "&cursor=" + page.getString("next_cursor");
        } while (cursor != null);
        assertThat(told)
                .containsExactly(
                        leads.get(1),
                        leads.get(3),
                        leads.get(5),
                        leads.get(0),
                        leads.get(2),
                        leads.get(4),
                        leads.get(6));
    }

    @Test
    void a_record_that_comes_to_somebody_else_has_left_who_had_it() {
        Person ana = Person.join(tenant, role("own"));
        Person rui = Person.join(tenant, "agent");
        UUID deal = owned("/api/crm/deals", ana);
        String since = tenant.get("/api/crm/deals/{id}", deal).getString("updated_at");
        give(deal, rui, 0);
        assertThat(gone(ana, "/api/crm/deals", since, 1)).containsExactly(deal + " scope");
        assertThat(gone(rui, "/api/crm/deals", since, 0)).isEmpty();
        give(deal, ana, 1);
        assertThat(ana.api()
                        .get("/api/crm/deals?include=removed&updated_since=" + since)
                        .jsonPath()
                        .getList("removed"))
                .as("it is back")
                .isEmpty();
    }

    @Test
    void another_role_or_team_takes_away_what_it_does_not_reach() {
        UUID south = tenant.create("/api/teams", Map.of("name", "Sul"));
        UUID north = tenant.create("/api/teams", Map.of("name", "Norte"));
        Person mate = Person.join(tenant, role("team"), Map.of("team_id", south));
        Person moves = Person.join(tenant, role("team"), Map.of("team_id", south));
        Person narrowed = Person.join(tenant, "agent", Map.of("team_id", south));
        UUID ofMate = owned("/api/crm/leads", mate);
        UUID ofMoves = owned("/api/crm/leads", moves);
        UUID ofNarrowed = owned("/api/crm/leads", narrowed);
        String since = tenant.get("/api/crm/leads/{id}", ofMate).getString("updated_at");

        edit(moves, Map.of("team_id", north), 0);
        assertThat(gone(moves, "/api/crm/leads", since, 2))
                .containsExactlyInAnyOrder(ofMate + " scope", ofNarrowed + " scope");
        assertThat(gone(mate, "/api/crm/leads", since, 1)).containsExactly(ofMoves + " scope");

        edit(narrowed, Map.of("role", role("own")), 0);
        assertThat(gone(narrowed, "/api/crm/leads", since, 2))
                .containsExactlyInAnyOrder(ofMate + " scope", ofMoves + " scope");
        assertThat(tenant.get("/api/crm/leads?include=removed&updated_since=" + since)
                        .getList("removed"))
                .as("who reaches all has lost nothing")
                .isEmpty();
    }

    @Test
    void what_was_done_about_a_deal_leaves_with_it_and_comes_with_it() {
        Person ana = Person.join(tenant, role("own"));
        Person rui = Person.join(tenant, role("own"));
        UUID deal = owned("/api/crm/deals", ana);
        UUID note = tenant.create(ACTIVITIES, Map.of("type", "note", "subject", "Nota", "deal_id", deal));
        String since = tenant.get(ACTIVITIES + "/{id}", note).getString("updated_at");
        give(deal, rui, 0);
        assertThat(gone(ana, ACTIVITIES, since, 1)).containsExactly(note + " scope");
        assertThat(gone(rui, ACTIVITIES, since, 0)).isEmpty();
        // It is new to who has the deal now, though nobody has changed it.
        await().atMost(Duration.ofSeconds(30))
                .until(() -> rui.api()
                        .get(ACTIVITIES + "?updated_since=" + since)
                        .jsonPath()
                        .getList("data.id")
                        .contains(note.toString()));
        assertThat(tenant.get(ACTIVITIES + "/{id}", note).getInt("version")).isZero();
    }

    @Test
    void a_deleted_activity_is_told_to_all_who_had_it_and_to_nobody_else() {
        Person ana = Person.join(tenant, role("own"));
        Person rui = Person.join(tenant, role("own"));
        Person eva = Person.join(tenant, role("own"));
        UUID ofDeal = tenant.create(
                ACTIVITIES,
                Map.of("type", "task", "subject", "x", "deal_id", owned("/api/crm/deals", ana), "owner_id", eva.id()));
        UUID ofLead = tenant.create(
                ACTIVITIES, Map.of("type", "note", "subject", "x", "lead_id", owned("/api/crm/leads", rui)));
        String since = tenant.get(ACTIVITIES + "/{id}", ofDeal).getString("updated_at");
        // By who does not see the deal: whose task it is.
        eva.api().delete(ACTIVITIES + "/{id}", ofDeal).then().statusCode(204);
        tenant.api().delete(ACTIVITIES + "/{id}", ofLead).then().statusCode(204);
        assertThat(gone(ana, ACTIVITIES, since, 1)).containsExactly(ofDeal + " deleted");
        assertThat(gone(eva, ACTIVITIES, since, 1)).containsExactly(ofDeal + " deleted");
        assertThat(gone(rui, ACTIVITIES, since, 1)).containsExactly(ofLead + " deleted");
    }

    @Test
    void an_activity_that_is_said_of_another_deal_leaves_who_had_the_first() {
        Person ana = Person.join(tenant, role("own"));
        Person rui = Person.join(tenant, role("own"));
        UUID note = tenant.create(
                ACTIVITIES, Map.of("type", "note", "subject", "x", "deal_id", owned("/api/crm/deals", ana)));
        String since = tenant.get(ACTIVITIES + "/{id}", note).getString("updated_at");
        tenant.basedOn(0)
                .body(Map.of("deal_id", owned("/api/crm/deals", rui)))
                .patch(ACTIVITIES + "/{id}", note)
                .then()
                .statusCode(200);
        assertThat(gone(ana, ACTIVITIES, since, 1)).containsExactly(note + " scope");
        assertThat(gone(rui, ACTIVITIES, since, 0)).isEmpty();
        assertThat(rui.status(ACTIVITIES + "/" + note)).isEqualTo(200);
    }

    @Test
    void a_lead_that_is_deleted_takes_along_what_is_about_it_alone() {
        Person ana = Person.join(tenant, role("own"));
        UUID lead = owned("/api/crm/leads", ana);
        UUID alone = tenant.create(ACTIVITIES, Map.of("type", "note", "subject", "x", "lead_id", lead));
        UUID company = tenant.create("/api/crm/companies", Map.of("name", "Vitale"));
        UUID both = tenant.create(
                ACTIVITIES, Map.of("type", "note", "subject", "x", "lead_id", lead, "company_id", company));
        String since = tenant.get(ACTIVITIES + "/{id}", alone).getString("updated_at");
        ana.api().delete("/api/crm/leads/{id}", lead).then().statusCode(204);
        // Of nobody's lead and somebody else's, it is out of her sight as well.
        assertThat(gone(ana, ACTIVITIES, since, 2)).containsExactlyInAnyOrder(alone + " deleted", both + " scope");
        JsonPath kept = tenant.get(ACTIVITIES + "/{id}", both);
        assertThat(kept.getString("lead_id")).isNull();
        assertThat(kept.getString("company_id")).isEqualTo(company.toString());
        assertThat(kept.getInt("version")).isEqualTo(1);
        assertThat(tenant.get(ACTIVITIES).getList("data.id")).containsExactly(both.toString());
    }

    @Test
    void with_the_reach_of_deals_goes_what_was_done_about_them() {
        Person ana = Person.join(tenant, "agent");
        UUID others = tenant.create(
                ACTIVITIES,
                Map.of(
                        "type",
                        "note",
                        "subject",
                        "x",
                        "deal_id",
                        tenant.create("/api/crm/deals", Map.of("title", "X"))));
        UUID own = tenant.create(
                ACTIVITIES, Map.of("type", "note", "subject", "x", "deal_id", owned("/api/crm/deals", ana)));
        String since = tenant.get(ACTIVITIES + "/{id}", others).getString("updated_at");
        edit(ana, Map.of("role", role("own")), 0);
        assertThat(gone(ana, ACTIVITIES, since, 1)).containsExactly(others + " scope");
        assertThat(ana.status(ACTIVITIES + "/" + own)).isEqualTo(200);
    }

    private String role(String scope) {
        return tenant.create(
                        "/api/roles",
                        Map.of(
                                "name",
                                "R" + UUID.randomUUID(),
                                "permissions",
                                List.of(
                                        "crm.leads:read",
                                        "crm.leads:write",
                                        "crm.deals:read",
                                        "crm.deals:write",
                                        "crm.activities:read",
                                        "crm.activities:write"),
                                "record_scopes",
                                Map.of("leads", scope, "deals", scope)))
                .toString();
    }

    private UUID owned(String path, Person owner) {
        Map<String, Object> body = new HashMap<>(Map.of("owner_id", owner.id()));
        body.put(path.endsWith("deals") ? "title" : "name", "X");
        return tenant.create(path, body);
    }

    private void give(UUID deal, Person owner, int version) {
        tenant.api()
                .header("If-Match", "\"" + version + "\"")
                .body(Map.of("owner_id", owner.id()))
                .patch("/api/crm/deals/{id}", deal)
                .then()
                .statusCode(200);
    }

    private void edit(Person person, Map<String, Object> changes, int version) {
        tenant.basedOn(version)
                .body(changes)
                .patch("/api/tenant/users/{id}", person.id())
                .then()
                .statusCode(200);
    }

    /** What the person is told to have left, once so many are. */
    private static List<String> gone(Person person, String path, String since, int count) {
        List<List<Map<String, String>>> last = new ArrayList<>();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            last.clear();
            last.add(person.api()
                    .get(path + "?include=removed&updated_since=" + since)
                    .jsonPath()
                    .getList("removed"));
            return last.getFirst().size() >= count;
        });
        return last.getFirst().stream()
                .map(one -> one.get("id") + " " + one.get("reason"))
                .toList();
    }

    /** Rows come as far as no transaction can still add an older one; others run beside this. */
    private JsonPath settled(String path, int removed) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> tenant.get(path).getList("removed").size() >= removed);
        return tenant.get(path);
    }
}
