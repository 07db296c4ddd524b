package dev.pulso.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.testing.Person;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ForecastTest {
    private static final String FORECAST = "/api/crm/forecast";
    private static final String GOALS = "/api/crm/goals";

    private final LocalDate today = LocalDate.now(ZoneId.of("America/Sao_Paulo"));
    private final YearMonth now = YearMonth.from(today);

    private Sales sales;
    private TestTenant tenant;

    @BeforeEach
    void a_company() {
        sales = Sales.ofNewTenant();
        tenant = sales.tenant();
    }

    @Test
    void each_open_deal_weighs_what_its_stage_says_and_won_ones_weigh_all() {
        List<Map<String, Object>> stages = tenant.get("/api/crm/pipelines").getList("data[0].stages");
        long weighted = 0;
        long open = 0;
        long sure = 0;
        for (Map<String, Object> stage : stages) {
            if ("open".equals(stage.get("type"))) {
                deal((String) stage.get("name"), 10001, today);
                int percent = (Integer) stage.get("probability");
                weighted += 10001L * percent;
                open += 10001;
                sure += percent >= 90 ? 10001 : 0;
            }
        }
        UUID won = deal("Novo", 50000, today);
        sales.act(Sales.DEALS, won, "win", Map.of()).statusCode(200);
        JsonPath month = month(tenant.get(FORECAST), now);
        assertThat(month.getLong("won_cents")).isEqualTo(50000);
        assertThat(month.getLong("committed_cents")).isEqualTo(50000 + sure);
        assertThat(month.getLong("weighted_cents")).isEqualTo(50000 + (weighted + 50) / 100);
        assertThat(month.getLong("best_case_cents")).isEqualTo(50000 + open);
        assertThat(month.getLong("won_count")).isEqualTo(1);
    }

    @Test
    void a_lost_deal_counts_nowhere_and_one_that_is_open_again_counts_as_open() {
        UUID deal = deal("Novo", 10000, today);
        sales.act(Sales.DEALS, deal, "lose", Map.of("reason", "Preço")).statusCode(200);
        assertNothing(month(tenant.get(FORECAST), now));
        sales.act(Sales.DEALS, deal, "reopen", Map.of()).statusCode(200);
        assertThat(month(tenant.get(FORECAST), now).getLong("best_case_cents")).isEqualTo(10000);
        sales.act(Sales.DEALS, deal, "win", Map.of()).statusCode(200);
        sales.act(Sales.DEALS, deal, "reopen", Map.of()).statusCode(200);
        JsonPath month = month(tenant.get(FORECAST), now);
        assertThat(month.getLong("won_cents")).isZero();
        assertThat(month.getLong("best_case_cents")).isEqualTo(10000);
    }

    @Test
    void a_stage_that_nobody_has_given_a_probability_weighs_nothing() {
        JsonPath pipeline = tenant.post(
                        "/api/crm/pipelines",
                        Map.of(
                                "name",
                                "Parcerias",
                                "stages",
                                List.of(
                                        Map.of("name", "Conversa", "type", "open"),
                                        Map.of("name", "Ganho", "type", "won"),
                                        Map.of("name", "Perdido", "type", "lost"))))
                .statusCode(201)
                .extract()
                .jsonPath();
        sales.aDeal(Map.of(
                "stage_id", pipeline.getString("stages[0].id"),
                "amount_cents", 10000,
                "expected_close_on", today.toString()));
        JsonPath month = month(tenant.get(FORECAST), now);
        assertThat(month.getLong("weighted_cents")).isZero();
        assertThat(month.getLong("best_case_cents")).isEqualTo(10000);
        assertThat(month(tenant.get(FORECAST + "?pipeline_id=" + sales.pipeline()), now)
                        .getLong("best_case_cents"))
                .isZero();
    }

    @Test
    void what_is_late_counts_now_and_what_has_no_day_in_no_month() {
        deal("Novo", 10000, today.minusMonths(3));
        sales.aDeal("Sem data", "Novo", 7000);
        deal("Novo", 20000, now.plusMonths(1).atDay(15));
        JsonPath forecast = tenant.get(FORECAST);
        assertThat(forecast.getList("months.month"))
                .containsExactly(
                        now.atDay(1).toString(),
                        now.plusMonths(1).atDay(1).toString(),
                        now.plusMonths(2).atDay(1).toString());
        assertThat(month(forecast, now).getLong("best_case_cents")).isEqualTo(10000);
        assertThat(month(forecast, now).getLong("late_count")).isEqualTo(1);
        assertThat(month(forecast, now.plusMonths(1)).getLong("best_case_cents"))
                .isEqualTo(20000);
        assertNothing(month(forecast, now.plusMonths(2)));
        assertThat(forecast.getLong("unscheduled.best_case_cents")).isEqualTo(7000);
        JsonPath past = tenant.get(FORECAST + "?from=" + now.minusMonths(3).atDay(9) + "&to="
                + now.minusMonths(2).atDay(1));
        assertThat(past.getList("months")).hasSize(2);
        assertNothing(month(past, now.minusMonths(3)));
    }

    @Test
    void two_currencies_are_never_added_up() {
        deal("Novo", 10000, today);
        sales.aDeal(Map.of("amount_cents", 999, "currency", "USD", "expected_close_on", today.toString()));
        sales.aDeal(Map.of("amount_cents", 500, "currency", "JPY"));
        JsonPath forecast = tenant.get(FORECAST);
        assertThat(month(forecast, now).getLong("best_case_cents")).isEqualTo(10000);
        assertThat(forecast.getList("other_currencies.currency")).containsExactly("JPY", "USD");
        assertThat(forecast.getList("other_currencies.best_case_cents")).containsExactly(500, 999);
    }

    @Test
    void each_owner_has_figures_of_its_own_and_sees_those_within_reach() {
        UUID role = tenant.create(
                "/api/roles",
                Map.of(
                        "name",
                        "Só os seus",
                        "permissions",
                        List.of("crm.deals:read", "crm.goals:read"),
                        "record_scopes",
                        Map.of("leads", "own", "deals", "own")));
        Person rui = Person.join(tenant, role.toString());
        sales.aDeal(Map.of("amount_cents", 30000, "owner_id", rui.id(), "expected_close_on", today.toString()));
        sales.aDeal(Map.of("amount_cents", 10000, "owner_id", tenant.adminId(), "expected_close_on", today.toString()));
        JsonPath all = month(tenant.get(FORECAST), now);
        assertThat(all.getList("owners.owner_id"))
                .containsExactly(rui.id().toString(), tenant.adminId().toString());
        assertThat(all.getList("owners.best_case_cents")).containsExactly(30000, 10000);
        assertThat(all.getLong("best_case_cents")).isEqualTo(40000);
        assertThat(month(tenant.get(FORECAST + "?owner_id=" + rui.id()), now).getLong("best_case_cents"))
                .isEqualTo(30000);
        assertThat(month(rui.api().get(FORECAST).jsonPath(), now).getLong("best_case_cents"))
                .isEqualTo(30000);
        tenant.create(GOALS, goal(tenant.adminId()));
        UUID own = tenant.create(GOALS, goal(rui.id()));
        assertThat(rui.api().get(GOALS).jsonPath().getList("data.id")).containsExactly(own.toString());
        rui.api().body(goal(rui.id())).post(GOALS).then().statusCode(403);
    }

    @Test
    void a_goal_is_one_for_each_person_and_month() {
        UUID goal = tenant.create(GOALS, goal(tenant.adminId()));
        JsonPath made = tenant.get(GOALS + "/{id}", goal);
        assertThat(made.getString("month")).isEqualTo(now.atDay(1).toString());
        assertThat(made.getString("currency")).isEqualTo("BRL");
        tenant.post(GOALS, goal(tenant.adminId())).statusCode(409);
        tenant.basedOn(0)
                .body(Map.of("amount_cents", 1))
                .patch(GOALS + "/{id}", goal)
                .then()
                .statusCode(200);
        tenant.basedOn(0)
                .body(Map.of("amount_cents", 2))
                .patch(GOALS + "/{id}", goal)
                .then()
                .statusCode(412);
        tenant.post(GOALS, with(goal(tenant.adminId()), "owner_id", UUID.randomUUID()))
                .statusCode(400);
        tenant.api().delete(GOALS + "/{id}", goal).then().statusCode(204);
        tenant.create(GOALS, goal(tenant.adminId()));
        assertThat(TestTenant.register().get(GOALS).getList("data")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?from=2026-02-01&to=2026-01-31", "?from=2026-01-01&to=2028-01-01", "?from=ontem"})
    void months_that_are_none_are_refused(String query) {
        tenant.unchecked().get(FORECAST + query).then().statusCode(400);
    }

    private UUID deal(String stage, long cents, LocalDate expected) {
        return sales.aDeal(Map.of(
                "stage_id", sales.stage(stage), "amount_cents", cents, "expected_close_on", expected.toString()));
    }

    private Map<String, Object> goal(UUID owner) {
        return Map.of("owner_id", owner, "month", today.toString(), "amount_cents", 5_000_000);
    }

    private static void assertNothing(JsonPath month) {
        assertThat(month.getLong("best_case_cents")).isZero();
        assertThat(month.getLong("weighted_cents")).isZero();
        assertThat(month.getLong("committed_cents")).isZero();
    }

    private static JsonPath month(JsonPath forecast, YearMonth month) {
        int at = forecast.<String>getList("months.month").indexOf(month.atDay(1).toString());
        assertThat(at).isNotNegative();
        return JsonPath.from(forecast.prettify()).setRootPath("months[" + at + "]");
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> more = new HashMap<>(body);
        more.put(field, value);
        return more;
    }
}
