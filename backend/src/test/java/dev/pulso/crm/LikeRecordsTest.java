package dev.pulso.crm;

import static dev.pulso.crm.Sales.COMPANIES;
import static dev.pulso.crm.Sales.CONTACTS;
import static dev.pulso.crm.Sales.LEADS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.pulso.testing.Person;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records that may be one are found while they are typed and at night, and people say what they are. */
@QuarkusTest
class LikeRecordsTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String DUPLICATES = "/api/duplicates";

    private Sales sales;
    private TestTenant tenant;

    @BeforeEach
    void tenant() {
        sales = Sales.ofNewTenant();
        tenant = sales.tenant();
    }

    /** Two people as somebody typed them: name, e-mail, phone of each. */
    private record Labelled(boolean same, String[] one, String[] other) {}

    private static Labelled same(String... six) {
        return of(true, six);
    }

    private static Labelled two(String... six) {
        return of(false, six);
    }

    private static Labelled of(boolean same, String... six) {
        return new Labelled(same, new String[] {six[0], six[1], six[2]}, new String[] {six[3], six[4], six[5]});
    }

    private static final List<Labelled> LABELLED = List.of(
            same("Ana Paula Souza", "ana.p@imobabc.com.br", "", "Ana Souza", "ANA.P@imobabc.com.br", ""),
            same("Thays Quirino", "", "(41) 99876-5432", "Tais Quirino", "", "41 9876-5432"),
            same("Wagner Assunção", "wagner@x.com.br", "", "Vagner Assuncao", "wagner@x.com.br", ""),
            same("Maria Aparecida Nunes", "", "(11) 98111-2222", "Ma. Aparecida Nunes", "", "+55 11 98111-2222"),
            same("João Batista Prado", "jb@prado.adv.br", "(19) 3231-4455", "Joao B. Prado", "", "(19) 3231-4455"),
            same("Fco Chaves Lima", "", "(85) 99123-4567", "Francisco Chaves Lima", "", "(85) 99123-4567"),
            same("Giovana Bueno", "gi@bueno.com", "", "GIOVANA BUENO", "", ""),
            same("Luiz Otávio Brandão", "luiz@b.com.br", "", "Luis Otavio Brandao", "luiz@b.com.br", ""),
            same("Helena Xavier", "helena@x.com", "(31) 97777-1111", "Elena Xavier", "", "(31) 97777-1111"),
            same("Philipe Amarante", "", "(48) 99666-5555", "Felipe Amarante", "", "(48) 99666-5555"),
            same("Beatriz de Almeida Nogueira", "", "", "Beatriz Nogueira Almeida", "bia@n.com", ""),
            same("Renato Figueiredo", "renato@f.com.br", "", "Renato", "renato@f.com.br", ""),
            same("Otávio Sá", "otavio@sa.com", "(21) 96666-7777", "O. Sá", "otavio@sa.com", ""),
            same("Cíntia Moraes 👍", "cintia@m.com.br", "", "Cintia Morais", "cintia@m.com.br", ""),
            two("Carlos Menezes", "contato@loja.com.br", "", "Carlos Menezes Filho", "", ""),
            two("José Tavares", "", "", "José Tavares Neto", "", ""),
            two("Ana Lima", "analima@gmail.com", "", "Ana Lins", "ana@gmail.com", ""),
            two("Paulo Sérgio Dias", "", "(51) 98888-0000", "Paula Sergia Dias", "", "(51) 98888-0001"),
            two("Marina Rocha", "marina@a.com", "", "Marina", "marina@b.com", ""),
            two("Eduardo Paes Leme", "", "(11) 3333-1000", "Fernanda Couto", "", "(11) 3333-1001"),
            two("Ricardo Alves", "ricardo@uol.com.br", "", "Rita Alvarenga", "rita@uol.com.br", ""),
            two("Sílvia Braga", "", "", "Sílvio Braga", "", ""));

    @Test
    void of_labelled_pairs_nine_of_ten_are_found_and_nine_of_ten_that_are_found_are_right() {
        // A name that many have proves nothing.
        for (int i = 0; i < 6; i++) {
            sales.aLead(Map.of("name", "João da Silva", "email", "joao" + i + "@empresa" + i + ".com.br"));
        }
        Map<String, Boolean> truth = new HashMap<>();
        for (Labelled pair : LABELLED) {
            truth.put(key(lead(pair.one()), lead(pair.other())), pair.same());
        }
        runJob();
        JsonPath found = tenant.get(DUPLICATES + "?kind=lead&limit=200");
        List<Map<String, Object>> pairs = found.getList("data");
        Set<String> told = pairs.stream().map(LikeRecordsTest::key).collect(Collectors.toSet());
        long right = told.stream().filter(key -> truth.getOrDefault(key, false)).count();
        long all = truth.values().stream().filter(same -> same).count();
        List<String> missed = truth.entrySet().stream()
                .filter(one -> one.getValue() && !told.contains(one.getKey()))
                .map(Map.Entry::getKey)
                .toList();
        assertThat((double) right / told.size()).as("precision, of %s", pairs).isGreaterThanOrEqualTo(0.9);
        assertThat((double) right / all).as("recall, without %s", missed).isGreaterThanOrEqualTo(0.9);
        assertThat(pairs.stream()
                        .filter(pair -> (boolean) pair.get("certain"))
                        .allMatch(pair -> truth.getOrDefault(key(pair), false)))
                .as("what is certain is right: %s", pairs)
                .isTrue();
    }

    @Test
    void who_is_known_is_told_while_it_is_typed_among_leads_contacts_and_customers() {
        UUID contact = tenant.create(
                CONTACTS, Map.of("name", "Ana Souza", "email", "ana@imobabc.com.br", "position", "Diretora"));
        UUID customer = tenant.create(
                "/api/customers", Map.of("name", "Ana Souza", "kind", "person", "phone", "(41) 99876-5432"));
        similar(Map.of("kind", "lead", "name", "Ana Sousa", "email", "ANA@imobabc.com.br", "phone", "41 9876 5432"))
                .statusCode(200)
                .body("data.id", equalTo(List.of(contact.toString(), customer.toString())))
                .body("data[0].kind", equalTo("contact"))
                .body("data[0].certain", equalTo(true))
                .body("data[0].detail", equalTo("Diretora"))
                .body("data[1].reasons", equalTo(List.of("mobile", "similar_name")));
        similar(Map.of("kind", "lead", "phone", "41 9876")).body("data", equalTo(List.of()));
        similar(Map.of("kind", "contact", "email", "ana@imobabc.com.br", "except_id", contact))
                .body("data", equalTo(List.of()));
    }

    @Test
    void a_company_is_known_by_document_domain_and_name_without_what_all_are_called() {
        UUID abc = tenant.create(
                COMPANIES,
                Map.of("name", "Imobiliária ABC Ltda.", "tax_id", "11.222.333/0001-81", "domain", "imobabc.com.br"));
        for (Map<String, Object> typed : List.<Map<String, Object>>of(
                Map.of("kind", "company", "tax_id", "11222333000181"),
                Map.of("kind", "company", "name", "IMOBILIARIA ABC S.A."),
                Map.of(
                        "kind",
                        "company",
                        "name",
                        "ABC Imóveis",
                        "website",
                        "https://www.imobabc.com.br/contato",
                        "phone",
                        ""))) {
            List<String> ids = similar(typed).statusCode(200).extract().path("data.id");
            if (typed.containsKey("website")) {
                // The same domain alone is not worth a look: so have branches and agencies.
                assertThat(ids).isEmpty();
            } else {
                assertThat(ids).containsExactly(abc.toString());
            }
        }
    }

    @Test
    void two_people_with_different_documents_are_two_whatever_they_share() {
        tenant.create(
                "/api/customers",
                Map.of("name", "Ana Souza", "kind", "person", "tax_id", "529.982.247-25", "email", "casal@x.com"));
        similar(Map.of("kind", "customer", "name", "Ana Souza", "tax_id", "111.444.777-35", "email", "casal@x.com"))
                .body("data", equalTo(List.of()));
    }

    @Test
    void keys_follow_every_change_of_a_record() {
        UUID lead = sales.aLead(Map.of("name", "Ana Souza", "email", "a@x.com"));
        sales.patch(LEADS, lead, Map.of("email", "b@x.com"), 0).statusCode(200);
        assertThat(keys(lead)).contains("e:b@x.com").doesNotContain("e:a@x.com");
        tenant.api().delete(LEADS + "/{id}", lead).then().statusCode(204);
        assertThat(keys(lead)).isEmpty();
    }

    @Test
    void what_somebody_said_to_be_two_is_not_offered_again_until_it_is_taken_back() {
        UUID one = sales.aLead(Map.of("name", "Ana Souza", "email", "vendas@x.com.br"));
        UUID other = sales.aLead(Map.of("name", "Ana Souza", "email", "vendas@x.com.br"));
        runJob();
        assertThat(tenant.get(DUPLICATES + "?kind=lead").getList("data")).hasSize(1);
        Map<String, Object> pair = Map.of("kind", "lead", "first_id", other, "second_id", one);
        for (int twice = 0; twice < 2; twice++) {
            tenant.post(DUPLICATES + "/dismiss", pair).statusCode(200);
            runJob();
            assertThat(tenant.get(DUPLICATES + "?kind=lead").getList("data")).isEmpty();
        }
        assertThat(tenant.get(DUPLICATES + "?kind=lead&dismissed=true").getList("data"))
                .hasSize(1);
        tenant.post(DUPLICATES + "/restore", pair).statusCode(200);
        assertThat(tenant.get(DUPLICATES + "?kind=lead").getList("data")).hasSize(1);
        sales.patch(LEADS, one, Map.of("email", "outra@x.com.br", "name", "Bia Prado"), 0)
                .statusCode(200);
        runJob();
        assertThat(tenant.get(DUPLICATES + "?kind=lead").getList("data")).isEmpty();
        tenant.post(DUPLICATES + "/dismiss", Map.of("kind", "lead", "first_id", one, "second_id", one))
                .statusCode(400);
        tenant.post(DUPLICATES + "/dismiss", Map.of("kind", "lead", "first_id", one, "second_id", UUID.randomUUID()))
                .statusCode(400)
                .body("violations[0].field", equalTo("second_id"));
    }

    @Test
    void nobody_hears_of_records_that_it_does_not_see() {
        sales.aLead(Map.of("name", "Ana Souza", "email", "ana@x.com.br"));
        sales.aLead(Map.of("name", "Ana Souza", "email", "ana@x.com.br"));
        runJob();
        UUID role = tenant.create(
                "/api/roles",
                Map.of(
                        "name", "Próprios",
                        "permissions", List.of("crm.leads:read", "crm.leads:write"),
                        "record_scopes", Map.of("leads", "own")));
        Person own = Person.join(tenant, role.toString(), Map.of("name", "Rui"));
        own.api()
                .body(Map.of("kind", "lead", "email", "ana@x.com.br"))
                .post(DUPLICATES + "/similar")
                .then()
                .statusCode(200)
                .body("data", equalTo(List.of()));
        own.api().get(DUPLICATES + "?kind=lead").then().statusCode(200).body("data", equalTo(List.of()));
        own.api().get(DUPLICATES + "?kind=company").then().statusCode(403);
        TestTenant.register()
                .api()
                .body(Map.of("kind", "lead", "email", "ana@x.com.br"))
                .post(DUPLICATES + "/similar")
                .then()
                .body("data", equalTo(List.of()));
    }

    @Test
    void what_more_than_two_hundred_share_is_passed_over() {
        sales.sql(
                "insert into leads (tenant_id, id, name, phone) select $1, gen_random_uuid(), 'Lead ' || chr(97 + n % 26) || ' ' || md5(n::text),"
                        + " '+5541998765432' from generate_series(1, 201) n",
                Tuple.of(tenant.id()));
        JsonPath run = runJob();
        assertThat(run.getInt("counts.blocks_skipped")).isPositive();
        assertThat(tenant.get(DUPLICATES + "?kind=lead").getList("data")).isEmpty();
    }

    private UUID lead(String... nameEmailPhone) {
        Map<String, Object> body = new HashMap<>();
        List<String> fields = List.of("name", "email", "phone");
        for (int i = 0; i < fields.size(); i++) {
            if (!nameEmailPhone[i].isEmpty()) {
                body.put(fields.get(i), nameEmailPhone[i]);
            }
        }
        return sales.aLead(body);
    }

    private static String key(UUID one, UUID other) {
        return new java.util.TreeSet<>(List.of(one.toString(), other.toString())).toString();
    }

    @SuppressWarnings("unchecked")
    private static String key(Map<String, Object> pair) {
        return key(
                UUID.fromString((String) ((Map<String, Object>) pair.get("first")).get("id")),
                UUID.fromString((String) ((Map<String, Object>) pair.get("second")).get("id")));
    }

    private List<String> keys(UUID record) {
        List<String> keys = new ArrayList<>();
        sales.sql("select key from duplicate_keys where record_id = $1", Tuple.of(record))
                .forEach(row -> keys.add(row.getString("key")));
        return keys;
    }

    private ValidatableResponse similar(Map<String, Object> typed) {
        return tenant.post(DUPLICATES + "/similar", typed);
    }

    private JsonPath runJob() {
        String run = tenant.post("/api/jobs/duplicates/runs", Map.of())
                .statusCode(202)
                .extract()
                .path("id");
        await().atMost(SOON)
                .until(() -> tenant.get("/api/jobs/runs/{id}", run)
                        .getString("status")
                        .equals("succeeded"));
        return tenant.get("/api/jobs/runs/{id}", run);
    }
}
