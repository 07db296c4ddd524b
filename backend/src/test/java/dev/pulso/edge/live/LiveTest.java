package dev.pulso.edge.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pulso.edge.security.AccessGate;
import dev.pulso.edge.security.AccessTokens;
import dev.pulso.edge.security.Permissions;
import dev.pulso.kernel.Ids;
import dev.pulso.kernel.Problem;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.Person;
import dev.pulso.testing.SampleRecords;
import dev.pulso.testing.TestTenant;
import dev.pulso.testing.TestTenant.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LiveTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String DEALS = "/api/crm/deals";
    private static final String ACTIVITIES = "/api/crm/activities";

    @Inject
    LiveLog log;

    @Inject
    LiveHub hub;

    @Inject
    AccessGate gate;

    @Inject
    Vertx vertx;

    @Inject
    Clock clock;

    @Inject
    Tenancy tenancy;

    private TestTenant tenant;

    @BeforeEach
    void a_company() {
        tenant = TestTenant.register();
    }

    @Test
    void what_one_user_does_another_hears_of() {
        try (LiveReader reader = reader(Role.viewer, null)) {
            assertThat(reader.first().event()).isEqualTo("ready");
            UUID deal = aDeal(tenant);
            reader.awaitKnowing(deal.toString());
            move(deal, "Proposta");
            // Its pipeline may be heard of in between.
            await().atMost(SOON)
                    .until(() -> reader.heard().stream()
                            .anyMatch(heard -> heard.event().equals("deal.updated")));
            LiveReader.Heard heard = reader.heard().stream()
                    .filter(each -> each.event().equals("deal.updated"))
                    .findFirst()
                    .orElseThrow();
            assertThat(heard.data())
                    .contains(deal.toString(), "parent_id", "\"version\":1")
                    .doesNotContain("Site", "amount");
        }
    }

    @Test
    void another_company_hears_nothing() {
        TestTenant other = TestTenant.register();
        try (LiveReader ours = reader(Role.admin, null);
                LiveReader theirs = LiveReader.open(other.token(Role.admin), null)) {
            UUID deal = aDeal(tenant);
            ours.awaitKnowing(deal.toString());
            UUID own = aDeal(other);
            theirs.awaitKnowing(own.toString());
            assertThat(theirs.knows(deal.toString())).isFalse();
            assertThat(ours.knows(own.toString())).isFalse();
        }
        // Nor does who asks with the place of another company's event.
        UUID deal = aDeal(tenant);
        try (LiveReader theirs = LiveReader.open(other.token(Role.admin), "0")) {
            assertThat(theirs.knows(deal.toString())).isFalse();
        }
    }

    @Test
    void nobody_hears_of_what_it_may_not_read() {
        AssertSubscriber<LiveEvent> finance = listen(hub, caller(Set.of("jobs.runs:read")), null);
        AssertSubscriber<LiveEvent> sales = listen(hub, caller(Set.of("crm.deals:read")), null);
        UUID deal = aDeal(tenant);
        awaitEvent(sales, deal);
        tenant.post("/api/jobs/invoice-run/runs", Map.of()).statusCode(202);
        await().atMost(SOON).until(() -> types(finance).contains("job_run.created"));
        assertThat(types(finance)).noneMatch(type -> type.startsWith("deal."));
        assertThat(types(sales)).noneMatch(type -> type.startsWith("job_run."));
        finance.cancel();
        sales.cancel();
    }

    @Test
    void who_comes_back_is_told_what_it_missed() {
        LiveReader before = reader(Role.admin, null);
        aDeal(tenant);
        String seen = before.lastId();
        before.close();
        List<UUID> missed = IntStream.range(0, 5).mapToObj(i -> aDeal(tenant)).toList();
        try (LiveReader after = reader(Role.admin, seen)) {
            assertThat(after.first().event()).isEqualTo("ready");
            missed.forEach(deal -> after.awaitKnowing(deal.toString()));
        }
    }

    @Test
    void a_break_that_was_too_long_is_said_to_be_one() {
        aDeal(tenant);
        try (LiveReader reader = reader(Role.admin, "999999999999")) {
            assertThat(reader.first().event()).isEqualTo("reset");
        }
        assertThat(LiveReader.ask(tenant.token(Role.admin), "soon").statusCode())
                .isEqualTo(400);
    }

    @Test
    void every_node_hears_what_any_node_has_written() {
        LiveHub first = new LiveHub(log, gate, vertx, clock);
        LiveHub second = new LiveHub(log, gate, vertx, clock);
        AssertSubscriber<LiveEvent> here = listen(first, caller(Set.of("crm.deals:read")), null);
        AssertSubscriber<LiveEvent> there = listen(second, caller(Set.of("crm.deals:read")), null);
        UUID deal = aDeal(tenant);
        awaitEvent(here, deal);
        awaitEvent(there, deal);
        // A reader that changes nodes goes on where it was.
        long seen = here.getItems().stream()
                .map(LiveEvent::id)
                .filter(id -> id != null)
                .reduce((a, b) -> b)
                .orElseThrow();
        here.cancel();
        UUID missed = aDeal(tenant);
        AssertSubscriber<LiveEvent> moved = listen(second, caller(Set.of("crm.deals:read")), seen);
        awaitEvent(moved, missed);
        there.cancel();
        moved.cancel();
        await().atMost(SOON).until(() -> first.readers() == 0 && second.readers() == 0);
    }

    @Test
    void a_slow_reader_is_let_go_and_the_others_are_not() {
        LiveHub node = new LiveHub(log, gate, vertx, clock);
        AtomicBoolean hungUp = new AtomicBoolean();
        AssertSubscriber<LiveEvent> slow = AssertSubscriber.create(0);
        node.open(claims(), caller(Set.of("crm.deals:read")), null, () -> hungUp.set(true))
                .subscribe()
                .withSubscriber(slow);
        AssertSubscriber<LiveEvent> quick = listen(node, caller(Set.of("crm.deals:read")), null);
        UUID deal = aDeal(tenant);
        awaitEvent(quick, deal);
        for (int i = 0; i <= LiveStream.PATIENCE / 20; i++) {
            touch(20);
        }
        await().atMost(SOON).untilTrue(hungUp);
        slow.request(Long.MAX_VALUE);
        slow.awaitCompletion(SOON);
        await().atMost(SOON).until(() -> node.readers() == 1);
        UUID later = aDeal(tenant);
        awaitEvent(quick, later);
        quick.cancel();
    }

    @Test
    void many_changes_at_once_are_one_notice() {
        AssertSubscriber<LiveEvent> reader = listen(hub, caller(Set.of("crm.deals:read")), null);
        aDeal(tenant);
        touch(21);
        await().atMost(SOON)
                .until(() -> List.copyOf(reader.getItems()).stream()
                        .anyMatch(event -> event.type().equals("deal.updated")
                                && !event.data().contains("\"id\"")));
        reader.cancel();
    }

    @Test
    void who_sees_its_own_records_only_hears_of_no_others() {
        UUID mine = tenant.adminId();
        tenant.token(Role.agent);
        UUID other = UUID.fromString(agentId());
        Caller own = new Caller(
                tenant.id(), mine, "test", Set.of("crm.deals:read"), null, Map.of("deals", Set.of(mine)), null);
        AssertSubscriber<LiveEvent> limited = listen(hub, own, null);
        AssertSubscriber<LiveEvent> all = listen(hub, caller(Set.of("crm.deals:read")), null);
        UUID hidden = tenant.create(DEALS, Map.of("title", "Site", "owner_id", other));
        UUID seen = tenant.create(DEALS, Map.of("title", "Site", "owner_id", mine));
        awaitEvent(all, hidden);
        awaitEvent(limited, seen);
        assertThat(limited.getItems()).noneMatch(event -> event.data().contains(hidden.toString()));

        // Given away, it has changed for both sides; after that for the new one only.
        give(seen, other);
        await().atMost(SOON).until(() -> events(limited, seen) == 2);
        give(seen, other);
        give(hidden, mine);
        await().atMost(SOON).until(() -> events(limited, hidden) == 1);
        assertThat(events(limited, seen)).isEqualTo(2);
        limited.cancel();
        all.cancel();
    }

    @Test
    void who_sees_a_deal_hears_of_what_is_done_about_it() {
        UUID mine = tenant.adminId();
        Person rui = Person.join(tenant, "agent");
        Caller own = new Caller(
                tenant.id(),
                mine,
                "test",
                Set.of("crm.activities:read"),
                null,
                Map.of("deals", Set.of(mine), "leads", Set.of(mine)),
                null);
        AssertSubscriber<LiveEvent> limited = listen(hub, own, null);
        AssertSubscriber<LiveEvent> all = listen(hub, caller(Set.of("crm.activities:read")), null);
        UUID deal = tenant.create(DEALS, Map.of("title", "Site", "owner_id", mine));
        UUID hidden = tenant.create(ACTIVITIES, Map.of("type", "task", "subject", "x", "owner_id", rui.id()));
        UUID seen = tenant.create(
                ACTIVITIES, Map.of("type", "task", "subject", "x", "owner_id", rui.id(), "deal_id", deal));
        awaitEvent(all, hidden);
        awaitEvent(limited, seen);
        // By a colleague who does not see the deal.
        String narrow = tenant.create(
                        "/api/roles",
                        Map.of(
                                "name", "Tarefas",
                                "permissions", List.of("crm.activities:read", "crm.activities:write"),
                                "record_scopes", Map.of("deals", "own", "leads", "own")))
                .toString();
        tenant.basedOn(0)
                .body(Map.of("role", narrow))
                .patch("/api/tenant/users/{id}", rui.id())
                .then()
                .statusCode(200);
        rui.api().post(ACTIVITIES + "/{id}/complete", seen).then().statusCode(200);
        await().atMost(SOON).until(() -> events(limited, seen) == 2);
        // One that is given away takes what was done about it along.
        UUID another = tenant.create(DEALS, Map.of("title", "Site", "owner_id", rui.id()));
        UUID comes = tenant.create(
                ACTIVITIES, Map.of("type", "task", "subject", "x", "owner_id", rui.id(), "deal_id", another));
        give(another, mine);
        awaitEvent(limited, comes);
        assertThat(limited.getItems()).noneMatch(event -> event.data().contains(hidden.toString()));
        limited.cancel();
        all.cancel();
    }

    @Test
    void a_person_hears_that_its_own_rights_have_changed_and_nobody_else_does() {
        tenant.token(Role.agent);
        try (LiveReader agent = reader(Role.agent, null);
                LiveReader manager = reader(Role.manager, null)) {
            sql("update users set name = 'Ana Maria' where email like 'agent@%'");
            agent.awaitKnowing(agentId());
            await().atMost(SOON).until(() -> count(agent, "profile.changed") == 1);
            UUID deal = aDeal(tenant);
            manager.awaitKnowing(deal.toString());
            assertThat(count(manager, "profile.changed")).isZero();
        }
    }

    @Test
    void every_kind_of_record_is_told_by_the_names_of_the_catalogue() {
        AssertSubscriber<LiveEvent> reader = listen(hub, caller(Permissions.ALL), null);
        SampleRecords.in(tenant);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(types(reader))
                        .contains(
                                "lead.created",
                                "company.created",
                                "contact.created",
                                "deal.created",
                                "activity.created",
                                "customer.created",
                                "contract.created",
                                "invoice.created",
                                "user.created",
                                "role.created",
                                "team.created",
                                "api_key.created",
                                "invitation.created",
                                "job_run.created",
                                "import.created"));
        reader.cancel();
    }

    @Test
    void a_stream_that_breaks_leaves_the_node_hearing() {
        LiveHub node = new LiveHub(log, gate, vertx, clock);
        AtomicInteger asked = new AtomicInteger();
        AssertSubscriber<LiveEvent> breaking = AssertSubscriber.create(Long.MAX_VALUE);
        node.open(claims(), caller(Set.of("crm.deals:read")), null, () -> {})
                .onItem()
                .invoke(event -> {
                    if (event.type().startsWith("deal.") && asked.incrementAndGet() == 1) {
                        throw new IllegalStateException("a bug");
                    }
                })
                .subscribe()
                .withSubscriber(breaking);
        AssertSubscriber<LiveEvent> whole = listen(node, caller(Set.of("crm.deals:read")), null);
        awaitEvent(whole, aDeal(tenant));
        awaitEvent(whole, aDeal(tenant));
        whole.cancel();
    }

    @Test
    void a_user_who_is_shut_out_hears_no_more() {
        try (LiveReader reader = reader(Role.agent, null)) {
            UUID deal = aDeal(tenant);
            reader.awaitKnowing(deal.toString());
            sql(
                    "update sessions s set revoked_at = now() from users u where u.id = s.user_id and u.email like 'agent@%'");
            reader.awaitEnd();
        }
    }

    @Test
    void a_changed_role_counts_for_open_streams_as_well() {
        String token = tenant.token(Role.manager);
        try (LiveReader reader = LiveReader.open(token, null)) {
            tenant.post("/api/jobs/invoice-run/runs", Map.of()).statusCode(202);
            await().atMost(SOON)
                    .until(() ->
                            reader.heard().stream().anyMatch(one -> one.event().equals("job_run.created")));
            sql("update users set role = 'agent' where email like 'manager@%'");
            await().atMost(SOON).until(() -> {
                int before = count(reader, "job_run.created");
                tenant.post("/api/jobs/invoice-run/runs", Map.of());
                UUID deal = aDeal(tenant);
                reader.awaitKnowing(deal.toString());
                return count(reader, "job_run.created") == before;
            });
        }
    }

    @Test
    void a_user_may_not_open_streams_without_end() {
        List<LiveReader> readers = new ArrayList<>();
        try {
            for (int i = 0; i < LiveHub.STREAMS_PER_USER; i++) {
                readers.add(reader(Role.finance, null));
            }
            var refused = LiveReader.ask(tenant.token(Role.finance), null);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            readers.removeLast().close();
            await().atMost(SOON).until(() -> {
                var answer = LiveReader.ask(tenant.token(Role.finance), null);
                answer.body().close();
                return answer.statusCode() == 200;
            });
        } finally {
            readers.forEach(LiveReader::close);
        }
    }

    @Test
    void a_stream_ends_with_its_token() {
        AccessTokens.Claims dying = new AccessTokens.Claims(
                tenant.adminId(), tenant.id(), Ids.next(), clock.instant().plusMillis(300));
        AssertSubscriber<LiveEvent> reader = AssertSubscriber.create(Long.MAX_VALUE);
        hub.open(dying, caller(Set.of()), null, () -> {}).subscribe().withSubscriber(reader);
        reader.awaitCompletion(SOON);
    }

    @Test
    void a_node_that_stops_lets_its_readers_go_and_takes_no_more() {
        LiveHub node = new LiveHub(log, gate, vertx, clock);
        AssertSubscriber<LiveEvent> reader = listen(node, caller(Set.of()), null);
        node.stop();
        reader.awaitCompletion(SOON);
        assertThat(node.readers()).isZero();
        assertThatThrownBy(() -> node.open(claims(), caller(Set.of()), null, () -> {}))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(503));
    }

    private String agentId() {
        return tenancy.query(
                        Caller.system(tenant.id(), "test", null),
                        "select id from users where email like 'agent@%'",
                        Tuple.tuple())
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getUUID(0)
                .toString();
    }

    private void give(UUID deal, UUID owner) {
        sql("update deals set owner_id = '" + owner + "', version = version + 1 where id = '" + deal + "'");
    }

    private static long events(AssertSubscriber<LiveEvent> subscriber, UUID id) {
        return List.copyOf(subscriber.getItems()).stream()
                .filter(event -> event.data().contains(id.toString()))
                .count();
    }

    private static int count(LiveReader reader, String event) {
        return (int)
                reader.heard().stream().filter(one -> one.event().equals(event)).count();
    }

    private LiveReader reader(Role role, @Nullable String seen) {
        return LiveReader.open(tenant.token(role), seen);
    }

    private AssertSubscriber<LiveEvent> listen(LiveHub node, Caller caller, @Nullable Long seen) {
        AssertSubscriber<LiveEvent> subscriber = AssertSubscriber.create(Long.MAX_VALUE);
        node.open(claims(), caller, seen, () -> {}).subscribe().withSubscriber(subscriber);
        await().atMost(SOON).until(() -> !subscriber.getItems().isEmpty());
        return subscriber;
    }

    private AccessTokens.Claims claims() {
        return new AccessTokens.Claims(
                Ids.next(), tenant.id(), Ids.next(), clock.instant().plusSeconds(600));
    }

    private Caller caller(Set<String> permissions) {
        return new Caller(tenant.id(), tenant.adminId(), "test", permissions, null);
    }

    private static List<String> types(AssertSubscriber<LiveEvent> subscriber) {
        return List.copyOf(subscriber.getItems()).stream().map(LiveEvent::type).toList();
    }

    private static void awaitEvent(AssertSubscriber<LiveEvent> subscriber, UUID id) {
        await().atMost(SOON)
                .until(() -> List.copyOf(subscriber.getItems()).stream()
                        .anyMatch(event -> event.data().contains(id.toString())));
    }

    private static UUID aDeal(TestTenant tenant) {
        return tenant.create(DEALS, Map.of("title", "Site", "amount_cents", 100));
    }

    private void move(UUID deal, String stage) {
        String id = tenant.get("/api/crm/pipelines").getString("data[0].stages.find { it.name == '" + stage + "' }.id");
        tenant.api()
                .body(Map.of("stage_id", id))
                .post(DEALS + "/{id}/move", deal)
                .then()
                .statusCode(200);
    }

    /** So many deals in one statement. */
    private void touch(int deals) {
        sql("insert into deals (tenant_id, id, title, currency, pipeline_id, stage_id, position)"
                + " select tenant_id, gen_random_uuid(), 'T', 'BRL', pipeline_id, stage_id, 'V'"
                + " from (select * from deals limit 1) one cross join generate_series(1, " + deals + ")");
    }

    private void sql(String sql) {
        tenancy.sql(
                        Caller.system(tenant.id(), "test", null),
                        connection -> connection.query(sql).execute())
                .await()
                .atMost(SOON);
    }
}
