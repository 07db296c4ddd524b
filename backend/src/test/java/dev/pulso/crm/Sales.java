package dev.pulso.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.TestTenant;
import io.quarkus.arc.Arc;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The sales side of a tenant of its own, in the words of the tests. */
final class Sales {
    static final String LEADS = "/api/crm/leads";
    static final String COMPANIES = "/api/crm/companies";
    static final String CONTACTS = "/api/crm/contacts";
    static final String PIPELINES = "/api/crm/pipelines";
    static final String DEALS = "/api/crm/deals";

    private static final Duration SOON = Duration.ofSeconds(20);

    private final TestTenant tenant;
    private final UUID pipeline;
    private final Map<String, UUID> stages = new LinkedHashMap<>();

    private Sales(TestTenant tenant) {
        this.tenant = tenant;
        JsonPath first = tenant.get(PIPELINES);
        this.pipeline = UUID.fromString(first.getString("data[0].id"));
        List<Map<String, Object>> all = first.getList("data[0].stages");
        all.forEach(stage -> stages.put((String) stage.get("name"), UUID.fromString((String) stage.get("id"))));
    }

    static Sales ofNewTenant() {
        return new Sales(TestTenant.register());
    }

    TestTenant tenant() {
        return tenant;
    }

    UUID pipeline() {
        return pipeline;
    }

    UUID stage(String name) {
        return stages.get(name);
    }

    UUID aDeal(String title) {
        return aDeal(title, "Novo", 0);
    }

    UUID aDeal(String title, String stage, long amountCents) {
        return tenant.create(DEALS, Map.of("title", title, "stage_id", stage(stage), "amount_cents", amountCents));
    }

    UUID aDeal(Map<String, Object> body) {
        return tenant.create(DEALS, with(body, "title", "Site"));
    }

    UUID aCompany(String name) {
        return tenant.create(COMPANIES, Map.of("name", name));
    }

    UUID aContact(String name) {
        return tenant.create(CONTACTS, Map.of("name", name));
    }

    UUID aLead(Map<String, Object> body) {
        return tenant.create(LEADS, body);
    }

    JsonPath read(String path, UUID id) {
        return tenant.get(path + "/{id}", id);
    }

    JsonPath deal(UUID id) {
        return read(DEALS, id);
    }

    ValidatableResponse act(String path, UUID id, String action, Object body) {
        return tenant.api().body(body).post(path + "/{id}/" + action, id).then();
    }

    ValidatableResponse act(String path, UUID id, String action, Object body, int version) {
        return tenant.basedOn(version)
                .body(body)
                .post(path + "/{id}/" + action, id)
                .then();
    }

    ValidatableResponse move(UUID deal, String stage) {
        return act(DEALS, deal, "move", Map.of("stage_id", stage(stage)));
    }

    ValidatableResponse moveAfter(UUID deal, String stage, UUID above) {
        return act(DEALS, deal, "move", Map.of("stage_id", stage(stage), "after_id", above));
    }

    ValidatableResponse moveBefore(UUID deal, String stage, UUID below) {
        return act(DEALS, deal, "move", Map.of("stage_id", stage(stage), "before_id", below));
    }

    ValidatableResponse win(UUID deal, Object body) {
        return act(DEALS, deal, "win", body);
    }

    ValidatableResponse win(UUID deal, Object body, int version) {
        return act(DEALS, deal, "win", body, version);
    }

    ValidatableResponse lose(UUID deal, String reason) {
        return act(DEALS, deal, "lose", Map.of("reason", reason));
    }

    ValidatableResponse reopen(UUID deal) {
        return act(DEALS, deal, "reopen", Map.of());
    }

    /** An edit that is based on nothing. */
    ValidatableResponse patch(String path, UUID id, Object body) {
        return tenant.api().body(body).patch(path + "/{id}", id).then();
    }

    ValidatableResponse patch(String path, UUID id, Object body, int version) {
        return tenant.basedOn(version).body(body).patch(path + "/{id}", id).then();
    }

    /** Titles of the cards of a stage from top to bottom. */
    List<String> cards(String stage) {
        return tenant.get(DEALS + "?sort=position&limit=200&stage_id=" + stage(stage))
                .getList("data.title");
    }

    JsonPath board(String query) {
        return tenant.get(PIPELINES + "/{id}/board" + query, pipeline);
    }

    /** Facts about a record, oldest first, by their type. */
    List<Map.Entry<String, JsonObject>> facts(UUID aggregateId) {
        List<Map.Entry<String, JsonObject>> facts = new ArrayList<>();
        sql("select type, payload from outbox_events where aggregate_id = $1 order by id", Tuple.of(aggregateId))
                .forEach(row -> facts.add(Map.entry(row.getString("type"), row.getJsonObject("payload"))));
        return facts;
    }

    JsonObject fact(UUID aggregateId, String type) {
        List<JsonObject> found = facts(aggregateId).stream()
                .filter(fact -> fact.getKey().equals(type))
                .map(Map.Entry::getValue)
                .toList();
        assertThat(found).as("facts %s about %s", type, aggregateId).hasSize(1);
        return found.getFirst();
    }

    /** What the tenant's rows say. */
    io.vertx.mutiny.sqlclient.RowSet<io.vertx.mutiny.sqlclient.Row> sql(String sql, Tuple values) {
        Tenancy tenancy = Arc.container().instance(Tenancy.class).get();
        return tenancy.sql(
                        Caller.system(tenant.id(), "test", null),
                        connection -> connection.preparedQuery(sql).execute(values))
                .await()
                .atMost(SOON);
    }

    int count(String table) {
        return sql("select count(*)::int from " + table, Tuple.tuple())
                .iterator()
                .next()
                .getInteger(0);
    }

    /** A contract of a won deal, 150.00 a month. */
    static Map<String, Object> license() {
        return Map.of(
                "service_type", "saas_cfc",
                "title", "Licença CFC",
                "billing_cycle", "monthly",
                "amount_cents", 15000,
                "cost_cents", 4000,
                "start_on", "2026-11-20");
    }

    /** A contract of a won deal, 600.00 a year. */
    static Map<String, Object> hosting() {
        return Map.of(
                "service_type", "hospedagem_site",
                "title", "Hospedagem",
                "billing_cycle", "annual",
                "amount_cents", 60000,
                "start_on", "2026-11-20");
    }

    /** Today where new tenants are. */
    static String today() {
        return LocalDate.now(ZoneId.of("America/Sao_Paulo")).toString();
    }

    /** A body with one more field, unless it has it already. */
    static Map<String, Object> with(Map<String, ?> body, String field, @Nullable Object value) {
        Map<String, Object> more = new HashMap<>(body);
        more.putIfAbsent(field, value);
        return more;
    }

    /** Runs all at the same time, each on a thread of its own, and answers what each came to. */
    static <T> List<T> atOnce(List<Supplier<T>> actions) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<T>> running = actions.stream()
                    .map(action -> CompletableFuture.supplyAsync(action, threads))
                    .toList();
            return running.stream().map(CompletableFuture::join).toList();
        }
    }
}
