package dev.pulso.store.custom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.Person;
import dev.pulso.testing.Plan;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields that a company adds to its records, what stands in them, and lists that are asked for it. */
@QuarkusTest
class CustomFieldsTest {
    private static final String FIELDS = "/api/custom-fields";
    private static final String LEADS = "/api/crm/leads";
    private static final String COMPANIES = "/api/crm/companies";
    private static final String DEALS = "/api/crm/deals";
    private static final Duration SOON = Duration.ofSeconds(40);

    @Inject
    Tenancy tenancy;

    private TestTenant tenant;

    @BeforeEach
    void tenant() {
        tenant = TestTenant.register();
    }

    @Test
    void a_field_of_each_type_is_kept_answered_changed_and_emptied() {
        field("companies", "placa", "text", Map.of());
        field("companies", "loja", "url", Map.of());
        field("companies", "frota", "number", Map.of("decimals", 2));
        field("companies", "fundada", "date", Map.of());
        field("companies", "parceira", "checkbox", Map.of());
        JsonPath cor = field("companies", "cor", "select", options("Azul", "Verde"));
        JsonPath areas = field("companies", "areas", "multiselect", options("Sul", "Norte", "Leste"));
        Map<String, Object> values = new HashMap<>(Map.of(
                "placa", "  ABC 🚚 ",
                "loja", "https://loja.example",
                "frota", "-12.50",
                "fundada", "2001-02-28",
                "parceira", false,
                "cor", option(cor, 1),
                "areas", List.of(option(areas, 2), option(areas, 0))));
        UUID company = tenant.create(COMPANIES, Map.of("name", "Acme", "custom", values));
        tenant.api()
                .get(COMPANIES + "/{id}", company)
                .then()
                .statusCode(200)
                .body("custom.placa", equalTo("ABC 🚚"))
                .body("custom.loja", equalTo("https://loja.example"))
                .body("custom.frota", equalTo("-12.5"))
                .body("custom.fundada", equalTo("2001-02-28"))
                .body("custom.parceira", equalTo(false))
                .body("custom.cor", equalTo(option(cor, 1)))
                .body("custom.areas", contains(option(areas, 0), option(areas, 2)));
        Map<String, Object> changes = new HashMap<>();
        changes.put("frota", 7);
        changes.put("cor", null);
        changes.put("placa", " \u200b ");
        edit(COMPANIES, company, 0, changes)
                .statusCode(200)
                .body("version", equalTo(1))
                .body("custom.frota", equalTo("7"))
                .body(
                        "custom.keySet()",
                        equalTo(Map.of("loja", 1, "frota", 1, "fundada", 1, "parceira", 1, "areas", 1)
                                .keySet()));
        edit(COMPANIES, company, 0, Map.of("frota", "8")).statusCode(412);
        tenant.api()
                .get(COMPANIES)
                .then()
                .body("data[0].custom.fundada", equalTo("2001-02-28"))
                .body("data[0].custom.areas", hasSize(2));
    }

    @Test
    void all_kinds_of_records_have_them() {
        for (Map.Entry<String, Object> kind : Map.<String, Object>of(
                        "leads", Map.of("name", "Ana"),
                        "deals", Map.of("title", "Site"),
                        "companies", Map.of("name", "Acme"),
                        "contacts", Map.of("name", "Ana"),
                        "customers", Map.of("name", "Ana", "kind", "person"))
                .entrySet()) {
            field(kind.getKey(), "codigo", "text", Map.of());
            String path = kind.getKey().equals("customers") ? "/api/customers" : "/api/crm/" + kind.getKey();
            @SuppressWarnings("unchecked")
            Map<String, Object> body = new HashMap<>((Map<String, Object>) kind.getValue());
            body.put("custom", Map.of("codigo", "São  João"));
            UUID id = tenant.create(path, body);
            edit(path, id, 0, Map.of("codigo", "SAO JOAO")).statusCode(200);
            assertThat(found(path, "custom.codigo", "são joão")).containsExactly(id.toString());
            assertThat(found(path, "custom.codigo", "outro")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "nada, 'x', unknown_field",
        "placa, '5', type",
        "frota, '\"um\"', format",
        "frota, '1.5', type",
        "frota, '\"1.234\"', decimals",
        "frota, '\"12345678901234\"', format",
        "frota, '\"🚚\"', format",
        "dia, '\"2026-02-30\"', type",
        "dia, '\"+12026-01-01\"', type",
        "sim, '\"true\"', type",
        "cor, '\"Azul\"', type",
        "cor, '\"01939f6c-7a3e-7cc1-9c0e-3d5c5f0a7b21\"', enum",
        "cor, '[]', type",
        "placa, '{}', type",
    })
    void a_value_that_does_not_fit_is_told_with_its_pointer_and_nothing_is_kept(String key, String value, String code) {
        field("leads", "placa", "text", Map.of());
        field("leads", "frota", "number", Map.of("decimals", 2));
        field("leads", "dia", "date", Map.of());
        field("leads", "sim", "checkbox", Map.of());
        field("leads", "cor", "select", options("Azul"));
        tenant.api()
                .body("{\"name\":\"Ana\",\"custom\":{\"" + key + "\":" + (value.equals("x") ? "\"x\"" : value) + "}}")
                .post(LEADS)
                .then()
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/custom/" + key))
                .body("violations[0].code", equalTo(code));
        assertThat(tenant.get(LEADS).getList("data")).isEmpty();
    }

    @Test
    void a_text_is_one_line_of_so_many_characters_however_they_are_coded() {
        field("leads", "placa", "text", Map.of());
        String emoji = "🚚".repeat(255);
        UUID lead = tenant.create(LEADS, Map.of("name", "Ana", "custom", Map.of("placa", emoji)));
        assertThat(tenant.get(LEADS + "/{id}", lead).getString("custom.placa")).isEqualTo(emoji);
        edit(LEADS, lead, 0, Map.of("placa", emoji + "!"))
                .statusCode(400)
                .body("violations[0].code", equalTo("too_long"));
        edit(LEADS, lead, 0, Map.of("placa", "a\nb")).statusCode(400).body("violations[0].code", equalTo("one_line"));
        edit(LEADS, lead, 0, Map.of("placa", "<b>")).statusCode(200).body("custom.placa", equalTo("<b>"));
    }

    @Test
    void people_have_to_fill_in_what_is_required_and_programs_files_and_conversions_need_not() {
        JsonPath field = field("leads", "placa", "text", Map.of("required", true));
        field("deals", "placa", "text", Map.of("required", true));
        field("deals", "outra", "text", Map.of("required", true));
        tenant.post(LEADS, Map.of("name", "Ana"))
                .statusCode(400)
                .body("violations.pointer", contains("/custom/placa"))
                .body("violations.code", contains("required"));
        UUID lead = tenant.create(LEADS, Map.of("name", "Ana", "custom", Map.of("placa", "A1")));
        Map<String, Object> empty = new HashMap<>();
        empty.put("placa", null);
        edit(LEADS, lead, 0, empty).statusCode(400).body("violations[0].code", equalTo("required"));
        // What was there before the field was required can be changed all the same.
        tenant.basedOn(0)
                .body(Map.of("name", "Ana Lima"))
                .patch(LEADS + "/{id}", lead)
                .then()
                .statusCode(200);
        program("crm.leads:write", "crm.leads:read")
                .body(Map.of("name", "De fora"))
                .post(LEADS)
                .then()
                .statusCode(201)
                .body("custom", equalTo(Map.of()));
        tenant.step(LEADS + "/" + lead + "/convert")
                .statusCode(201)
                .body("deal.custom.placa", equalTo("A1"))
                .body("deal.custom.outra", equalTo(null));
        assertThat(field.getBoolean("required")).isTrue();
    }

    @Test
    void the_board_shows_and_adds_up_what_a_filter_by_a_field_of_the_company_leaves() {
        field("deals", "frota", "number", Map.of());
        tenant.create(DEALS, Map.of("title", "Pequena", "amount_cents", 100, "custom", Map.of("frota", "3")));
        tenant.create(DEALS, Map.of("title", "Grande", "amount_cents", 2000, "custom", Map.of("frota", "30")));
        String pipeline = tenant.get("/api/crm/pipelines").getString("data[0].id");
        JsonPath board = rows("/api/crm/pipelines/" + pipeline + "/board?custom.frota_from=10");
        assertThat(board.getList("stages.deals.flatten().title", String.class)).containsExactly("Grande");
        assertThat(board.getInt("stages.amount_cents.sum()")).isEqualTo(2000);
        tenant.unchecked()
                .get("/api/crm/pipelines/" + pipeline + "/board?custom.nada=10")
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("unknown_field"));
    }

    @Test
    void a_conversion_takes_along_what_has_the_same_key_and_type_with_options_by_their_labels() {
        JsonPath from = field("leads", "cor", "select", options("Azul", "Verde"));
        JsonPath to = field("companies", "cor", "select", options("Preto", "Verde"));
        field("contacts", "cor", "text", Map.of());
        field("leads", "frota", "number", Map.of("decimals", 2));
        field("contacts", "frota", "number", Map.of());
        field("deals", "frota", "number", Map.of("decimals", 4));
        UUID lead = tenant.create(
                LEADS,
                Map.of(
                        "name",
                        "Ana",
                        "company_name",
                        "Acme",
                        "custom",
                        Map.of("cor", option(from, 1), "frota", "1.25")));
        tenant.step(LEADS + "/" + lead + "/convert")
                .statusCode(201)
                .body("company.custom.cor", equalTo(option(to, 1)))
                .body("contact.custom", equalTo(Map.of()))
                .body("deal.custom.frota", equalTo("1.25"));
    }

    @Test
    void key_and_type_stay_and_a_key_is_there_once_in_a_kind() {
        JsonPath field = field("leads", "placa", "text", Map.of());
        tenant.post(FIELDS, Map.of("kind", "leads", "key", "placa", "label", "Outra", "type", "date"))
                .statusCode(409)
                .body("type", endsWith("duplicate"))
                .body("existing_id", equalTo(field.getString("id")));
        field("companies", "placa", "text", Map.of());
        for (String key : List.of("Placa", "placa ", "1a", "a__b", "placa_from", "placa_to", "ção", "a".repeat(41))) {
            tenant.unchecked()
                    .body(Map.of("kind", "leads", "key", key, "label", "X", "type", "text"))
                    .post(FIELDS)
                    .then()
                    .statusCode(400)
                    .body("violations[0].pointer", equalTo("/key"));
        }
        for (String fixed : List.of("key", "type", "kind", "decimals")) {
            tenant.unchecked()
                    .header("If-Match", "\"0\"")
                    .body(Map.of(fixed, "x"))
                    .patch(FIELDS + "/{id}", field.getString("id"))
                    .then()
                    .statusCode(400);
        }
        tenant.post(FIELDS, Map.of("kind", "leads", "key", "x", "label", "X", "type", "select"))
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/options"));
        tenant.post(FIELDS, Map.of("kind", "leads", "key", "x", "label", "X", "type", "text", "decimals", 1))
                .statusCode(400);
        tenant.post(
                        FIELDS,
                        Map.of(
                                "kind",
                                "leads",
                                "key",
                                "x",
                                "label",
                                "X",
                                "type",
                                "select",
                                "options",
                                List.of(Map.of("label", "São"), Map.of("label", "SAO"))))
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/options/1/label"))
                .body("violations[0].code", equalTo("duplicate"));
    }

    @Test
    void a_kind_has_fifty_fields_at_most() {
        for (int i = 0; i < 50; i++) {
            field("contacts", "campo_" + i, "text", Map.of());
        }
        tenant.post(FIELDS, Map.of("kind", "contacts", "key", "mais", "label", "Mais", "type", "text"))
                .statusCode(400)
                .body("violations[0].code", equalTo("too_many"));
        field("leads", "mais", "text", Map.of());
    }

    @Test
    void an_option_that_records_have_is_archived_when_it_is_left_out_and_another_one_goes() {
        JsonPath cor = field("leads", "cor", "select", options("Azul", "Verde", "Cinza"));
        UUID lead = tenant.create(LEADS, Map.of("name", "Ana", "custom", Map.of("cor", option(cor, 0))));
        String id = cor.getString("id");
        tenant.basedOn(0)
                .body(Map.of(
                        "options",
                        List.of(Map.of("label", "Preto"), Map.of("id", option(cor, 1), "label", "Verde escuro"))))
                .patch(FIELDS + "/{id}", id)
                .then()
                .statusCode(200)
                .body("options.label", contains("Preto", "Verde escuro", "Azul"))
                .body("options.archived", contains(false, false, true));
        // It stays where it is, and is chosen nowhere else.
        assertThat(tenant.get(LEADS + "/{id}", lead).getString("custom.cor")).isEqualTo(option(cor, 0));
        edit(LEADS, lead, 0, Map.of("cor", option(cor, 0))).statusCode(200);
        tenant.post(LEADS, Map.of("name", "Bia", "custom", Map.of("cor", option(cor, 0))))
                .statusCode(400)
                .body("violations[0].code", equalTo("inactive"));
        tenant.post(LEADS, Map.of("name", "Bia", "custom", Map.of("cor", option(cor, 2))))
                .statusCode(400)
                .body("violations[0].code", equalTo("enum"));
    }

    @Test
    void a_field_in_use_is_deleted_with_its_values_only_and_its_key_is_free_when_they_are_gone() {
        JsonPath field = field("leads", "placa", "text", Map.of());
        field("leads", "outra", "text", Map.of());
        String id = field.getString("id");
        List<UUID> leads = new ArrayList<>();
        for (int i = 0; i < 230; i++) {
            leads.add(tenant.create(
                    LEADS, Map.of("name", "Ana " + i, "custom", Map.of("placa", "A" + i, "outra", "fica"))));
        }
        assertThat(tenant.get(FIELDS + "/{id}", id).getInt("used_count")).isEqualTo(230);
        tenant.api()
                .delete(FIELDS + "/{id}", id)
                .then()
                .statusCode(409)
                .body("type", endsWith("field_in_use"))
                .body("used_count", equalTo(230));
        JsonPath view = tenant.post(
                        "/api/views",
                        Map.of(
                                "name",
                                "Placas",
                                "question",
                                Map.of("kind", "leads", "filters", Map.of("custom.placa", "A1")),
                                "columns",
                                List.of(Map.of("name", "custom.placa"))))
                .statusCode(201)
                .body("stale", empty())
                .extract()
                .jsonPath();
        tenant.api().delete(FIELDS + "/{id}?values=delete", id).then().statusCode(204);
        tenant.api().get(FIELDS + "/{id}", id).then().statusCode(404);
        tenant.unchecked()
                .get(LEADS + "?custom.placa=A1")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("custom.placa"))
                .body("violations[0].code", equalTo("unknown_field"));
        tenant.api().get("/api/views/{id}", view.getString("id")).then().body("stale", contains("custom.placa"));
        tenant.post(
                        "/api/views",
                        Map.of(
                                "name",
                                "Outra",
                                "question",
                                Map.of("kind", "leads", "filters", Map.of("custom.placa", "A1"))))
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/question/filters/custom/placa"))
                .body("violations[0].code", equalTo("unknown_field"));
        await().atMost(SOON)
                .until(() -> tenant.get(LEADS + "/{id}", leads.getLast()).get("custom.placa") == null
                        && tenant.get(LEADS + "/{id}", leads.getFirst()).get("custom.placa") == null);
        tenant.api()
                .get(LEADS + "/{id}", leads.getFirst())
                .then()
                .body("custom.outra", equalTo("fica"))
                .body("version", equalTo(1));
        await().atMost(SOON)
                .until(() -> tenant.api()
                                .body(Map.of("kind", "leads", "key", "placa", "label", "Placa", "type", "date"))
                                .post(FIELDS)
                                .statusCode()
                        == 201);
        assertThat(tenant.get(LEADS + "?limit=200").getList("data.custom.placa"))
                .containsOnlyNulls();
    }

    @Test
    void who_may_not_set_up_the_company_reads_the_fields_of_what_it_reads_and_changes_none() {
        JsonPath field = field("leads", "placa", "text", Map.of());
        field("customers", "placa", "text", Map.of());
        Person agent = Person.join(tenant, "agent");
        agent.api().get(FIELDS).then().statusCode(200).body("data.kind", hasItems("leads"));
        agent.api()
                .body(Map.of("kind", "leads", "key", "x", "label", "X", "type", "text"))
                .post(FIELDS)
                .then()
                .statusCode(403);
        agent.api().delete(FIELDS + "/{id}", field.getString("id")).then().statusCode(403);
        program("crm.leads:read").get(FIELDS).then().statusCode(200).body("data.kind", contains("leads"));
        TestTenant other = TestTenant.register();
        other.api().get(FIELDS).then().body("data", empty());
        other.api().get(FIELDS + "/{id}", field.getString("id")).then().statusCode(404);
        other.unchecked()
                .get(LEADS + "?custom.placa=A1")
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("unknown_field"));
    }

    @Test
    void a_field_of_a_pipeline_is_asked_for_there_alone() {
        String own = tenant.get("/api/crm/pipelines").getString("data[0].id");
        UUID other = tenant.create(
                "/api/crm/pipelines",
                Map.of(
                        "name",
                        "Parcerias",
                        "stages",
                        List.of(
                                Map.of("name", "Novo", "type", "open", "probability", 10),
                                Map.of("name", "Ganho", "type", "won", "probability", 100),
                                Map.of("name", "Perdido", "type", "lost", "probability", 0))));
        field("deals", "prazo", "date", Map.of("required", true, "pipeline_ids", List.of(other)));
        tenant.create(DEALS, Map.of("title", "Site", "pipeline_id", own));
        tenant.post(DEALS, Map.of("title", "Site", "pipeline_id", other))
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/custom/prazo"));
        tenant.post(DEALS, Map.of("title", "Site", "pipeline_id", own, "custom", Map.of("prazo", "2026-12-01")))
                .statusCode(400)
                .body("violations[0].code", equalTo("other_pipeline"));
        tenant.create(DEALS, Map.of("title", "Site", "pipeline_id", other, "custom", Map.of("prazo", "2026-12-01")));
        tenant.post(
                        FIELDS,
                        Map.of(
                                "kind",
                                "deals",
                                "key",
                                "x",
                                "label",
                                "X",
                                "type",
                                "text",
                                "pipeline_ids",
                                List.of(UUID.randomUUID())))
                .statusCode(400)
                .body("violations[0].code", equalTo("not_found"));
        tenant.post(
                        FIELDS,
                        Map.of("kind", "leads", "key", "x", "label", "X", "type", "text", "pipeline_ids", List.of(own)))
                .statusCode(400);
    }

    @Test
    void a_change_is_told_in_the_trail_and_in_the_timeline_by_its_key() {
        field("companies", "placa", "text", Map.of());
        UUID company = tenant.create(COMPANIES, Map.of("name", "Acme", "custom", Map.of("placa", "A1")));
        edit(COMPANIES, company, 0, Map.of("placa", "B2")).statusCode(200);
        JsonPath trail = tenant.get("/api/audit?entity=companies&entity_id=" + company);
        assertThat(trail.getList("data.after.custom.placa")).contains("B2");
        JsonPath timeline = tenant.get("/api/crm/companies/{id}/timeline", company);
        assertThat(timeline.getList("data.change.before.custom.placa")).contains("A1");
        assertThat(tenant.get("/api/audit?entity=custom_fields").getList("data.after.label"))
                .contains("placa");
    }

    @Test
    void a_merge_keeps_what_the_winner_has_fills_in_and_takes_what_it_is_told_and_its_undo_gives_back() {
        field("companies", "a", "text", Map.of());
        field("companies", "b", "text", Map.of());
        field("companies", "c", "text", Map.of());
        UUID winner = tenant.create(COMPANIES, Map.of("name", "Acme", "custom", Map.of("a", "meu", "b", "meu")));
        UUID loser = tenant.create(
                COMPANIES, Map.of("name", "Acme 2", "custom", Map.of("a", "seu", "b", "seu", "c", "seu")));
        String merge = tenant.basedOn(0)
                .body(Map.of("other_id", loser, "other_version", 0, "take", List.of("custom.b")))
                .post(COMPANIES + "/{id}/merge", winner)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(tenant.get(COMPANIES + "/{id}", winner).getMap("custom"))
                .isEqualTo(Map.of("a", "meu", "b", "seu", "c", "seu"));
        assertThat(rows(COMPANIES + "?custom.c=seu").getList("data.id")).containsExactly(winner.toString());
        // A field that is gone by then does not come back with the record.
        String c = tenant.get(FIELDS).getString("data.find { it.key == 'c' }.id");
        tenant.api().delete(FIELDS + "/{id}?values=delete", c).then().statusCode(204);
        tenant.step("/api/merges/" + merge + "/undo").statusCode(200);
        assertThat(tenant.get(COMPANIES + "/{id}", winner).getString("custom.b"))
                .isEqualTo("meu");
        assertThat(tenant.get(COMPANIES + "/{id}", loser).getMap("custom")).isEqualTo(Map.of("a", "seu", "b", "seu"));
        assertThat(rows(COMPANIES + "?custom.b=seu").getList("data.id")).containsExactly(loser.toString());
    }

    @Test
    void who_is_forgotten_is_found_by_no_value_any_more() {
        field("contacts", "placa", "text", Map.of());
        UUID contact = tenant.create("/api/crm/contacts", Map.of("name", "Ana", "custom", Map.of("placa", "A1")));
        tenant.post("/api/privacy/erasures", Map.of("kind", "contacts", "id", contact, "reason", "LGPD"))
                .statusCode(200);
        assertThat(rows("/api/crm/contacts?custom.placa=A1").getList("data")).isEmpty();
        assertThat(tenant.get("/api/crm/contacts/{id}", contact).getMap("custom"))
                .isEmpty();
        assertThat(values(contact)).isZero();
    }

    @Test
    void a_deleted_record_leaves_no_values_behind() {
        field("leads", "placa", "text", Map.of());
        UUID lead = tenant.create(LEADS, Map.of("name", "Ana", "custom", Map.of("placa", "A1")));
        assertThat(values(lead)).isOne();
        tenant.api().delete(LEADS + "/{id}", lead).then().statusCode(204);
        assertThat(values(lead)).isZero();
    }

    @Test
    void one_value_is_set_in_many_records_and_taken_back() {
        field("leads", "frota", "number", Map.of());
        UUID one = tenant.create(LEADS, Map.of("name", "Ana", "custom", Map.of("frota", "1")));
        UUID two = tenant.create(LEADS, Map.of("name", "Bia"));
        tenant.post(
                        LEADS + "/bulk",
                        Map.of("action", Map.of("type", "set_custom"), "records", List.of(Map.of("id", one))))
                .statusCode(400);
        JsonPath job = bulk(Map.of(
                "action",
                Map.of("type", "set_custom", "custom", Map.of("frota", "5")),
                "records",
                List.of(Map.of("id", one), Map.of("id", two))));
        assertThat(job.getInt("done_count")).isEqualTo(2);
        assertThat(rows(LEADS + "?custom.frota=5").getList("data")).hasSize(2);
        String undo = tenant.step("/api/bulk-jobs/" + job.getString("id") + "/undo")
                .extract()
                .path("id");
        ended(undo);
        assertThat(tenant.get(LEADS + "/{id}", one).getString("custom.frota")).isEqualTo("1");
        assertThat(tenant.get(LEADS + "/{id}", two).getMap("custom")).isEmpty();
        JsonPath refused = bulk(Map.of(
                "action",
                Map.of("type", "set_custom", "custom", Map.of("frota", "muita")),
                "records",
                List.of(Map.of("id", one))));
        assertThat(refused.getInt("refused_count")).isOne();
    }

    @Test
    void a_filter_finds_what_a_look_at_every_record_finds() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        field("leads", "texto", "text", Map.of());
        field("leads", "numero", "number", Map.of("decimals", 2));
        field("leads", "dia", "date", Map.of());
        field("leads", "sim", "checkbox", Map.of());
        JsonPath one = field("leads", "um", "select", options("A", "B", "C"));
        JsonPath many = field("leads", "varios", "multiselect", options("A", "B", "C", "D"));
        List<String> texts = List.of("ana", "Ána", "BIA", "bia ", "a b", "ab");
        Map<String, Map<String, Object>> records = new LinkedHashMap<>();
        for (int i = 0; i < 60; i++) {
            Map<String, Object> custom = new HashMap<>();
            if (random.nextBoolean()) {
                custom.put("texto", texts.get(random.nextInt(texts.size())).strip());
            }
            if (random.nextBoolean()) {
                custom.put(
                        "numero",
                        BigDecimal.valueOf(random.nextInt(1000) - 500, 2).toPlainString());
            }
            if (random.nextBoolean()) {
                custom.put(
                        "dia",
                        LocalDate.of(2026, 1, 1).plusDays(random.nextInt(20)).toString());
            }
            if (random.nextBoolean()) {
                custom.put("sim", random.nextBoolean());
            }
            if (random.nextBoolean()) {
                custom.put("um", option(one, random.nextInt(3)));
            }
            if (random.nextBoolean()) {
                custom.put("varios", List.of(option(many, random.nextInt(4)), option(many, random.nextInt(4))));
            }
            records.put(
                    tenant.create(LEADS, Map.of("name", "L" + i, "custom", custom))
                            .toString(),
                    custom);
        }
        for (int i = 0; i < 40; i++) {
            Map<String, String> asked = new LinkedHashMap<>();
            List<Predicate<Map<String, Object>>> model = new ArrayList<>();
            for (int j = random.nextInt(3); j >= 0; j--) {
                switch (random.nextInt(7)) {
                    case 0 -> {
                        String text = texts.get(random.nextInt(texts.size()));
                        asked.put("custom.texto", text);
                        model.add(record -> record.get("texto") instanceof String value
                                && plain(value).equals(plain(text)));
                    }
                    case 1 -> {
                        BigDecimal from = BigDecimal.valueOf(random.nextInt(1000) - 500, 2);
                        asked.put("custom.numero_from", from.toPlainString());
                        model.add(record -> record.get("numero") instanceof String value
                                && new BigDecimal(value).compareTo(from) >= 0);
                    }
                    case 2 -> {
                        BigDecimal to = BigDecimal.valueOf(random.nextInt(1000) - 500, 2);
                        asked.put("custom.numero_to", to.toPlainString());
                        model.add(record -> record.get("numero") instanceof String value
                                && new BigDecimal(value).compareTo(to) <= 0);
                    }
                    case 3 -> {
                        LocalDate from = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(20));
                        asked.put("custom.dia_from", from.toString());
                        model.add(record -> record.get("dia") instanceof String value
                                && !LocalDate.parse(value).isBefore(from));
                    }
                    case 4 -> {
                        boolean sim = random.nextBoolean();
                        asked.put("custom.sim", Boolean.toString(sim));
                        model.add(record -> Boolean.valueOf(sim).equals(record.get("sim")));
                    }
                    case 5 -> {
                        List<String> wanted = List.of(option(one, random.nextInt(3)), option(one, random.nextInt(3)));
                        asked.put("custom.um", String.join(",", wanted));
                        model.add(record -> record.get("um") instanceof String value && wanted.contains(value));
                    }
                    default -> {
                        String wanted = option(many, random.nextInt(4));
                        asked.put("custom.varios", wanted);
                        model.add(record -> record.get("varios") instanceof List<?> value && value.contains(wanted));
                    }
                }
            }
            // A filter that is asked twice is the later one.
            Map<String, Predicate<Map<String, Object>>> last = new LinkedHashMap<>();
            List<String> names = new ArrayList<>(asked.keySet());
            if (model.size() != names.size()) {
                continue;
            }
            for (int j = 0; j < names.size(); j++) {
                last.put(names.get(j), model.get(j));
            }
            TreeSet<String> expected = new TreeSet<>();
            records.forEach((id, custom) -> {
                if (last.values().stream().allMatch(each -> each.test(custom))) {
                    expected.add(id);
                }
            });
            TreeSet<String> found = new TreeSet<>(tenant.unchecked()
                    .queryParams(asked)
                    .queryParam("limit", 200)
                    .get(LEADS)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getList("data.id", String.class));
            assertThat(found).as("seed %d, asked %s", seed, asked).isEqualTo(expected);
        }
    }

    @Test
    void pages_go_on_by_a_cursor_that_belongs_to_its_filter() {
        field("leads", "placa", "text", Map.of());
        for (int i = 0; i < 5; i++) {
            tenant.create(LEADS, Map.of("name", "L" + i, "custom", Map.of("placa", "A")));
        }
        JsonPath first = rows(LEADS + "?custom.placa=A&limit=3");
        String cursor = first.getString("next_cursor");
        tenant.unchecked()
                .queryParam("cursor", cursor)
                .get(LEADS + "?custom.placa=A&limit=3")
                .then()
                .statusCode(200)
                .body("data", hasSize(2))
                .body("next_cursor", equalTo(null));
        tenant.unchecked()
                .queryParam("cursor", cursor)
                .get(LEADS + "?custom.placa=B")
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("cursor"));
        tenant.unchecked()
                .get(LEADS + "?custom.placa=A&custom.placa=B")
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("repeated_parameter"));
        tenant.unchecked()
                .get("/api/contracts?custom.placa=A")
                .then()
                .statusCode(400)
                .body("violations.code", hasItem("unknown_parameter"));
    }

    @Test
    void a_filter_reads_the_values_that_fit_and_no_others_of_the_company() {
        JsonPath field = field("leads", "frota", "number", Map.of());
        UUID id = UUID.fromString(field.getString("id"));
        Caller caller = Caller.system(tenant.id(), "test", null);
        tenancy.bookkeeping(
                        caller,
                        connection -> connection
                                .query(
                                        "insert into custom_values (tenant_id, record_id, field_id, place, v_bigint) select '"
                                                + tenant.id() + "', gen_random_uuid(), '" + id
                                                + "', 1, n from generate_series(1, 20000) n")
                                .execute()
                                .chain(() -> connection
                                        .query("select refresh_statistics(array['custom_values'])")
                                        .execute()))
                .await()
                .atMost(SOON);
        tenant.create(LEADS, Map.of("name", "Ana", "custom", Map.of("frota", 7)));
        String sql = "select v.record_id from custom_values v where v.field_id = $1 and v.v_bigint = $2";
        assertThat(Plan.rowsRead(tenancy, caller, "custom_values", sql, Tuple.of(id, 7L)))
                .isEqualTo(2);
        String range =
                "select v.record_id from custom_values v where v.field_id = $1 and v.v_bigint >= $2 and v.v_bigint <= $3";
        assertThat(Plan.rowsRead(tenancy, caller, "custom_values", range, Tuple.of(id, 100L, 120L)))
                .isEqualTo(21);
        String plan = tenancy.sql(
                        caller,
                        connection -> connection
                                .preparedQuery("explain (format text) " + sql)
                                .execute(Tuple.of(id, 7L))
                                .map(rows -> {
                                    StringBuilder lines = new StringBuilder();
                                    rows.forEach(row ->
                                            lines.append(row.getString(0)).append('\n'));
                                    return lines.toString();
                                }))
                .await()
                .atMost(SOON);
        assertThat(plan).contains("custom_values_bigint_idx").contains("Index Cond: ((tenant_id = ");
    }

    @Test
    void a_field_that_is_deleted_takes_no_value_any_more_and_its_version_counts() {
        JsonPath field = field("leads", "placa", "text", Map.of());
        UUID lead = tenant.create(LEADS, Map.of("name", "Ana", "custom", Map.of("placa", "A")));
        tenant.basedOn(1)
                .delete(FIELDS + "/{id}?values=delete", field.getString("id"))
                .then()
                .statusCode(412);
        tenant.basedOn(0)
                .delete(FIELDS + "/{id}?values=delete", field.getString("id"))
                .then()
                .statusCode(204);
        tenant.post(LEADS, Map.of("name", "Bia", "custom", Map.of("placa", "B")))
                .statusCode(400)
                .body("violations[0].code", equalTo("unknown_field"));
        await().atMost(SOON).until(() -> values(lead) == 0);
    }

    /** The contract cannot name these parameters. */
    private JsonPath rows(String path) {
        return tenant.unchecked().get(path).then().statusCode(200).extract().jsonPath();
    }

    private List<String> found(String path, String filter, String value) {
        return tenant.unchecked()
                .queryParam(filter, value)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("data.id");
    }

    private long values(UUID record) {
        return tenancy.query(
                        Caller.system(tenant.id(), "test", null),
                        "select count(*) from custom_values where record_id = $1",
                        Tuple.of(record))
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .atMost(SOON);
    }

    private JsonPath bulk(Map<String, Object> body) {
        return ended(
                tenant.post(LEADS + "/bulk", body).statusCode(202).extract().path("id"));
    }

    private JsonPath ended(String job) {
        return await().atMost(SOON)
                .until(
                        () -> tenant.get("/api/bulk-jobs/{id}", job),
                        read -> read.getString("status").equals("succeeded"));
    }

    private static String plain(String text) {
        return java.text.Normalizer.normalize(text.strip(), java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(java.util.Locale.ROOT);
    }

    private RequestSpecification program(String... scopes) {
        String secret = tenant.post("/api/tenant/api-keys", Map.of("name", "ERP", "scopes", List.of(scopes)))
                .statusCode(201)
                .extract()
                .path("secret");
        return io.restassured.RestAssured.given()
                .contentType("application/json")
                .header("X-API-Key", secret);
    }

    private ValidatableResponse edit(String path, UUID id, int version, Map<String, Object> custom) {
        return tenant.basedOn(version)
                .body(Map.of("custom", custom))
                .patch(path + "/{id}", id)
                .then();
    }

    private JsonPath field(String kind, String key, String type, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.putAll(Map.of("kind", kind, "key", key, "label", key, "type", type));
        return tenant.post(FIELDS, body).statusCode(201).extract().jsonPath();
    }

    private static Map<String, Object> options(String... labels) {
        return Map.of(
                "options",
                java.util.stream.Stream.of(labels)
                        .map(label -> Map.of("label", label))
                        .toList());
    }

    private static String option(JsonPath field, int index) {
        return field.getString("options[" + index + "].id");
    }
}
