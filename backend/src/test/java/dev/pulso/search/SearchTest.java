package dev.pulso.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.pulso.store.jobs.Job;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.Person;
import dev.pulso.testing.TestTenant;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Anything is found by a few words, by whoever may read it. */
@QuarkusTest
class SearchTest {
    @Inject
    Tenancy tenancy;

    @Inject
    @All
    List<Job> jobs;

    private TestTenant tenant;

    @BeforeEach
    void tenant() {
        tenant = TestTenant.register();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "João",
                "joao",
                "JOÃO",
                "jo",
                "sil joã",
                "  Silva\u00a0\u200bJoão ",
                "Joa\u0303o",
                "strasse",
                "Straße",
                "maria.joao@acme.com.br",
                "maria.joao",
                "maria.jo",
                "acme.com.br",
                "ACME.com",
                "+55 11 98888-7777",
                "(11) 98888-7777",
                "11988887777",
                "98888-7777",
                "8888-7777",
                "7777",
                "529.982.247-25",
                "52998224725",
                "529.982",
                "9822-4725",
                "4725",
                "joão silva 4725"
            })
    void a_customer_is_found_by(String words) {
        UUID customer = tenant.create(
                "/api/customers",
                Map.of(
                        "name", "João da Silva Straße",
                        "kind", "person",
                        "email", "maria.joao@acme.com.br",
                        "phone", "+55 11 98888-7777",
                        "tax_id", "529.982.247-25"));
        tenant.create("/api/customers", Map.of("name", "Outra pessoa", "kind", "person"));
        assertThat(ids(tenant.get("/api/search?q={q}", words), "customer"))
                .as(words)
                .containsExactly(customer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ilva",
                "joão souza",
                "98888-0000",
                "oão",
                "acme.org",
                "%",
                "_",
                "\\",
                "'",
                "joao' or 1=1",
                "-",
                "12345678901234567890"
            })
    void nobody_is_found_by(String words) {
        tenant.create(
                "/api/customers",
                Map.of("name", "João da Silva", "kind", "person", "email", "joao@acme.com.br", "phone", "11988887777"));
        assertThat(tenant.get("/api/search?q={q}", words).getList("data")).isEmpty();
    }

    @Test
    void nothing_is_found_without_words() {
        tenant.create("/api/customers", Map.of("name", "João", "kind", "person"));
        assertThat(tenant.get("/api/search").getList("data")).isEmpty();
        assertThat(tenant.get("/api/search?q={q}", " \u200b\u00a0").getList("data"))
                .isEmpty();
    }

    @Test
    void names_of_emoji_html_and_other_writings_are_found_by_what_they_say() {
        UUID emoji = tenant.create("/api/crm/leads", Map.of("name", "🎉".repeat(200)));
        UUID html = tenant.create("/api/crm/leads", Map.of("name", "<b onclick=\"x()\">Padaria</b>"));
        UUID chinese = tenant.create("/api/crm/leads", Map.of("name", "北京 公司"));
        UUID greek = tenant.create("/api/crm/leads", Map.of("name", "Ελλάδα"));
        assertThat(ids(tenant.get("/api/search?q={q}", "🎉🎉"), "lead")).containsExactly(emoji);
        assertThat(ids(tenant.get("/api/search?q={q}", "🎉".repeat(200).substring(0, 200)), "lead"))
                .containsExactly(emoji);
        assertThat(ids(tenant.get("/api/search?q={q}", "padaria onclick"), "lead"))
                .containsExactly(html);
        assertThat(tenant.get("/api/search?q={q}", "padaria").getString("data[0].data[0].title"))
                .isEqualTo("<b onclick=\"x()\">Padaria</b>");
        assertThat(ids(tenant.get("/api/search?q={q}", "北"), "lead")).containsExactly(chinese);
        assertThat(ids(tenant.get("/api/search?q={q}", "ΕΛΛΑ"), "lead")).containsExactly(greek);
    }

    @Test
    void each_kind_is_found_by_what_it_says_and_tells_where() {
        UUID company = tenant.create(
                "/api/crm/companies",
                Map.of("name", "Padaria Estrela", "tax_id", "11.222.333/0001-81", "domain", "estrela.com.br"));
        UUID contact = tenant.create("/api/crm/contacts", Map.of("name", "Helena Estrela", "email", "helena@x.com"));
        UUID lead = tenant.create("/api/crm/leads", Map.of("name", "Rui", "company_name", "Estrela do Sul"));
        UUID deal = tenant.create(
                "/api/crm/deals", Map.of("title", "Site novo", "company_id", company, "amount_cents", 189000));
        UUID activity = tenant.create("/api/crm/activities", Map.of("type", "task", "subject", "Ligar para a Estrela"));
        UUID customer = tenant.create("/api/customers", Map.of("name", "Estrela Ltda", "kind", "company"));
        UUID contract = tenant.create(
                "/api/contracts",
                Map.of(
                        "customer_id", customer,
                        "service_type", "hospedagem_site",
                        "title", "Hospedagem",
                        "billing_cycle", "monthly",
                        "amount_cents", 5000,
                        "start_on", "2026-01-31",
                        "reference_type", "pedido",
                        "reference_id", "PED-2026/118"));
        UUID invoice = invoice(customer);
        tenant.post(
                        "/api/invoices/" + invoice + "/payments",
                        Map.of("amount_cents", 300, "method", "pix", "reference", "E1234567820261130ABCDEF"))
                .statusCode(201);
        JsonPath found = tenant.get("/api/search?q=estrela");
        assertThat(ids(found, "company")).containsExactly(company);
        assertThat(ids(found, "contact")).containsExactly(contact);
        assertThat(ids(found, "lead")).containsExactly(lead);
        assertThat(ids(found, "deal")).containsExactly(deal);
        assertThat(ids(found, "activity")).containsExactly(activity);
        assertThat(ids(found, "customer")).containsExactly(customer);
        assertThat(ids(found, "contract")).containsExactly(contract);
        assertThat(ids(found, "invoice")).containsExactly(invoice);
        // A deal is shown in its pipeline, and was found by its company.
        String hit = "data.find { it.kind == 'deal' }.data[0]";
        assertThat(found.getString(hit + ".title")).isEqualTo("Site novo");
        assertThat(found.getString(hit + ".detail")).isEqualTo("Padaria Estrela");
        assertThat(found.getInt(hit + ".amount_cents")).isEqualTo(189000);
        assertThat(found.getString(hit + ".status")).isEqualTo("open");
        assertThat(found.getString(hit + ".parent_id"))
                .isEqualTo(tenant.get("/api/crm/deals/" + deal).getString("pipeline_id"));
        assertThat(found.getList(hit + ".matched", Map.class))
                .containsExactly(Map.of("field", "company", "text", "Padaria Estrela"));
        assertThat(ids(tenant.get("/api/search?q={q}", "11.222.333/0001-81"), "company"))
                .containsExactly(company);
        assertThat(ids(tenant.get("/api/search?q=11222333"), "company")).containsExactly(company);
        assertThat(ids(tenant.get("/api/search?q={q}", "PED-2026/118"), "contract"))
                .containsExactly(contract);
        assertThat(ids(tenant.get("/api/search?q={q}", "ped 118"), "contract")).containsExactly(contract);
        for (String number : List.of("1", "000001", "#000001", "0000")) {
            assertThat(ids(tenant.get("/api/search?q={q}", number), "invoice"))
                    .as(number)
                    .containsExactly(invoice);
        }
        JsonPath paid = tenant.get("/api/search?q=E12345678&kind=payment,invoice");
        assertThat(paid.getList("data.kind")).containsExactly("payment");
        assertThat(paid.getString("data[0].data[0].parent_id")).isEqualTo(invoice.toString());
        assertThat(paid.getString("data[0].data[0].title")).isEqualTo("E1234567820261130ABCDEF");
    }

    @Test
    void an_invoice_is_found_by_what_stands_on_the_statement_of_the_bank() {
        tenant.basedOn(tenant.get("/api/tenant").getInt("version"))
                .body(Map.of("pix_key", "maria@acme.com", "pix_merchant_name", "Acme", "pix_city", "Recife"))
                .patch("/api/tenant")
                .then()
                .statusCode(200);
        UUID customer = tenant.create("/api/customers", Map.of("name", "Ana", "kind", "person"));
        UUID invoice = invoice(customer);
        String txid = tenant.get("/api/invoices/" + invoice + "/pix").getString("txid");
        assertThat(ids(tenant.get("/api/search?q=" + txid), "invoice")).containsExactly(invoice);
    }

    @Test
    void a_record_is_found_by_what_it_says_now() {
        UUID company = tenant.create("/api/crm/companies", Map.of("name", "Velha"));
        UUID deal = tenant.create("/api/crm/deals", Map.of("title", "Site", "company_id", company));
        UUID customer = tenant.create("/api/customers", Map.of("name", "Antiga", "kind", "company"));
        UUID contract = tenant.create(
                "/api/contracts",
                Map.of(
                        "customer_id", customer,
                        "service_type", "hospedagem_site",
                        "title", "Hospedagem",
                        "billing_cycle", "monthly",
                        "amount_cents", 5000,
                        "start_on", "2026-01-31"));
        patch("/api/crm/companies/" + company, Map.of("name", "Nova Velha Era"));
        patch("/api/crm/companies/" + company, Map.of("name", "Nova Era"));
        patch("/api/customers/" + customer, Map.of("name", "Recente"));
        assertThat(tenant.get("/api/search?q=velha").getList("data")).isEmpty();
        assertThat(tenant.get("/api/search?q=antiga").getList("data")).isEmpty();
        assertThat(ids(tenant.get("/api/search?q={q}", "nova era"), "company")).containsExactly(company);
        assertThat(ids(tenant.get("/api/search?q={q}", "nova era"), "deal")).containsExactly(deal);
        assertThat(ids(tenant.get("/api/search?q={q}", "hosp recente"), "contract"))
                .containsExactly(contract);
        UUID lead = tenant.create("/api/crm/leads", Map.of("name", "Passageiro"));
        tenant.basedOn(0).delete("/api/crm/leads/" + lead).then().statusCode(204);
        assertThat(tenant.get("/api/search?q=passageiro").getList("data")).isEmpty();
        assertThat(words("lead")).isEmpty();
    }

    @Test
    void of_a_person_that_was_erased_no_word_is_kept() {
        UUID contact = tenant.create(
                "/api/crm/contacts",
                Map.of("name", "Helena Prado", "email", "helena@acme.com", "phone", "11988887777"));
        tenant.create(
                "/api/crm/activities", Map.of("type", "task", "subject", "Ligar para Helena", "contact_id", contact));
        assertThat(words("contact")).contains("helena", "prado", "helena@acme.com", "acme.com", "7777");
        tenant.post("/api/privacy/erasures", Map.of("kind", "contacts", "id", contact, "reason", "A pessoa pediu."))
                .statusCode(org.hamcrest.Matchers.lessThan(300));
        assertThat(words("contact")).isEmpty();
        assertThat(words("activity")).isEmpty();
    }

    @Test
    void what_is_exactly_so_comes_before_what_begins_so_and_the_newest_before_older_ones() {
        UUID begun = tenant.create("/api/crm/leads", Map.of("name", "Anabela"));
        UUID old = tenant.create("/api/crm/leads", Map.of("name", "Ana Um"));
        UUID recent = tenant.create("/api/crm/leads", Map.of("name", "Ana Dois"));
        UUID mentioned = tenant.create("/api/crm/leads", Map.of("name", "Rui", "company_name", "Ana"));
        UUID newest = tenant.create("/api/crm/leads", Map.of("name", "Anacleto"));
        assertThat(ids(tenant.get("/api/search?q=ana"), "lead")).containsExactly(recent, old, mentioned, newest, begun);
        // A group goes on where it has ended.
        List<UUID> all = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page =
                    tenant.get("/api/search?q=ana&kind=lead&limit=2" + (cursor == null ? "" : "&cursor=" + cursor));
            all.addAll(ids(page, "lead"));
            cursor = page.getString("data[0].next_cursor");
        } while (cursor != null);
        assertThat(all).containsExactly(recent, old, mentioned, newest, begun);
        String first = tenant.get("/api/search?q=ana&kind=lead&limit=2").getString("data[0].next_cursor");
        for (String other : List.of("q=an&kind=lead", "q=ana", "q=ana&kind=lead,deal", "q=ana&kind=deal")) {
            tenant.unchecked()
                    .queryParam("cursor", first)
                    .get("/api/search?" + other)
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("cursor"));
        }
        // The kind with the best hit comes first.
        UUID deal = tenant.create("/api/crm/deals", Map.of("title", "Anacleto"));
        JsonPath groups = tenant.get("/api/search?q=anacleto");
        assertThat(groups.getList("data.kind")).containsExactly("deal", "lead");
        assertThat(ids(groups, "deal")).containsExactly(deal);
        assertThat(tenant.get("/api/search?q={q}", "rui").getList("data.kind")).containsExactly("lead");
    }

    @Test
    void kinds_that_one_may_not_read_do_not_exist_and_words_of_them_find_nothing() {
        UUID company = tenant.create("/api/crm/companies", Map.of("name", "Estrela"));
        UUID deal = tenant.create("/api/crm/deals", Map.of("title", "Site", "company_id", company));
        UUID role = tenant.create("/api/roles", Map.of("name", "Vendas", "permissions", List.of("crm.deals:read")));
        Person rui = Person.join(tenant, role.toString());
        assertThat(rui.api().get("/api/search?q=estrela").jsonPath().getList("data"))
                .isEmpty();
        JsonPath found = rui.api().get("/api/search?q=site").jsonPath();
        assertThat(ids(found, "deal")).containsExactly(deal);
        assertThat(found.getString("data[0].data[0].detail")).isNull();
        assertThat(rui.api()
                        .get("/api/search?q=estrela&kind=company")
                        .jsonPath()
                        .getList("data"))
                .isEmpty();
        TestTenant other = TestTenant.register();
        assertThat(other.get("/api/search?q=estrela").getList("data")).isEmpty();
    }

    @Test
    void what_may_be_read_is_found_behind_any_number_of_what_may_not() {
        UUID company = tenant.create("/api/crm/companies", Map.of("name", "Estrela"));
        // Found by the name of a company, which counts more than a longer word of the title.
        for (int i = 0; i < 12; i++) {
            tenant.create("/api/crm/deals", Map.of("title", "Site " + i, "company_id", company));
        }
        UUID seen = tenant.create("/api/crm/deals", Map.of("title", "Estrelas"));
        UUID role = tenant.create("/api/roles", Map.of("name", "Vendas", "permissions", List.of("crm.deals:read")));
        Person rui = Person.join(tenant, role.toString());
        JsonPath found = rui.api().get("/api/search?q=estrela&limit=5").jsonPath();
        assertThat(ids(found, "deal")).containsExactly(seen);
        assertThat(found.getString("data[0].next_cursor")).isNull();
    }

    @Test
    void what_is_out_of_reach_is_not_found_whoever_wrote_it() {
        UUID role = tenant.create(
                "/api/roles",
                Map.of(
                        "name", "Próprios",
                        "permissions",
                                List.of(
                                        "crm.deals:read",
                                        "crm.leads:read",
                                        "crm.activities:read",
                                        "crm.companies:read",
                                        "crm.companies:write"),
                        "record_scopes", Map.of("deals", "own", "leads", "own")));
        Person rui = Person.join(tenant, role.toString());
        UUID company = tenant.create("/api/crm/companies", Map.of("name", "Velha"));
        UUID theirs = tenant.create(
                "/api/crm/deals", Map.of("title", "Site estrela", "owner_id", tenant.adminId(), "company_id", company));
        UUID own = tenant.create("/api/crm/deals", Map.of("title", "Loja estrela", "owner_id", rui.id()));
        tenant.create("/api/crm/activities", Map.of("type", "task", "subject", "Ligar estrela", "deal_id", theirs));
        JsonPath found = rui.api().get("/api/search?q=estrela").jsonPath();
        assertThat(found.getList("data.kind")).containsExactly("deal");
        assertThat(ids(found, "deal")).containsExactly(own);
        // Who renames a company does so for deals that he does not see as well.
        rui.api()
                .header("If-Match", "\"0\"")
                .body(Map.of("name", "Nova"))
                .patch("/api/crm/companies/" + company)
                .then()
                .statusCode(200);
        assertThat(ids(tenant.get("/api/search?q={q}", "site nova"), "deal")).containsExactly(theirs);
    }

    @Test
    void the_nightly_comparison_mends_what_is_missing_and_what_is_too_much() {
        UUID lead = tenant.create("/api/crm/leads", Map.of("name", "Helena Prado"));
        Caller system = Caller.system(tenant.id(), "test", null);
        run(system, "delete from search_words where word = 'helena'");
        run(
                system,
                "insert into search_words select tenant_id, kind, 'fantasma', record_id, 1 from search_words where word = 'prado'");
        run(
                system,
                "insert into search_words values ('" + tenant.id() + "', 'lead', 'nada', '" + UUID.randomUUID()
                        + "', 1)");
        run(system, "update search_words set weight = 1 where word = 'prado'");
        assertThat(tenant.get("/api/search?q=fantasma").getList("data")).isEmpty();
        Job upkeep = jobs.stream()
                .filter(job -> job.name().equals("search-words"))
                .findFirst()
                .orElseThrow();
        LocalDate today = LocalDate.now(java.time.ZoneOffset.UTC);
        assertThat(await(upkeep.run(system, today, counts -> Uni.createFrom().voidItem())))
                .containsEntry("words_added", 2L)
                .containsEntry("words_removed", 2L);
        assertThat(ids(tenant.get("/api/search?q=helena"), "lead")).containsExactly(lead);
        assertThat(await(upkeep.run(system, today, counts -> Uni.createFrom().voidItem())))
                .containsEntry("words_added", 0L)
                .containsEntry("words_removed", 0L);
    }

    private UUID invoice(UUID customer) {
        UUID invoice = tenant.create(
                "/api/invoices",
                Map.of(
                        "customer_id",
                        customer,
                        "items",
                        List.of(Map.of("description", "Logotipo", "kind", "service", "unit_price", "800.00"))));
        tenant.step("/api/invoices/" + invoice + "/issue").statusCode(200);
        return invoice;
    }

    private void patch(String path, Map<String, ?> body) {
        tenant.basedOn(tenant.get(path).getInt("version"))
                .body(body)
                .patch(path)
                .then()
                .statusCode(200);
    }

    private static List<UUID> ids(JsonPath found, String kind) {
        List<String> ids = found.getList("data.findAll { it.kind == '" + kind + "' }.data.flatten().id");
        return ids.stream().map(UUID::fromString).toList();
    }

    private List<String> words(String kind) {
        return await(tenancy.query(
                        Caller.system(tenant.id(), "test", null),
                        "select word from search_words where kind = '" + kind + "' order by word",
                        io.vertx.mutiny.sqlclient.Tuple.tuple())
                .map(rows -> {
                    List<String> words = new ArrayList<>();
                    rows.forEach(row -> words.add(row.getString("word")));
                    return words;
                }));
    }

    private void run(Caller caller, String sql) {
        await(tenancy.bookkeeping(caller, connection -> connection.query(sql).execute()));
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(30));
    }
}
