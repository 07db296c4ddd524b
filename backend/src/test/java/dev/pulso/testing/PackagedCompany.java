package dev.pulso.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A company of a packaged product, with a line to its rows. */
public final class PackagedCompany implements AutoCloseable {
    private final PackagedApp app;
    private final String token;
    private final Connection database;
    private final Statement sql;

    private PackagedCompany(PackagedApp app, String token, Connection database, Statement sql) {
        this.app = app;
        this.token = token;
        this.database = database;
        this.sql = sql;
    }

    public static PackagedCompany register(PackagedApp app) throws SQLException {
        JsonPath session = app.api(null)
                .body(Map.of(
                        "company_name", "Provedor",
                        "slug", "provedor",
                        "name", "Ana",
                        "email", "ana@provedor.example",
                        "password", "correct horse battery"))
                .post("/api/auth/register")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        Connection database = app.database();
        Statement sql = database.createStatement();
        sql.execute("select set_config('app.tenant_id', '" + session.getString("tenant.id")
                + "', false), set_config('app.actor', 'test', false)");
        return new PackagedCompany(app, session.getString("access_token"), database, sql);
    }

    /** That many active monthly contracts, each of its own customer. */
    public void addContracts(int count, String startOn) throws SQLException {
        sql.execute("""
                insert into customers (tenant_id, id, name, kind)
                select current_setting('app.tenant_id')::uuid, gen_random_uuid(), 'Cliente ' || n, 'company'
                from generate_series(1, %d) n""".formatted(count));
        sql.execute("""
                insert into contracts (tenant_id, id, customer_id, service_type, title, billing_cycle, amount_cents, currency,
                                       status, paying, start_on)
                select tenant_id, gen_random_uuid(), id, 'hospedagem_site', 'Hospedagem', 'monthly', 9900, 'BRL', 'active',
                       true, '%s'
                from customers""".formatted(startOn));
    }

    /** The id of the run. */
    public String startInvoiceRun(String on) {
        return app.api(token)
                .body(Map.of("on", on))
                .post("/api/jobs/invoice-run/runs")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    /** The run, which must succeed, when it has ended. */
    public JsonPath awaitRun(String run) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> List.of("succeeded", "failed").contains(run(run).getString("status")));
        assertThat(run(run).getString("status")).isEqualTo("succeeded");
        return run(run);
    }

    private JsonPath run(String id) {
        return app.api(token).get("/api/jobs/runs/{id}", id).jsonPath();
    }

    /** A JSON request as the admin. */
    public RequestSpecification api() {
        return app.api(token);
    }

    public String token() {
        return token;
    }

    /** A statement past the product. */
    public void execute(String statement) throws SQLException {
        sql.execute(statement);
    }

    /** The first column of the first row. */
    public long ask(String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** As {@link #ask}, of text. */
    public String text(String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
