package dev.pulso.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.Person;
import dev.pulso.testing.TestTenant;
import dev.pulso.testing.TestTenant.Role;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Questions of lists that people keep, and who sees and changes them. */
@QuarkusTest
class ViewsTest {
    private static final String VIEWS = "/api/views";

    private TestTenant tenant;

    @BeforeEach
    void tenant() {
        tenant = TestTenant.register();
    }

    @Test
    void a_view_is_kept_as_it_was_asked() {
        UUID id = tenant.create(
                VIEWS,
                Map.of(
                        "name",
                        "  Site <b>sem</b> dono 🚀 ",
                        "question",
                        Map.of(
                                "kind", "leads",
                                "filters", Map.of("stage", "new,qualified", "source", "site", "q", " "),
                                "sort", "-bant_score"),
                        "columns",
                        List.of(Map.of("name", "name", "width", 280), Map.of("name", "source")),
                        "visibility",
                        "company"));
        tenant.api()
                .get(VIEWS + "/{id}", id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Site <b>sem</b> dono 🚀"))
                .body("kind", equalTo("leads"))
                .body("question.filters", equalTo(Map.of("stage", "new,qualified", "source", "site")))
                .body("question.sort", equalTo("-bant_score"))
                .body("columns.name", contains("name", "source"))
                .body("columns.width", contains(280, null))
                .body("visibility", equalTo("company"))
                .body("team_id", nullValue())
                .body("created_by_id", equalTo(tenant.adminId().toString()))
                .body("stale", empty())
                .body("editable", equalTo(true));
        change(tenant.api(), id, 0, Map.of("question", Map.of("kind", "leads"), "columns", List.of()))
                .statusCode(200)
                .body("question.filters", equalTo(Map.of()))
                .body("question.sort", nullValue())
                .body("columns", empty())
                .body("name", equalTo("Site <b>sem</b> dono 🚀"));
    }

    @Test
    void what_its_list_does_not_have_is_not_kept() {
        refused(Map.of("name", "x", "question", Map.of("kind", "leads", "filters", Map.of("shoe_size", "42"))))
                .body("violations[0].field", equalTo("question.filters.shoe_size"))
                .body("violations[0].pointer", equalTo("/question/filters/shoe_size"))
                .body("violations[0].code", equalTo("unknown_parameter"));
        refused(Map.of("name", "x", "question", Map.of("kind", "leads", "sort", "amount_cents")))
                .body("violations[0].field", equalTo("question.sort"));
        refused(Map.of("name", " ", "question", Map.of("kind", "leads"))).body("violations[0].field", equalTo("name"));
        refused(Map.of(
                        "name", "x",
                        "question", Map.of("kind", "leads"),
                        "columns", List.of(Map.of("name", "name"), Map.of("name", "name"))))
                .body("violations[0].field", equalTo("columns[1].name"))
                .body("violations[0].code", equalTo("duplicate"));
        UUID id = view(tenant.api(), "Meus", "leads", "private");
        change(tenant.unchecked(), id, 0, Map.of("question", Map.of("kind", "deals")))
                .statusCode(400)
                .body("violations[0].field", equalTo("question.kind"));
    }

    @Test
    void a_private_view_is_its_makers_alone_and_a_shared_one_is_seen_by_its_circle() {
        UUID sul = tenant.create("/api/teams", Map.of("name", "Sul"));
        UUID norte = tenant.create("/api/teams", Map.of("name", "Norte"));
        Person maker = Person.join(tenant, "agent", Map.of("team_id", sul));
        Person colleague = Person.join(tenant, "agent", Map.of("team_id", sul));
        Person other = Person.join(tenant, "agent", Map.of("team_id", norte));
        UUID own = view(maker.api(), "Meus", "leads", "private");
        UUID teams = view(maker.api(), "Do time", "leads", "team");
        UUID all = view(maker.api(), "De todos", "leads", "company");
        assertThat(seen(maker.api())).containsExactly("Meus", "Do time", "De todos");
        assertThat(seen(colleague.api())).containsExactly("Do time", "De todos");
        assertThat(seen(other.api())).containsExactly("De todos");
        assertThat(seen(tenant.api())).containsExactly("De todos");
        assertThat(maker.api().get(VIEWS + "/{id}", teams).jsonPath().getString("team_id"))
                .isEqualTo(sul.toString());
        // Nobody learns that there is one that is not theirs to see.
        other.api().get(VIEWS + "/{id}", teams).then().statusCode(404);
        tenant.api().get(VIEWS + "/{id}", own).then().statusCode(404);
        tenant.api().delete(VIEWS + "/{id}", own).then().statusCode(404);
        change(tenant.api(), own, 0, Map.of("name", "x")).statusCode(404);
        // Who sees it does not change it, but for who may set up the company.
        change(colleague.api(), teams, 0, Map.of("name", "x")).statusCode(403);
        colleague.api().delete(VIEWS + "/{id}", all).then().statusCode(403);
        colleague.api().get(VIEWS + "/{id}", all).then().body("editable", equalTo(false));
        change(tenant.api(), all, 0, Map.of("name", "Da empresa")).statusCode(200);
        change(maker.api(), all, 1, Map.of("visibility", "team"))
                .statusCode(200)
                .body("team_id", equalTo(sul.toString()));
        assertThat(seen(other.api())).isEmpty();
        // Whoever leaves the team leaves its views.
        tenant.basedOn(tenant.get("/api/tenant/users/{id}", colleague.id()).getInt("version"))
                .body(Map.of("team_id", norte))
                .patch("/api/tenant/users/{id}", colleague.id())
                .then()
                .statusCode(200);
        assertThat(seen(colleague.api())).isEmpty();
    }

    @Test
    void who_is_in_no_team_cannot_share_with_one() {
        refused(Map.of("name", "x", "question", Map.of("kind", "leads"), "visibility", "team"))
                .body("violations[0].field", equalTo("visibility"))
                .body("violations[0].code", equalTo("no_team"));
    }

    @Test
    void an_admin_can_take_a_shared_view_from_everybody_but_its_maker() {
        Person maker = Person.join(tenant, "agent");
        UUID id = view(maker.api(), "De todos", "leads", "company");
        change(tenant.api(), id, 0, Map.of("visibility", "private")).statusCode(200);
        tenant.api().get(VIEWS + "/{id}", id).then().statusCode(404);
        assertThat(seen(maker.api())).containsExactly("De todos");
    }

    @Test
    void views_of_what_one_may_not_read_are_not_there() {
        view(tenant.api(), "Clientes", "customers", "company");
        UUID deals = view(tenant.api(), "Negócios", "deals", "company");
        Person technician = Person.join(tenant, "technician");
        assertThat(seen(technician.api())).containsExactly("Clientes");
        technician.api().get(VIEWS + "/{id}", deals).then().statusCode(404);
        technician
                .api()
                .body(Map.of("name", "x", "question", Map.of("kind", "deals")))
                .post(VIEWS)
                .then()
                .statusCode(403);
    }

    @Test
    void views_have_their_order_and_are_listed_by_kind() {
        UUID first = view(tenant.api(), "Um", "leads", "private");
        view(tenant.api(), "Dois", "leads", "company");
        view(tenant.api(), "Outro", "deals", "private");
        assertThat(names(tenant.api(), "?kind=leads&sort=position")).containsExactly("Um", "Dois");
        change(tenant.api(), first, 0, Map.of("position", 7)).statusCode(200);
        assertThat(names(tenant.api(), "?kind=leads&sort=position")).containsExactly("Dois", "Um");
        assertThat(names(tenant.api(), "?kind=leads,deals&sort=name")).containsExactly("Dois", "Outro", "Um");
    }

    @Test
    void what_has_left_the_contract_is_told_and_the_view_stays() {
        UUID id = view(tenant.api(), "Antigos", "leads", "private");
        Tenancy tenancy = Arc.container().instance(Tenancy.class).get();
        tenancy.write(
                        Caller.system(tenant.id(), "test", null),
                        session -> tenancy.sql(
                                Caller.system(tenant.id(), "test", null),
                                connection -> connection
                                        .preparedQuery(
                                                "update views set filters = $2, sort = 'shoe_size' where id = $1")
                                        .execute(Tuple.of(
                                                id,
                                                "{\"stage\":\"new,gone\",\"colour\":\"red\",\"source\":\"site\"}"))))
                .await()
                .atMost(Duration.ofSeconds(10));
        tenant.api()
                .get(VIEWS + "/{id}", id)
                .then()
                .statusCode(200)
                .body("stale", contains("colour", "stage", "sort"))
                .body("question.filters.source", equalTo("site"));
        // Another name is no reason to look at the question again.
        change(tenant.api(), id, 0, Map.of("name", "Mais antigos")).statusCode(200);
        change(tenant.api(), id, 1, Map.of("question", Map.of("kind", "leads", "filters", Map.of("source", "site"))))
                .statusCode(200)
                .body("stale", empty());
    }

    @Test
    void another_company_sees_none_of_it() {
        UUID id = view(tenant.api(), "De todos", "leads", "company");
        TestTenant other = TestTenant.register();
        assertThat(seen(other.api())).isEmpty();
        other.api().get(VIEWS + "/{id}", id).then().statusCode(404);
    }

    @Test
    void a_view_that_was_changed_meanwhile_is_not_written_over() {
        UUID id = view(tenant.api(), "Um", "leads", "company");
        change(tenant.api(), id, 0, Map.of("name", "Dois")).statusCode(200);
        change(tenant.api(), id, 0, Map.of("name", "Três")).statusCode(412);
        tenant.api().body(Map.of("name", "x")).patch(VIEWS + "/{id}", id).then().statusCode(428);
        tenant.basedOn(0).delete(VIEWS + "/{id}", id).then().statusCode(412);
        tenant.basedOn(1).delete(VIEWS + "/{id}", id).then().statusCode(204);
    }

    @Test
    void the_trail_tells_of_a_view_in_the_words_of_the_api() {
        UUID id = view(tenant.api(), "Um", "leads", "company");
        change(tenant.api(), id, 0, Map.of("name", "Dois")).statusCode(200);
        assertThat(tenant.get("/api/audit?entity=views").getList("data.action")).contains("update", "insert");
    }

    @Test
    void programs_keep_no_views() {
        String key = tenant.post("/api/tenant/api-keys", Map.of("name", "ERP", "scopes", List.of("crm.leads:read")))
                .statusCode(201)
                .extract()
                .path("secret");
        assertThat(key).isNotBlank();
        tenant.as(Role.viewer).get(VIEWS).then().statusCode(200);
        io.restassured.RestAssured.given()
                .header("X-API-Key", key)
                .get(VIEWS)
                .then()
                .statusCode(403)
                .body("type", equalTo("/docs/problems/people_only"));
    }

    private UUID view(RequestSpecification api, String name, String kind, String visibility) {
        return UUID.fromString(
                api.body(Map.of("name", name, "question", Map.of("kind", kind), "visibility", visibility))
                        .post(VIEWS)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id"));
    }

    private static ValidatableResponse change(RequestSpecification api, UUID id, int version, Map<String, ?> body) {
        return api.header("If-Match", "\"" + version + "\"")
                .body(new HashMap<>(body))
                .patch(VIEWS + "/{id}", id)
                .then();
    }

    private ValidatableResponse refused(Map<String, ?> body) {
        return tenant.unchecked().body(body).post(VIEWS).then().statusCode(400);
    }

    private static List<String> seen(RequestSpecification api) {
        return names(api, "?sort=position");
    }

    private static List<String> names(RequestSpecification api, String query) {
        return api.get(VIEWS + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("data.name");
    }
}
