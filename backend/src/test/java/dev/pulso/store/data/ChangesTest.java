package dev.pulso.store.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code updated_since}: a program that keeps a copy misses no change. */
@QuarkusTest
class ChangesTest {
    private static final String EVER = "2020-01-01T00:00:00Z";
    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Tenancy tenancy;

    private TestTenant tenant;

    @BeforeEach
    void aCompany() {
        tenant = TestTenant.register();
    }

    /** What is stamped with the begin of its transaction may be written long after: a transaction without a number counts. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_change_that_commits_late_is_not_missed_by_who_has_seen_a_later_one(boolean writesAtOnce) {
        UUID slow = aContact("Slow");
        UUID quick = aContact("Quick");
        await().atMost(SOON).until(() -> names(EVER).containsAll(List.of("Slow", "Quick")));
        String seen = changes(EVER).getString("data[-1].updated_at");

        CompletableFuture<Void> mayCommit = new CompletableFuture<>();
        CompletableFuture<Void> begun = new CompletableFuture<>();
        Uni<Void> others = Uni.createFrom().completionStage(() -> {
            begun.complete(null);
            return mayCommit;
        });
        CompletableFuture<Void> committed = tenancy.sql(
                        Caller.system(tenant.id(), "test", null),
                        connection -> writesAtOnce
                                ? changeSlowly(connection, slow).chain(() -> others)
                                : connection
                                        .query("select from contacts limit 1")
                                        .execute()
                                        .chain(() -> others)
                                        .chain(() -> changeSlowly(connection, slow)))
                .subscribeAsCompletionStage()
                .toCompletableFuture();
        begun.join();
        rename(quick, "Quick, changed");
        Instant changed =
                Instant.parse(tenant.get("/api/crm/contacts/{id}", quick).getString("updated_at"));
        // From then on it would be told, if the earlier one did not hold it back.
        await().atMost(SOON).until(() -> Instant.now().isAfter(changed.plusSeconds(3)));
        assertThat(names(seen)).doesNotContain("Quick, changed");

        mayCommit.complete(null);
        committed.join();
        await().atMost(SOON).until(() -> names(seen).containsAll(List.of("Slow, changed", "Quick, changed")));
        List<String> order = names(seen);
        assertThat(order.indexOf("Slow, changed")).isLessThan(order.indexOf("Quick, changed"));
    }

    @Test
    void pages_of_changes_go_on_from_each_other_without_gap_or_repeat() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            made.add("Person " + i);
            aContact("Person " + i);
        }
        await().atMost(SOON).until(() -> names(EVER).size() == 7);
        List<String> read = new ArrayList<>();
        String cursor = null;
        do {
            var request = tenant.api().queryParam("updated_since", EVER).queryParam("limit", 3);
            JsonPath page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/api/crm/contacts")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            read.addAll(page.getList("data.name"));
            cursor = page.getString("next_cursor");
        } while (cursor != null);
        assertThat(read).isEqualTo(made);
    }

    @Test
    void a_person_whose_team_or_role_is_taken_away_has_changed() {
        UUID team = tenant.create("/api/teams", Map.of("name", "South"));
        UUID role = tenant.create("/api/roles", Map.of("name", "Presales", "permissions", List.of("crm.leads:read")));
        UUID person = tenant.create(
                "/api/tenant/users",
                Map.of(
                        "name",
                        "Ana",
                        "email",
                        "ana@" + tenant.id() + ".example.com",
                        "role",
                        role,
                        "team_id",
                        team,
                        "password",
                        "correct horse battery"));
        String made = tenant.get("/api/tenant/users/{id}", person).getString("updated_at");

        tenant.api().delete("/api/teams/{id}", team).then().statusCode(204);
        tenant.api()
                .queryParam("reassign_to", "viewer")
                .delete("/api/roles/{id}", role)
                .then()
                .statusCode(204);
        await().atMost(SOON).untilAsserted(() -> {
            Map<String, Object> ana = tenant.api()
                    .queryParam("updated_since", made)
                    .get("/api/tenant/users")
                    .jsonPath()
                    .getMap("data.find { it.name == 'Ana' }");
            assertThat(ana).containsEntry("role", "viewer").containsEntry("team_id", null);
            assertThat(Instant.parse(ana.get("updated_at").toString())).isAfter(Instant.parse(made));
        });
    }

    private static Uni<Void> changeSlowly(SqlConnection connection, UUID id) {
        return connection
                .preparedQuery("update contacts set name = 'Slow, changed', updated_at = now() where id = $1")
                .execute(Tuple.of(id))
                .replaceWithVoid();
    }

    private UUID aContact(String name) {
        return tenant.create("/api/crm/contacts", Map.of("name", name));
    }

    private void rename(UUID id, String name) {
        tenant.api()
                .header("If-Match", "\"" + 0 + "\"")
                .body(Map.of("name", name))
                .patch("/api/crm/contacts/{id}", id)
                .then()
                .statusCode(200);
    }

    private List<String> names(String since) {
        return changes(since).getList("data.name");
    }

    private JsonPath changes(String since) {
        return tenant.api()
                .queryParam("updated_since", since)
                .get("/api/crm/contacts")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
