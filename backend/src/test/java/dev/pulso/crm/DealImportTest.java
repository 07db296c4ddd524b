package dev.pulso.crm;

import static dev.pulso.imports.TestImport.assertCounts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pulso.imports.TestImport;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DealImportTest {
    private static final String HEADER = "id;produto;conta;etapa;vendedor;criado;fechado;valor";

    @Inject
    Tenancy tenancy;

    private TestTenant tenant;

    @BeforeEach
    void a_company() {
        tenant = TestTenant.register();
    }

    @Test
    void a_file_becomes_a_board_with_its_own_stages() {
        JsonPath ended = opportunities(
                        HEADER,
                        "a;GTXPro;Acme;Won;Admin of " + tenant.slug() + ";20/10/2016;01/03/2017;R$ 1.054,00",
                        "b;MG Special;acme ;Engaging;Ninguém;25/10/2016;;",
                        "c;GTX Pro;;Prospecting;;;;",
                        "d;GTXPro;Isdom;Lost;;26/10/2016;02/03/2017;0",
                        "e;MG Special;ACME;Engaging;;;;2.000,00")
                .option("pipeline_name", "Maven")
                .run();
        assertCounts(ended, 5, 5, 0, 0, 0);
        JsonPath board = board(ended);
        assertThat(board.getString("pipeline.name")).isEqualTo("Maven");
        assertThat(board.getList("stages.name")).containsExactly("Engaging", "Prospecting", "Won", "Lost");
        assertThat(board.getList("stages.type")).containsExactly("open", "open", "won", "lost");
        assertThat(board.getList("stages.probability")).containsExactly(33, 66, 100, 0);
        assertThat(board.getList("stages.count")).containsExactly(2, 1, 1, 1);
        assertThat(board.getList("stages.amount_cents")).containsExactly(200_000, 0, 105_400, 0);
        assertThat(board.getList("stages[0].deals.title"))
                .as("in the order of the file")
                .containsExactly("MG Special - acme", "MG Special - ACME");
        assertThat(board.getString("stages[1].deals[0].title")).isEqualTo("GTX Pro");
        assertThat(board.getString("stages[2].deals[0].title")).isEqualTo("GTX Pro - Acme");
        assertThat(tenant.get("/api/crm/companies?sort=name").getList("data.name"))
                .containsExactly("Acme", "Isdom");
        JsonPath won = tenant.get("/api/crm/deals?status=won");
        assertThat(won.getString("data[0].closed_on")).isEqualTo("2017-03-01");
        assertThat(won.getString("data[0].owner_id")).isEqualTo(tenant.adminId().toString());
        assertThat(won.getString("data[0].created_at")).isEqualTo("2016-10-20T02:00:00Z");
        assertThat(tenant.get("/api/crm/deals?q=special").getList("data.owner_id"))
                .containsOnlyNulls();
    }

    @Test
    void importing_the_same_file_again_creates_nothing_and_moves_only_what_has_moved() {
        TestImport first = opportunities(
                        HEADER, "a;X;Acme;Engaging;;;;10,00", "b;Y;Acme;Prospecting;;;;20,00", "c;Z;;Engaging;;;;5,00")
                .option("pipeline_name", "Maven");
        JsonPath ended = first.run();
        long audited = count("select count(*) from audit_log");
        assertCounts(first.run(), 3, 0, 3, 0, 0);
        assertThat(count("select count(*) from audit_log"))
                .as("a repeat writes nothing")
                .isEqualTo(audited);
        JsonPath second = opportunities(
                        HEADER, "a;X;Acme;Won;;;05/05/2024;12,00", "b;Y;Acme;Prospecting;;;;20,00", "d;W;;Lost;;;;")
                .option("pipeline_name", "Maven")
                .run();
        assertCounts(second, 3, 1, 2, 0, 0);
        assertThat(second.getString("result.pipeline_id")).isEqualTo(ended.getString("result.pipeline_id"));
        JsonPath board = board(ended);
        assertThat(board.getList("stages.count")).containsExactly(1, 1, 1, 1);
        assertThat(board.getList("stages.amount_cents")).containsExactly(500, 2_000, 1_200, 0);
        assertThat(count("select count(*) from companies")).isOne();
        assertThat(count("select count(*) from outbox_events where type = 'deal.created'"))
                .isEqualTo(4);
        assertThat(count("select count(*) from outbox_events where type = 'deal.won'"))
                .isOne();
        assertThat(count("select count(*) from outbox_events where type = 'deal.stage_changed'"))
                .isOne();
    }

    @Test
    void what_has_happened_has_a_day_that_has_come() {
        LocalDate today = LocalDate.now(ZoneId.of("America/Sao_Paulo"));
        JsonPath ended = TestImport.of(tenant, "deals")
                .lines(
                        "id,t,s,criado,fechado",
                        "a,Um,ganho,," + today.plusDays(3),
                        "b,Dois,aberto," + today.plusDays(3) + ",",
                        "c,Três,aberto,," + today.plusDays(3),
                        "d,Quatro,ganho," + today.minusDays(3) + "," + today.minusDays(1))
                .map("external_id", "id")
                .map("title", "t")
                .map("status", "s")
                .map("created_on", "criado")
                .map("closed_on", "fechado")
                .run();
        assertCounts(ended, 4, 2, 0, 0, 2);
        assertThat(ended.getList("errors.findAll { it.code == 'future' }.field"))
                .containsExactlyInAnyOrder("closed_on", "created_on");

        JsonPath again = TestImport.of(tenant, "deals")
                .lines("id,t,fechado", "d,Quatro," + today.plusDays(3), "c,Três," + today.plusDays(3))
                .map("external_id", "id")
                .map("title", "t")
                .map("closed_on", "fechado")
                .run();
        assertCounts(again, 2, 0, 1, 0, 1);
    }

    @Test
    void without_a_stage_the_status_tells_the_place_on_the_tenants_own_board() {
        JsonPath ended = TestImport.of(tenant, "deals")
                .lines("t,s", "Um,ganho", "Dois,perdido", "Três,aberto", "Quatro,")
                .map("title", "t")
                .map("status", "s")
                .run();
        assertCounts(ended, 4, 4, 0, 0, 0);
        JsonPath board = board(ended);
        assertThat(board.getBoolean("pipeline.is_default")).isTrue();
        assertThat(board.getList("stages.findAll { it.count > 0 }.type")).containsExactly("open", "won", "lost");
        assertThat(board.getList("stages.findAll { it.count > 0 }.count")).containsExactly(2, 1, 1);
        assertThat(tenant.get("/api/crm/deals?status=won").getString("data[0].closed_on"))
                .isEqualTo(LocalDate.now(ZoneId.of("America/Sao_Paulo")).toString());
    }

    @Test
    void a_file_whose_stages_are_the_tenants_goes_onto_its_board_and_another_gets_one_of_its_own_name() {
        JsonPath known = TestImport.of(tenant, "deals")
                .lines("t,e", "Um,novo", "Dois,PROPOSTA", "Três,Won")
                .map("title", "t")
                .map("stage", "e")
                .run();
        assertThat(board(known).getBoolean("pipeline.is_default")).isTrue();
        JsonPath other = TestImport.of(tenant, "deals")
                .lines("t,e", "Um,novo", "Dois,Demo marcada")
                .map("title", "t")
                .map("stage", "e")
                .run();
        JsonPath board = board(other);
        assertThat(board.getString("pipeline.name")).isEqualTo("file");
        assertThat(board.getList("stages.name")).containsExactly("novo", "Demo marcada", "Ganho", "Perdido");
    }

    @Test
    void contacts_are_found_by_address_or_by_name_in_their_company_and_made_once() {
        tenant.create("/api/crm/contacts", Map.of("name", "Ana Souza", "email", "ana@abc.example"));
        JsonPath ended = TestImport.of(tenant, "deals")
                .lines(
                        "t,company,contact,email",
                        "1,ABC,Outro nome,ANA@abc.example",
                        "2,ABC,Bia,",
                        "3,ABC,bía,",
                        "4,XYZ,Bia,",
                        "5,XYZ,,c@xyz.example",
                        "6,XYZ,Caio,not an address")
                .map("title", "t")
                .map("company_name", "company")
                .map("contact_name", "contact")
                .map("contact_email", "email")
                .run();
        assertCounts(ended, 6, 5, 0, 0, 1);
        assertThat(ended.getString("errors[0].field")).isEqualTo("contact_email");
        assertThat(tenant.get("/api/crm/contacts?sort=name").getList("data.name"))
                .containsExactly("Ana Souza", "Bia", "Bia", "c@xyz.example");
    }

    @Test
    void rows_that_cannot_be_are_reported_and_the_others_go_in() {
        UUID pipeline = tenant.create(
                "/api/crm/pipelines",
                Map.of(
                        "name",
                        "Curto",
                        "stages",
                        List.of(
                                Map.of("name", "A", "type", "open", "probability", 10),
                                Map.of("name", "G", "type", "won", "probability", 100),
                                Map.of("name", "P", "type", "lost", "probability", 0))));
        JsonPath ended = TestImport.of(tenant, "deals")
                .lines(
                        "t,e,s,v,d",
                        "1,A,,1.00,2024-01-31",
                        "2,B,,1.00,",
                        "3,A,sold,1.00,",
                        "4,A,,one,",
                        "5,A,,1.00,2024-02-31",
                        ",A,,1.00,",
                        "7,A,,1.00,",
                        "x".repeat(201) + ",A,,1.00,")
                .map("title", "t")
                .map("stage", "e")
                .map("status", "s")
                .map("amount", "v")
                .map("expected_close_on", "d")
                .option("pipeline_id", pipeline.toString())
                .run();
        assertCounts(ended, 8, 2, 0, 0, 6);
        assertThat(ended.getList("errors.row", Integer.class)).containsExactly(3, 4, 5, 6, 7, 9);
        assertThat(ended.getList("errors.field"))
                .containsExactly("stage", "status", "amount", "expected_close_on", "title", "title");
        assertThat(ended.getList("errors.code"))
                .containsExactly(
                        "unknown_value",
                        "unknown_value",
                        "amount_not_a_number",
                        "date_does_not_exist",
                        "required",
                        "too_long");
    }

    @Test
    void another_tenants_pipeline_cannot_be_named() {
        TestTenant other = TestTenant.register();
        String theirs = other.get("/api/crm/pipelines").getString("data[0].id");
        TestImport.of(tenant, "deals")
                .lines("t", "1")
                .map("title", "t")
                .option("pipeline_id", theirs)
                .post()
                .statusCode(400);
        assertThat(tenant.get("/api/imports").getList("data")).isEmpty();
    }

    @Test
    void eight_thousand_opportunities_of_maventech_become_exactly_their_board() throws IOException {
        Path file = TestImport.publicDataSet("maventech_sales_pipeline.csv");
        assumeTrue(file != null, "the public data set maventech_sales_pipeline.csv is not beside the checkout");
        TestImport opportunities = TestImport.of(tenant, "deals")
                .file(Files.readAllBytes(file))
                .map("external_id", "opportunity_id")
                .map("title", Map.of("template", "{product} - {account}", "values", Map.of("GTXPro", "GTX Pro")))
                .map("company_name", "account")
                .map("stage", "deal_stage")
                .map("amount", "close_value")
                .map("owner_name", "sales_agent")
                .map("created_on", "engage_date")
                .map("closed_on", "close_date")
                .option("pipeline_name", "MavenTech");
        long start = System.nanoTime();
        JsonPath ended = opportunities.run();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertCounts(ended, 8_800, 8_800, 0, 0, 0);
        assertThat(took).isLessThan(Duration.ofSeconds(30));
        JsonPath board = board(ended);
        assertThat(board.getInt("stages.find { it.name == 'Prospecting' }.count"))
                .isEqualTo(500);
        assertThat(board.getInt("stages.find { it.name == 'Engaging' }.count")).isEqualTo(1_589);
        assertThat(board.getInt("stages.find { it.name == 'Won' }.count")).isEqualTo(4_238);
        assertThat(board.getLong("stages.find { it.name == 'Won' }.amount_cents"))
                .isEqualTo(1_000_553_400L);
        assertThat(board.getInt("stages.find { it.name == 'Lost' }.count")).isEqualTo(2_473);
        assertThat(board.getList("stages")).hasSize(4);
        assertThat(count("select count(*) from companies")).isEqualTo(85);
        assertThat(count("select count(*) from deals where company_id is null")).isEqualTo(1_425);
        assertThat(count("select count(*) from deals where title like 'GTXPro%'"))
                .isZero();
        assertThat(count("select count(distinct (stage_id, position)) from deals"))
                .isEqualTo(8_800);
        long again = System.nanoTime();
        assertCounts(opportunities.run(), 8_800, 0, 8_800, 0, 0);
        System.out.printf(
                "IMPORT maventech %d ms, again %d ms%n", took.toMillis(), (System.nanoTime() - again) / 1_000_000);
        assertThat(count("select count(*) from deals")).isEqualTo(8_800);
    }

    @Test
    void a_file_in_another_currency_does_not_touch_the_amount_of_a_known_deal() {
        opportunities(HEADER, "a;Site;Acme;Novo;;;;10.000,00", "b;Loja;Acme;Novo;;;;500,00")
                .run();
        JsonPath ended = opportunities(
                        HEADER, "a;Site;Acme;Novo;;;;9.999,00", "b;Loja nova;Acme;Novo;;;;", "c;App;;Novo;;;;1,00")
                .option("currency", "USD")
                .run();
        assertCounts(ended, 3, 1, 1, 0, 1);
        assertThat(ended.getString("errors[0].field")).isEqualTo("amount");
        assertThat(ended.getString("errors[0].code")).isEqualTo("other_currency");
        JsonPath deals = tenant.get("/api/crm/deals");
        assertThat(deals.getLong("data.find { it.title == 'Site - Acme' }.amount_cents"))
                .isEqualTo(1_000_000);
        assertThat(deals.getString("data.find { it.title == 'Site - Acme' }.currency"))
                .isEqualTo("BRL");
        assertThat(deals.getLong("data.find { it.title == 'Loja nova - Acme' }.amount_cents"))
                .as("says nothing of money")
                .isEqualTo(50_000);
    }

    private TestImport opportunities(String... lines) {
        return TestImport.of(tenant, "deals")
                .lines(lines)
                .map("external_id", "id")
                .map("title", Map.of("template", "{produto} - {conta}", "values", Map.of("GTXPro", "GTX Pro")))
                .map("company_name", "conta")
                .map("stage", "etapa")
                .map("owner_name", "vendedor")
                .map("created_on", "criado")
                .map("closed_on", "fechado")
                .map("amount", "valor");
    }

    private JsonPath board(JsonPath ended) {
        return tenant.get("/api/crm/pipelines/" + ended.getString("result.pipeline_id") + "/board");
    }

    private long count(String sql) {
        return tenancy.query(Caller.system(tenant.id(), "test", null), sql, Tuple.tuple())
                .await()
                .atMost(Duration.ofSeconds(10))
                .iterator()
                .next()
                .getLong(0);
    }
}
