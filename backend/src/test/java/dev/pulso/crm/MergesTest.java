package dev.pulso.crm;

import static dev.pulso.crm.Sales.COMPANIES;
import static dev.pulso.crm.Sales.CONTACTS;
import static dev.pulso.crm.Sales.DEALS;
import static dev.pulso.crm.Sales.LEADS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.pulso.store.merge.MergedReferences.Reference;
import dev.pulso.store.merge.Merges;
import dev.pulso.testing.TestTenant;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two records become one, with everything that belonged to either, and two again. */
@QuarkusTest
class MergesTest {
    private static final String ACTIVITIES = "/api/crm/activities";

    @Inject
    Merges merges;

    @Inject
    @DataSource("owner")
    AgroalDataSource owner;

    private Sales sales;
    private TestTenant tenant;

    @BeforeEach
    void tenant() {
        sales = Sales.ofNewTenant();
        tenant = sales.tenant();
    }

    @Test
    void every_column_that_refers_to_what_may_be_merged_is_moved_or_goes() throws SQLException {
        Set<String> keys = new TreeSet<>();
        try (Connection connection = owner.getConnection();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("""
                        select c.confrelid::regclass::text || ' < ' || c.conrelid::regclass::text || '.' || a.attname
                        from pg_constraint c cross join unnest(c.conkey) k (attnum)
                        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.attnum
                        where c.contype = 'f' and a.attname <> 'tenant_id' and c.confrelid::regclass::text = any(array['%s'])""".formatted(String.join("','", merges.tables())))) {
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
        }
        Set<String> known = merges.references().stream()
                .map(one -> one.to() + " < " + one.table() + "." + one.column())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(keys).isNotEmpty();
        assertThat(known)
                .as("each has a line in the MergedReferences of its module")
                .isEqualTo(keys);
        assertThat(merges.references().stream().filter(Reference::goes).map(Reference::table))
                .containsExactly("lead_score_sheets");
    }

    @Test
    void the_lead_that_is_kept_has_what_both_had_and_the_other_is_found_by_it() {
        UUID ana = sales.aLead(Map.of(
                "name", "Ana Souza",
                "email", "ana@x.com.br",
                "tags", List.of("site"),
                "notes", "Ligou.",
                "bant_need", "vendas"));
        UUID other = sales.aLead(Map.of(
                "name", "Ana S.",
                "email", "ana.souza@gmail.com",
                "phone", "(41) 99876-5432",
                "source", "whatsapp",
                "tags", List.of("vip"),
                "notes", "Escreveu.",
                "external_id", "77",
                "bant_budget", "Acima de R$ 10.000/mês"));
        UUID call = tenant.create(ACTIVITIES, Map.of("type", "call", "subject", "Falar", "lead_id", other));
        tenant.post(LEADS + "/" + other + "/signals", Map.of("type", "email_open", "external_id", "a"))
                .statusCode(201);
        UUID merge =
                id(merge(LEADS, ana, other, List.of("name")).statusCode(201).body("loser_name", equalTo("Ana S.")));
        JsonPath kept = sales.read(LEADS, ana);
        assertThat(kept.getString("name")).isEqualTo("Ana S.");
        assertThat(kept.getString("email")).isEqualTo("ana@x.com.br");
        assertThat(kept.getString("phone")).isEqualTo("+5541998765432");
        assertThat(kept.getString("source")).isEqualTo("whatsapp");
        assertThat(kept.getString("external_id")).isEqualTo("77");
        assertThat(kept.getList("tags")).containsExactly("site", "vip");
        // The address that was not kept is not lost.
        assertThat(kept.getString("notes")).isEqualTo("Ligou.\n\nEscreveu.\n\nana.souza@gmail.com");
        // 50 and 10 of 130.
        assertThat(kept.getInt("score")).isEqualTo(46);
        assertThat(sales.read(ACTIVITIES, call).getUUID("lead_id")).isEqualTo(ana);
        assertThat(sales.read(LEADS, other).getUUID("id")).isEqualTo(ana);
        assertThat(tenant.get(LEADS + "?tag=vip").getList("data.id")).containsExactly(ana.toString());
        assertThat(tenant.get(LEADS).getList("data")).hasSize(1);
        assertThat(tenant.get("/api/merges?kind=lead").getList("data.id")).containsExactly(merge.toString());
    }

    @Test
    void a_merge_is_undone_but_for_what_came_later() {
        UUID ana = sales.aLead(Map.of("name", "Ana Souza", "email", "ana@x.com.br"));
        UUID other = sales.aLead(
                Map.of("name", "Ana S.", "phone", "(41) 99876-5432", "source", "site", "tags", List.of("vip")));
        UUID before = tenant.create(ACTIVITIES, Map.of("type", "task", "subject", "Antes", "lead_id", other));
        JsonPath was = sales.read(LEADS, other);
        UUID merge = id(merge(LEADS, ana, other, List.of()).statusCode(201));
        UUID later = tenant.create(ACTIVITIES, Map.of("type", "task", "subject", "Depois", "lead_id", ana));
        sales.patch(
                        LEADS,
                        ana,
                        Map.of("source", "feira"),
                        sales.read(LEADS, ana).getInt("version"))
                .statusCode(200);
        for (int twice = 0; twice < 2; twice++) {
            undo(merge).statusCode(200);
        }
        JsonPath back = sales.read(LEADS, other);
        assertThat(back.getUUID("id")).isEqualTo(other);
        for (String field : List.of("name", "phone", "source", "tags", "created_at", "stage")) {
            assertThat(back.<Object>get(field)).as(field).isEqualTo(was.get(field));
        }
        assertThat(back.getInt("version")).isGreaterThan(was.getInt("version"));
        JsonPath kept = sales.read(LEADS, ana);
        assertThat(kept.getString("phone")).isNull();
        assertThat(kept.getList("tags")).isEmpty();
        assertThat(kept.getString("source")).isEqualTo("feira");
        assertThat(sales.read(ACTIVITIES, before).getUUID("lead_id")).isEqualTo(other);
        assertThat(sales.read(ACTIVITIES, later).getUUID("lead_id")).isEqualTo(ana);
        assertThat(tenant.get(LEADS + "?tag=vip").getList("data.id")).containsExactly(other.toString());
    }

    @Test
    void what_both_had_one_of_comes_back_to_either() {
        UUID ana = sales.aLead(Map.of("name", "Ana Souza"));
        UUID other = sales.aLead(Map.of("name", "Ana S."));
        override(ana, 40);
        override(other, 10);
        UUID merge = id(merge(LEADS, ana, other, List.of()).statusCode(201));
        undo(merge).statusCode(200);
        assertThat(points(ana)).isEqualTo(40);
        assertThat(points(other)).isEqualTo(10);
    }

    @Test
    void what_the_other_one_belonged_to_may_be_gone_or_another_by_the_time_it_is_undone() {
        UUID abc = sales.aCompany("ABC");
        UUID sold = sales.aCompany("ABC Antiga");
        UUID gone = sales.aCompany("Fechada");
        UUID ana = sales.aContact("Ana");
        UUID bia = tenant.create(CONTACTS, Map.of("name", "Ana S.", "company_id", sold));
        UUID cris = tenant.create(CONTACTS, Map.of("name", "Ana C.", "company_id", gone));
        UUID first = id(merge(CONTACTS, ana, bia, List.of()).statusCode(201));
        UUID second = id(merge(CONTACTS, ana, cris, List.of()).statusCode(201));
        merge(COMPANIES, abc, sold, List.of()).statusCode(201);
        sales.sql("update contacts set company_id = null where company_id = $1", Tuple.of(gone));
        sales.sql("delete from companies where id = $1", Tuple.of(gone));
        undo(second).statusCode(200);
        undo(first).statusCode(200);
        assertThat(sales.read(CONTACTS, bia).getUUID("company_id")).isEqualTo(abc);
        assertThat(sales.read(CONTACTS, cris).getString("company_id")).isNull();
    }

    @Test
    void a_merge_is_settled_after_thirty_days() {
        UUID merge = id(merge(LEADS, sales.aLead(Map.of("name", "A")), sales.aLead(Map.of("name", "B")), List.of()));
        sales.sql("update merges set created_at = created_at - interval '31 days' where id = $1", Tuple.of(merge));
        undo(merge).statusCode(409).body("type", endsWith("/merge_settled"));
    }

    @Test
    void companies_bring_their_people_deals_and_customers_and_have_one_main_contact() {
        UUID abc = sales.aCompany("ABC");
        UUID other = tenant.create(COMPANIES, Map.of("name", "ABC Ltda", "tax_id", "11.222.333/0001-81"));
        UUID boss = tenant.create(CONTACTS, Map.of("name", "Ana", "company_id", abc, "is_primary", true));
        UUID second = tenant.create(CONTACTS, Map.of("name", "Bia", "company_id", other, "is_primary", true));
        UUID deal = sales.aDeal(Map.of("company_id", other));
        UUID customer = tenant.create("/api/customers", Map.of("name", "ABC", "kind", "company", "company_id", other));
        UUID merge = id(merge(COMPANIES, abc, other, List.of()).statusCode(201));
        assertThat(sales.read(COMPANIES, abc).getString("tax_id")).isEqualTo("11222333000181");
        assertThat(sales.read(CONTACTS, boss).getBoolean("is_primary")).isTrue();
        assertThat(sales.read(CONTACTS, second).getBoolean("is_primary")).isFalse();
        assertThat(sales.read(CONTACTS, second).getUUID("company_id")).isEqualTo(abc);
        assertThat(sales.read(DEALS, deal).getUUID("company_id")).isEqualTo(abc);
        assertThat(tenant.get("/api/customers/{id}", customer).getUUID("company_id"))
                .isEqualTo(abc);
        undo(merge).statusCode(200);
        assertThat(sales.read(DEALS, deal).getUUID("company_id")).isEqualTo(other);
        assertThat(sales.read(COMPANIES, abc).getString("tax_id")).isNull();
    }

    @Test
    void a_chain_of_merges_leads_to_the_last_that_was_kept() {
        UUID one = sales.aContact("Ana");
        UUID two = sales.aContact("Ana S.");
        UUID three = sales.aContact("Ana Souza");
        merge(CONTACTS, two, one, List.of()).statusCode(201);
        merge(CONTACTS, three, two, List.of()).statusCode(201);
        assertThat(sales.read(CONTACTS, one).getUUID("id")).isEqualTo(three);
    }

    @Test
    void customers_are_merged_with_their_contracts_unless_their_documents_differ() {
        UUID ana = customer("Ana", "529.982.247-25");
        UUID same = customer("Ana S.", null);
        UUID contract = tenant.create("/api/contracts", Sales.with(Sales.license(), "customer_id", same));
        merge("/api/customers", ana, same, List.of()).statusCode(201);
        assertThat(tenant.get("/api/contracts/{id}", contract).getUUID("customer_id"))
                .isEqualTo(ana);
        merge("/api/customers", ana, customer("Bia", "111.444.777-35"), List.of())
                .statusCode(409)
                .body("type", endsWith("/different_parties"));
    }

    @Test
    void a_lead_that_became_a_deal_is_the_one_to_keep() {
        UUID done = sales.aLead(Map.of("name", "Ana"));
        sales.act(LEADS, done, "convert", Map.of()).statusCode(201);
        UUID open = sales.aLead(Map.of("name", "Ana"));
        merge(LEADS, open, done, List.of()).statusCode(409).body("type", endsWith("/lead_converted"));
        merge(LEADS, done, open, List.of()).statusCode(201);
        assertThat(sales.read(LEADS, open).getUUID("id")).isEqualTo(done);
    }

    @Test
    void who_looked_at_another_version_of_either_is_told() {
        UUID one = sales.aLead(Map.of("name", "A"));
        UUID other = sales.aLead(Map.of("name", "B"));
        sales.patch(LEADS, other, Map.of("name", "C"), 0).statusCode(200);
        merge(LEADS, one, 0, other, 0, List.of()).statusCode(412).body("current_version", equalTo(1));
        merge(LEADS, one, 7, other, 1, List.of()).statusCode(412).body("current_version", equalTo(0));
        merge(LEADS, one, 0, one, 0, List.of()).statusCode(400).body("violations[0].field", equalTo("other_id"));
        merge(LEADS, one, 0, other, 1, List.of("stage")).statusCode(400).body("violations[0].field", equalTo("take"));
        merge(LEADS, one, 0, UUID.randomUUID(), 1, List.of())
                .statusCode(400)
                .body("violations[0].code", equalTo("not_found"));
    }

    @Test
    void of_two_merges_of_the_same_two_at_once_one_is_made() {
        for (int round = 0; round < 5; round++) {
            UUID one = sales.aLead(Map.of("name", "A"));
            UUID other = sales.aLead(Map.of("name", "B"));
            Supplier<Integer> there =
                    () -> merge(LEADS, one, 0, other, 0, List.of()).extract().statusCode();
            Supplier<Integer> back =
                    () -> merge(LEADS, other, 0, one, 0, List.of()).extract().statusCode();
            List<Integer> answers = Sales.atOnce(List.of(there, back));
            assertThat(answers).containsOnlyOnce(201);
            assertThat(answers.stream().filter(status -> status != 201)).allMatch(Set.of(400, 404, 412)::contains);
            assertThat(sales.read(LEADS, one).getUUID("id"))
                    .isEqualTo(sales.read(LEADS, other).getUUID("id"));
        }
    }

    private UUID customer(String name, @org.jspecify.annotations.Nullable String taxId) {
        Map<String, Object> body = new HashMap<>(Map.of("name", name, "kind", "person"));
        if (taxId != null) {
            body.put("tax_id", taxId);
        }
        return tenant.create("/api/customers", body);
    }

    private static UUID id(ValidatableResponse made) {
        return UUID.fromString(made.extract().path("id"));
    }

    private ValidatableResponse merge(String path, UUID kept, UUID other, List<String> take) {
        return merge(path, kept, version(path, kept), other, version(path, other), take);
    }

    private int version(String path, UUID id) {
        return tenant.get(path + "/{id}", id).getInt("version");
    }

    private ValidatableResponse merge(
            String path, UUID kept, int version, UUID other, int otherVersion, List<String> take) {
        return tenant.basedOn(version)
                .body(Map.of("other_id", other, "other_version", otherVersion, "take", take))
                .post(path + "/{id}/merge", kept)
                .then();
    }

    private ValidatableResponse undo(UUID merge) {
        return tenant.api().post("/api/merges/{id}/undo", merge).then();
    }

    private void override(UUID lead, int points) {
        tenant.basedOn(sales.read(LEADS, lead).getInt("version"))
                .body(Map.of("points", points, "reason", "Confirmou por telefone"))
                .put(LEADS + "/{id}/score/lines/{rule}", lead, "bant_budget")
                .then()
                .statusCode(200);
    }

    private int points(UUID lead) {
        return tenant.get(LEADS + "/{id}/score", lead).getInt("lines.find { it.rule == 'bant_budget' }.points");
    }
}
