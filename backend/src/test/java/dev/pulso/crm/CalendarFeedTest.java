package dev.pulso.crm;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.pulso.testing.Person;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The calendar of a person for programs that know no login. */
@QuarkusTest
class CalendarFeedTest {
    private static final String FEED = "/api/crm/calendar-feed";
    private static final String ACTIVITIES = "/api/crm/activities";

    private TestTenant tenant;

    @BeforeEach
    void a_company() {
        tenant = TestTenant.register();
    }

    @Test
    void who_has_the_address_reads_what_the_person_has_to_do() {
        Person ana = Person.join(tenant, "agent");
        ana.api().get(FEED).then().body("status", equalTo("none")).body("created_at", nullValue());
        String address = made(ana);
        LocalDate tomorrow = LocalDate.now(ZoneId.of("America/Sao_Paulo")).plusDays(1);
        Instant soon = Instant.now().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
        UUID call = ana.create(
                ACTIVITIES,
                Map.of(
                        "type",
                        "call",
                        "subject",
                        "Ligar; já, 📞",
                        "due_at",
                        soon.toString(),
                        "duration_minutes",
                        45,
                        "reminder_minutes",
                        10));
        UUID task =
                ana.create(ACTIVITIES, Map.of("type", "task", "subject", "Proposta", "due_on", tomorrow.toString()));
        tenant.create(ACTIVITIES, Map.of("type", "task", "subject", "De outro", "due_on", tomorrow.toString()));
        Response read = given().get(address);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.contentType()).startsWith("text/calendar");
        String text = read.asString();
        assertThat(text)
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .endsWith("END:VCALENDAR\r\n")
                .contains("UID:" + call + "@activities.pulso\r\n")
                .contains("UID:" + task + "@activities.pulso\r\n")
                .contains("SUMMARY:Ligar\\; já\\, 📞\r\n")
                .contains("DTSTART:" + compact(soon) + "\r\nDTEND:" + compact(soon.plus(45, ChronoUnit.MINUTES)))
                .contains("TRIGGER:-PT10M\r\n")
                .contains("DTSTART;VALUE=DATE:" + tomorrow.toString().replace("-", "") + "\r\n")
                .doesNotContain("De outro");
        ana.api().get(FEED).then().body("status", equalTo("active")).body("last_used_at", notNullValue());
        // Nothing new: nothing is sent.
        assertThat(given().header("If-None-Match", read.header("ETag"))
                        .get(address)
                        .statusCode())
                .isEqualTo(304);
        ana.api().post(ACTIVITIES + "/{id}/complete", call).then().statusCode(200);
        Response later = given().header("If-None-Match", read.header("ETag")).get(address);
        assertThat(later.statusCode()).isEqualTo(200);
        assertThat(later.asString()).contains("SUMMARY:✓ Ligar").doesNotContain("VALARM");
    }

    @Test
    void a_new_address_ends_the_one_before_and_an_ended_one_is_nothing() {
        Person ana = Person.join(tenant, "agent");
        String first = made(ana);
        String second = made(ana);
        assertThat(second).isNotEqualTo(first);
        gone(first);
        given().get(second).then().statusCode(200);
        ana.api().delete(FEED).then().statusCode(204);
        gone(second);
        ana.api().delete(FEED).then().statusCode(204);
        gone("/api/crm/calendar-feed/nothing.ics");
        gone("/api/crm/calendar-feed/" + "A".repeat(86) + ".ics");
    }

    @Test
    void it_ends_with_the_rights_of_the_person() {
        Person ana = Person.join(tenant, "agent");
        String address = made(ana);
        given().get(address).then().statusCode(200);
        UUID role = tenant.create("/api/roles", Map.of("name", "Nada", "permissions", List.of("crm.leads:read")));
        tenant.basedOn(0)
                .body(Map.of("role", role))
                .patch("/api/tenant/users/{id}", ana.id())
                .then()
                .statusCode(200);
        gone(address);
        Person rui = Person.join(tenant, "agent");
        String his = made(rui);
        tenant.api().post("/api/tenant/users/{id}/disable", rui.id()).then().statusCode(200);
        gone(his);
    }

    @Test
    void of_a_deal_that_somebody_else_has_it_tells_no_more_than_the_list() {
        UUID role = tenant.create(
                "/api/roles",
                Map.of(
                        "name", "Own",
                        "permissions", List.of("crm.activities:read", "crm.activities:write", "crm.deals:read"),
                        "record_scopes", Map.of("deals", "own", "leads", "own")));
        Person ana = Person.join(tenant, role.toString());
        UUID deal = tenant.create("/api/crm/deals", Map.of("title", "Segredo"));
        LocalDate day = LocalDate.now(ZoneId.of("America/Sao_Paulo"));
        tenant.create(
                ACTIVITIES,
                Map.of(
                        "type",
                        "task",
                        "subject",
                        "Dela",
                        "due_on",
                        day.toString(),
                        "owner_id",
                        ana.id(),
                        "deal_id",
                        deal));
        assertThat(given().get(made(ana)).asString()).contains("SUMMARY:Dela").doesNotContain("Segredo");
    }

    private static String made(Person person) {
        String url = person.api().post(FEED).then().statusCode(201).extract().path("url");
        return URI.create(url).getPath();
    }

    private static void gone(String address) {
        assertThat(given().get(address).statusCode()).as(address).isEqualTo(404);
    }

    private static String compact(Instant at) {
        return at.toString().replaceAll("[-:]", "");
    }
}
