package dev.pulso.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.testing.TestTenant;
import dev.pulso.testing.TestTenant.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CompanyCalendarTest {
    @Inject
    BusinessCalendar calendar;

    private TestTenant tenant;

    @BeforeEach
    void a_company() {
        tenant = TestTenant.register();
    }

    @Test
    void a_new_company_works_from_monday_to_friday() {
        var week = tenant.get("/api/tenant/business-hours");
        assertThat(week.getList("days")).hasSize(7);
        assertThat(week.getString("days[0].intervals[0].opens")).isEqualTo("09:00");
        assertThat(week.getString("days[4].intervals[0].closes")).isEqualTo("18:00");
        assertThat(week.getList("days[5].intervals")).isEmpty();
        assertThat(week.getInt("version")).isZero();
    }

    @Test
    void a_day_may_have_several_intervals_which_come_back_in_order() {
        tenant.api()
                .header("If-Match", "\"0\"")
                .body(week(day(6, "13:00", "24:00", "08:30", "12:00")))
                .put("/api/tenant/business-hours")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("days[5].intervals.opens", equalTo(List.of("08:30", "13:00")))
                .body("days[5].intervals.closes", equalTo(List.of("12:00", "24:00")))
                .body("days[0].intervals", hasSize(0));
        assertThat(tenant.get("/api/tenant/business-hours").getString("days[5].intervals[1].closes"))
                .isEqualTo("24:00");
        tenant.api()
                .get("/api/audit?entity=business_hours")
                .then()
                .body("data[0].after.days[5].weekday", equalTo(6))
                .body("data[0].after.days[5].intervals[0].opens", equalTo("08:30"))
                .body("data[0].after.days[5].intervals[0].closes", equalTo("12:00"));
    }

    @Test
    void hours_are_set_on_the_version_they_were_read_from() {
        Map<String, Object> week = week(day(1, "09:00", "18:00"));
        tenant.api().body(week).put("/api/tenant/business-hours").then().statusCode(428);
        put(week, 7).statusCode(412);
        put(week, 0).statusCode(200);
        put(week, 0).statusCode(412);
        put(week, 1).statusCode(200).body("version", equalTo(2));
    }

    @Test
    void hours_that_make_no_sense_are_refused_where_they_are_wrong() {
        put(week(day(1, "09:00", "12:00", "11:59", "13:00")), 0)
                .statusCode(400)
                .body("violations.field", hasItem("days[0].intervals[1].opens"));
        put(week(day(1, "18:00", "09:00")), 0)
                .statusCode(400)
                .body("violations.field", hasItem("days[0].intervals[0].closes"));
        put(week(day(1, "09:00", "18:00"), day(1, "19:00", "20:00")), 0)
                .statusCode(400)
                .body("violations.code", hasItem("duplicate"));
        put(week(day(1)), 0).statusCode(400).body("violations.code", hasItem("no_open_day"));
        for (String nothing : List.of("{\"days\":[null]}", "{\"days\":[{\"weekday\":1,\"intervals\":[null]}]}")) {
            tenant.unchecked()
                    .header("If-Match", "\"0\"")
                    .body(nothing)
                    .put("/api/tenant/business-hours")
                    .then()
                    .statusCode(400);
        }
        tenant.unchecked()
                .header("If-Match", "\"0\"")
                .body(week(day(8, "09:00", "25:00")))
                .put("/api/tenant/business-hours")
                .then()
                .statusCode(400);
    }

    @Test
    void a_day_has_one_holiday_which_can_be_moved_and_removed() {
        UUID id = tenant.create("/api/tenant/holidays", Map.of("day", "2026-03-29", "name", " Aniversário "));
        tenant.post("/api/tenant/holidays", Map.of("day", "2026-03-29", "name", "Outro"))
                .statusCode(409)
                .body("violations.field", hasItem("day"));
        tenant.api()
                .header("If-Match", "\"" + 0 + "\"")
                .body(Map.of("day", "2026-03-30"))
                .patch("/api/tenant/holidays/{id}", id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", equalTo("Aniversário"))
                .body("day", equalTo("2026-03-30"));
        tenant.api()
                .header("If-Match", "\"" + 0 + "\"")
                .body(Map.of("name", "Old"))
                .patch("/api/tenant/holidays/{id}", id)
                .then()
                .statusCode(412);
        tenant.api().delete("/api/tenant/holidays/{id}", id).then().statusCode(204);
        assertThat(tenant.get("/api/tenant/holidays?year=2026").getList("data")).isEmpty();
    }

    @Test
    void a_holiday_has_a_name_and_a_year_that_can_be() {
        tenant.post("/api/tenant/holidays", Map.of("day", "1999-12-31", "name", "Ontem"))
                .statusCode(400)
                .body("violations.field", hasItem("day"));
        tenant.post("/api/tenant/holidays", Map.of("day", "2026-12-24", "name", " "))
                .statusCode(400)
                .body("violations.field", hasItem("name"));
        tenant.unchecked().get("/api/tenant/holidays?year=1999").then().statusCode(400);
    }

    @Test
    void national_holidays_are_offered_and_added_once_optional_points_only_when_asked_for() {
        var offered = tenant.get("/api/tenant/national-holidays?year=2026");
        assertThat(offered.getList("data")).hasSize(13);
        assertThat(offered.getList("data.findAll { it.kind == 'optional' }.day"))
                .isEqualTo(List.of("2026-02-16", "2026-02-17", "2026-06-04"));
        tenant.create("/api/tenant/holidays", Map.of("day", "2026-12-25", "name", "Natal da firma"));

        for (int i = 0; i < 2; i++) {
            tenant.post("/api/tenant/national-holidays", Map.of("year", 2026))
                    .statusCode(200)
                    .body("data", hasSize(10))
                    .body("data.name", hasItem("Natal da firma"));
        }
        tenant.post("/api/tenant/national-holidays", Map.of("year", 2026, "optional_points", true))
                .statusCode(200)
                .body("data", hasSize(13));
        assertThat(tenant.get("/api/tenant/national-holidays?year=2026").getList("data.added"))
                .doesNotContain(false);
    }

    /** Good Friday and Tiradentes share a day in 2000 and 2079. */
    @Test
    void two_national_holidays_on_one_day_are_one_holiday() {
        tenant.post("/api/tenant/national-holidays", Map.of("year", 2079, "optional_points", true))
                .statusCode(200)
                .body("data", hasSize(12));
    }

    @Test
    void other_modules_ask_for_business_days_across_the_end_of_the_year() {
        tenant.post("/api/tenant/national-holidays", Map.of("year", 2026)).statusCode(200);
        tenant.post("/api/tenant/national-holidays", Map.of("year", 2027)).statusCode(200);
        Caller caller = Caller.system(tenant.id(), "test", null);
        assertThat(calendar.nextBusinessDay(caller, LocalDate.parse("2026-12-31"))
                        .await()
                        .atMost(Duration.ofSeconds(10)))
                .isEqualTo("2027-01-04");
        assertThat(calendar.isBusinessDay(caller, LocalDate.parse("2026-11-20"))
                        .await()
                        .atMost(Duration.ofSeconds(10)))
                .isFalse();
    }

    @Test
    void a_company_never_meets_the_calendar_of_another() {
        TestTenant other = TestTenant.register();
        UUID theirs = other.create("/api/tenant/holidays", Map.of("day", "2026-03-29", "name", "Deles"));
        other.api()
                .header("If-Match", "\"0\"")
                .body(week(day(7, "09:00", "18:00")))
                .put("/api/tenant/business-hours")
                .then()
                .statusCode(200);
        // The same day is free here, and nothing of theirs is seen, changed or removed.
        tenant.create("/api/tenant/holidays", Map.of("day", "2026-03-29", "name", "Nosso"));
        assertThat(tenant.get("/api/tenant/holidays?year=2026").getList("data.name"))
                .isEqualTo(List.of("Nosso"));
        assertThat(tenant.get("/api/tenant/business-hours").getList("days[6].intervals"))
                .isEmpty();
        tenant.api().delete("/api/tenant/holidays/{id}", theirs).then().statusCode(404);
        assertThat(other.get("/api/tenant/holidays?year=2026").getList("data.name"))
                .isEqualTo(List.of("Deles"));
    }

    @Test
    void who_may_only_look_changes_nothing() {
        for (Role role : List.of(Role.manager, Role.agent, Role.viewer)) {
            tenant.as(role).get("/api/tenant/business-hours").then().statusCode(200);
            tenant.as(role)
                    .header("If-Match", "\"0\"")
                    .body(week(day(1, "09:00", "18:00")))
                    .put("/api/tenant/business-hours")
                    .then()
                    .statusCode(403);
            tenant.as(role)
                    .body(Map.of("year", 2026))
                    .post("/api/tenant/national-holidays")
                    .then()
                    .statusCode(403);
        }
    }

    private io.restassured.response.ValidatableResponse put(Map<String, Object> week, int version) {
        return tenant.api()
                .header("If-Match", "\"" + version + "\"")
                .body(week)
                .put("/api/tenant/business-hours")
                .then();
    }

    @SafeVarargs
    private static Map<String, Object> week(Map<String, Object>... days) {
        return Map.of("days", List.of(days));
    }

    private static Map<String, Object> day(int weekday, String... times) {
        List<Map<String, String>> intervals = new java.util.ArrayList<>();
        for (int i = 0; i < times.length; i += 2) {
            intervals.add(Map.of("opens", times[i], "closes", times[i + 1]));
        }
        return Map.of("weekday", weekday, "intervals", intervals);
    }
}
