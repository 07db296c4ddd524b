package dev.pulso.start.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pulso.testing.PackagedApp;
import dev.pulso.testing.PackagedCompany;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What is asked most, of a company with 100,000 deals and invoices: how many rows PostgreSQL touches for it, as its own plans
 * tell. Time differs from machine to machine; a plan that reads a whole table where it read a page is wrong on each of them.
 */
class HotStatementsPackagedTest {
    private static final int DEALS = 100_000;
    private static final int CUSTOMERS = 8_000;
    private static final int CONTRACTS = 10_000;
    private static final int INVOICES = 100_000;
    /** A plan in the log of the server: its lines are indented. */
    private static final String PLAN = "plan:";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static PackagedApp app;
    private static PackagedCompany company;

    /** @param rows the most that may be touched: about twice what it takes today */
    private record Hot(String name, String path, int rows) {}

    @BeforeAll
    static void a_company_of_some_years() throws Exception {
        app = new PackagedApp().start();
        company = PackagedCompany.register(app);
        try (Connection connection = app.superuser();
                Statement sql = connection.createStatement()) {
            String tenant = company.text("select current_setting('app.tenant_id')");
            seed(sql, tenant);
            for (String setting : List.of(
                    "session_preload_libraries = 'auto_explain'",
                    "auto_explain.log_min_duration = 0",
                    "auto_explain.log_analyze = on",
                    "auto_explain.log_timing = off",
                    "auto_explain.log_nested_statements = on",
                    "auto_explain.log_format = 'json'")) {
                sql.execute("alter database " + connection.getCatalog() + " set " + setting);
            }
            // The product makes itself new lines, which tell their plans.
            sql.execute("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
                    + " and datname = current_database() and application_name not like 'PostgreSQL JDBC%'");
        }
        assertThat(app.api(company.token()).get("/api/me").statusCode()).isIn(200, 503);
    }

    @AfterAll
    static void stop() throws Exception {
        company.close();
        app.close();
    }

    /** The rows that the load tests measure on. */
    private static void seed(Statement sql, String tenant) throws IOException, SQLException {
        String script = Files.readString(Path.of("../bench/src/dev/pulso/bench/seed.sql"))
                .replace(":tenant", "'" + tenant + "'::uuid")
                .replace(":deals", Integer.toString(DEALS))
                .replace(":customers", Integer.toString(CUSTOMERS))
                .replace(":contracts", Integer.toString(CONTRACTS))
                .replace(":invoices", Integer.toString(INVOICES));
        sql.execute("set session_replication_role = replica");
        sql.execute("select set_config('app.tenant_id', '" + tenant + "', false)");
        for (String statement : script.split(";\\s*\\n")) {
            if (!statement.isBlank()) {
                sql.execute(statement);
            }
        }
        sql.execute("reset session_replication_role");
        sql.execute("vacuum analyze");
    }

    @TestFactory
    Stream<DynamicTest> what_is_asked_most_touches_few_rows() throws SQLException {
        String deal = company.text("select id from deals where status = 'open' order by id desc limit 1");
        String customer = company.text("select id from customers order by id limit 1");
        String contract = company.text("select id from contracts order by id limit 1");
        String invoice = company.text("select id from invoices order by id limit 1");
        String pipeline = company.text("select id from pipelines limit 1");
        String stage = company.text("select id from stages order by ordinal limit 1");
        String seller = company.text("select id from users where password_hash = '-' limit 1");
        String party = company.text("select id from companies order by id limit 1");
        String contact = company.text("select id from contacts order by id limit 1");
        return Stream.of(
                        new Hot("who I am", "/api/me", 60),
                        new Hot("a deal", "/api/crm/deals/" + deal, 60),
                        new Hot("deals", "/api/crm/deals", 350),
                        new Hot("deals by amount", "/api/crm/deals?sort=-amount_cents", 350),
                        new Hot("open deals of a seller", "/api/crm/deals?status=open&owner_id=" + seller, 500),
                        new Hot("deals of a stage", "/api/crm/deals?stage_id=" + stage, 1_300),
                        new Hot("deals of a company", "/api/crm/deals?company_id=" + party, 60),
                        // A word is looked for in every row: no index serves it yet.
                        new Hot("deals with a word", "/api/crm/deals?q=Deal+4711", DEALS + 30_000),
                        new Hot("deals that changed", "/api/crm/deals?updated_since=2999-01-01T00:00:00Z", 60),
                        // Its totals count every open card.
                        new Hot("the board", "/api/crm/pipelines/" + pipeline + "/board", 120_000),
                        new Hot("a company", "/api/crm/companies/" + party, 10),
                        new Hot("companies", "/api/crm/companies", 110),
                        new Hot("a contact", "/api/crm/contacts/" + contact, 10),
                        new Hot("contacts", "/api/crm/contacts", 220),
                        new Hot("contacts of a company", "/api/crm/contacts?company_id=" + party, 10),
                        new Hot("a customer", "/api/customers/" + customer, 10),
                        new Hot("customers", "/api/customers", 110),
                        new Hot("customers with a word", "/api/customers?q=Customer+4711", CUSTOMERS + 200),
                        new Hot("a contract", "/api/contracts/" + contract, 10),
                        new Hot("contracts", "/api/contracts", 320),
                        new Hot("contracts of a customer", "/api/contracts?customer_id=" + customer, 20),
                        new Hot("an invoice", "/api/invoices/" + invoice, 10),
                        new Hot("invoices", "/api/invoices", 110),
                        new Hot("invoices of a customer", "/api/invoices?customer_id=" + customer, 40),
                        new Hot("invoices by due day", "/api/invoices?sort=-due_on", 110),
                        new Hot("payments", "/api/payments", 220))
                .map(hot -> dynamicTest(hot.name(), () -> {
                    // The first time learns who asks, and what the pool has.
                    app.api(company.token()).get(hot.path()).then().statusCode(200);
                    long from = Files.size(app.databaseLog());
                    app.api(company.token()).get(hot.path()).then().statusCode(200);
                    List<JsonNode> plans = plans(from);
                    assertThat(plans).isNotEmpty();
                    long touched = plans.stream()
                            .mapToLong(plan -> touched(plan.get("Plan")))
                            .sum();
                    System.out.printf("%s: %d statements, %d rows%n", hot.name(), plans.size(), touched);
                    assertThat(touched).as(() -> told(plans)).isLessThanOrEqualTo(hot.rows());
                }));
    }

    /** Rows that scans have read, also those that a filter threw away. */
    private static long touched(JsonNode node) {
        double rows = 0;
        if (node.path("Node Type").asText().contains("Scan")) {
            rows = node.path("Actual Loops").asDouble(1)
                    * (node.path("Actual Rows").asDouble()
                            + node.path("Rows Removed by Filter").asDouble()
                            + node.path("Rows Removed by Index Recheck").asDouble());
        }
        long below = 0;
        for (JsonNode child : node.path("Plans")) {
            below += touched(child);
        }
        return Math.round(rows) + below;
    }

    private static String told(List<JsonNode> plans) {
        StringBuilder told = new StringBuilder();
        for (JsonNode plan : plans) {
            told.append(touched(plan.get("Plan")))
                    .append(" rows: ")
                    .append(plan.path("Query Text").asText())
                    .append('\n');
            if (touched(plan.get("Plan")) > 300) {
                told.append(plan.get("Plan").toPrettyString()).append('\n');
            }
        }
        return told.toString();
    }

    /** The plans of statements about the company's records; what the product does beside is not asked for by anybody. */
    private static List<JsonNode> plans(long from) throws IOException {
        byte[] bytes;
        try (RandomAccessFile log = new RandomAccessFile(app.databaseLog().toFile(), "r")) {
            log.seek(from);
            bytes = new byte[(int) (log.length() - from)];
            log.readFully(bytes);
        }
        List<JsonNode> plans = new ArrayList<>();
        StringBuilder plan = null;
        for (String line : (new String(bytes, StandardCharsets.UTF_8) + "\nend").split("\n")) {
            if (plan != null && !line.startsWith("\t")) {
                plans.add(JSON.readTree(plan.toString()));
                plan = null;
            }
            if (plan != null) {
                plan.append(line).append('\n');
            } else if (line.endsWith(PLAN)) {
                plan = new StringBuilder();
            }
        }
        plans.removeIf(each -> {
            String text = each.path("Query Text").asText();
            return text.contains("from work ")
                    || text.contains("work w")
                    || text.contains("job_")
                    || text.contains("audit_");
        });
        return plans;
    }
}
