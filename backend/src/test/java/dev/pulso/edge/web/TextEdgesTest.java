package dev.pulso.edge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.pulso.kernel.Texts;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people and programs type, at the edge: blanks of every kind, lines, lengths, whole numbers, masks. */
@QuarkusTest
class TextEdgesTest {
    private TestTenant tenant;

    @BeforeEach
    void a_company() {
        tenant = TestTenant.register();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "\u200b", " \ufeff\u2007", "\u3164"})
    void a_name_that_cannot_be_seen_is_none(String nothing) {
        for (String path : List.of("/api/crm/companies", "/api/crm/contacts", "/api/crm/leads")) {
            refused(path, Map.of("name", nothing), "name", "required");
        }
        refused("/api/customers", Map.of("name", nothing, "kind", "company"), "name", "required");
        refused("/api/crm/deals", Map.of("title", nothing, "amount_cents", 1), "title", "required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ana\r\nBcc: x@y.z", "Ana\nB", "Ana\tB", "Ana\u0085B", "Ana\u2028B", "Ana\u001b[31m"})
    void a_name_is_one_line_wherever_it_is_given(String lines) {
        for (String path : List.of("/api/crm/companies", "/api/crm/contacts", "/api/crm/leads", "/api/teams")) {
            refused(path, Map.of("name", lines), "name", "one_line");
        }
        refused("/api/customers", Map.of("name", lines, "kind", "company"), "name", "one_line");
        refused("/api/crm/deals", Map.of("title", lines, "amount_cents", 1), "title", "one_line");
        refused("/api/crm/leads", Map.of("name", "Ana", "source", lines), "source", "one_line");
        refused("/api/crm/leads", Map.of("name", "Ana", "tags", List.of(lines)), "tags", "one_line");
        refused(
                "/api/auth/register",
                Map.of("company_name", lines, "slug", "one-line", "name", "A", "email", "a@b.co", "password", "x"),
                "company_name",
                "one_line");
        tenant.post("/api/customers", Map.of("name", "Ana", "kind", "person", "notes", "uma\nduas"))
                .statusCode(201);
    }

    @Test
    void two_hundred_characters_are_two_hundred_whatever_they_are_made_of() {
        String longest = "🚀".repeat(150) + "語".repeat(49) + "é";
        assertThat(longest.codePointCount(0, longest.length())).isEqualTo(200);
        UUID lead = tenant.create("/api/crm/leads", Map.of("name", longest));
        assertThat(tenant.get("/api/crm/leads/{id}", lead).getString("name")).isEqualTo(longest);
        refused("/api/crm/leads", Map.of("name", longest + "x"), "name", "size");
        refused("/api/crm/leads", Map.of("name", "🚀".repeat(201)), "name", "size");
    }

    @Test
    void a_list_goes_on_behind_the_longest_names() {
        List<String> names = new ArrayList<>();
        for (String unit : List.of("🚀", "語", "\"", "ж", "𝔘")) {
            names.add(unit.repeat(200));
        }
        names.forEach(name -> {
            tenant.create("/api/customers", Map.of("name", name, "kind", "company"));
            tenant.create("/api/crm/leads", Map.of("name", name));
        });
        for (String path : List.of("/api/customers?sort=name", "/api/crm/leads?sort=-name")) {
            List<String> found = new ArrayList<>();
            JsonPath page = tenant.get(path + "&limit=1");
            found.addAll(page.getList("data.name"));
            while (page.getString("next_cursor") != null) {
                page = tenant.get(path + "&limit=1&cursor={cursor}", page.getString("next_cursor"));
                found.addAll(page.getList("data.name"));
            }
            assertThat(found).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @Test
    void a_whole_number_may_be_written_with_its_zeros() {
        for (String whole : List.of("100.0", "1e2", "100.000", "1.0E2")) {
            send("{\"title\": \"Um\", \"amount_cents\": " + whole + "}")
                    .statusCode(201)
                    .body("amount_cents", equalTo(100));
        }
        for (String other : List.of("100.5", "1e-2", "1e400", "9223372036854775808.0", "\"100\"", "true")) {
            send("{\"title\": \"Um\", \"amount_cents\": " + other + "}")
                    .statusCode(400)
                    .body("violations.field", hasItem("amount_cents"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)", "JavaScript://acme.com/%0aalert(1)", "data:text/html,x", "vbscript:x.y",
                "//acme.com", "acme", "https://ana@acme.com", "https://acme .com"
            })
    void a_web_site_is_the_address_of_one(String address) {
        refused("/api/crm/companies", Map.of("name", "Acme", "website", address), "website", "website");
    }

    @Test
    void web_sites_are_taken_as_people_write_them() {
        for (String address : List.of("acme.com.br", "https://acme.com.br/loja?x=1#y", "HTTP://acme.com:8080")) {
            tenant.post("/api/crm/companies", Map.of("name", "Acme", "website", " " + address + "\u00a0"))
                    .statusCode(201)
                    .body("website", equalTo(address));
        }
        refused("/api/crm/companies", Map.of("name", "Acme", "size", "huge"), "size", "pattern");
        tenant.post("/api/crm/companies", Map.of("name", "Acme", "size", "51-200"))
                .statusCode(201);
    }

    @Test
    void what_is_shown_with_a_mask_is_found_with_it() {
        Map<String, Object> company =
                Map.of("name", "Clara\u00a0Reis", "tax_id", "12ABC34501DE35", "phone", "08001234567");
        tenant.create("/api/crm/companies", company);
        tenant.create("/api/crm/companies", Map.of("name", "Outra"));
        tenant.create(
                "/api/customers",
                Map.of("name", "Clara Reis", "kind", "person", "tax_id", "52998224725", "phone", "11987654321"));
        tenant.create("/api/customers", Map.of("name", "Outra", "kind", "person"));
        tenant.create("/api/crm/contacts", Map.of("name", "Clara Reis", "phone", "4133334444"));
        tenant.create("/api/crm/contacts", Map.of("name", "Outra"));
        tenant.create("/api/crm/leads", Map.of("name", "Clara Reis", "phone", "+442079460958"));
        tenant.create("/api/crm/leads", Map.of("name", "Outra"));
        finds("/api/crm/companies", "12.ABC.345/01DE-35", "12.abc.345", "clara\u00a0reis", "reis - clara");
        finds(
                "/api/customers",
                "529.982.247-25",
                "(11) 98765-4321",
                "98765-4321",
                "011 98765-4321",
                "clara\u3000reis\u200b");
        finds("/api/crm/contacts", "(41) 3333-4444", "+55 41 3333 4444", "3333-4444");
        finds("/api/crm/leads", "+44 (0)20 7946-0958", "+44 20 7946 0958", "7946-0958");
        for (String path : List.of("/api/customers", "/api/crm/companies")) {
            assertThat(tenant.get(path + "?q={q}", "529.982.247-26").getList("data"))
                    .isEmpty();
        }
    }

    @Test
    void deals_are_found_by_the_document_of_their_company_too() {
        UUID company = tenant.create("/api/crm/companies", Map.of("name", "Acme", "tax_id", "12ABC34501DE35"));
        tenant.create("/api/crm/deals", Map.of("title", "Um", "amount_cents", 1, "company_id", company));
        tenant.create("/api/crm/deals", Map.of("title", "Outro", "amount_cents", 1));
        assertThat(tenant.get("/api/crm/deals?q={q}", "12.ABC.345/01DE-35").getList("data.title", String.class))
                .containsExactly("Um");
    }

    private void finds(String path, String... queries) {
        for (String query : queries) {
            assertThat(tenant.get(path + "?q={q}", query).getList("data.name", String.class))
                    .as(path + " " + query)
                    .extracting(name -> name.replace('\u00a0', ' '))
                    .containsExactly("Clara Reis");
        }
    }

    private void refused(String path, Map<String, ?> body, String field, String code) {
        JsonPath problem = tenant.unchecked()
                .body(body)
                .post(path)
                .then()
                .statusCode(400)
                .extract()
                .jsonPath();
        assertThat(problem.getList("violations.field", String.class))
                .as(path)
                .anyMatch(named -> named.startsWith(field));
        assertThat(problem.getList("violations.code", String.class)).as(path).contains(code);
        assertThat(Texts.isBlank(problem.getString("violations[0].message"))).isFalse();
    }

    private io.restassured.response.ValidatableResponse send(String json) {
        return tenant.unchecked().body(json).post("/api/crm/deals").then();
    }
}
