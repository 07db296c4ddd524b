package dev.pulso.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The throw-away database as its superuser sees it. */
final class Database implements AutoCloseable {
    /** A login with the rights of the application: neither owner nor above row-level security. */
    static final String ROLE = "pulso_bench";

    static final String PASSWORD = "bench";

    private final Path data;
    private final int port;
    private final Connection connection;

    Database(Path data, int port) throws IOException, SQLException {
        this.data = data;
        this.port = port;
        String password = Files.readString(data.resolve("postgres.password")).strip();
        connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/pulso?preferQueryMode=simple", "postgres", password);
        execute("drop role if exists " + ROLE);
        execute("create role " + ROLE + " login password '" + PASSWORD + "' in role pulso_app");
    }

    int port() {
        return port;
    }

    long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst().strip());
    }

    Path log() {
        return data.resolve("postgres.log");
    }

    void seed(String tenant, int deals, int customers, int contracts, int invoices) throws IOException, SQLException {
        String script = resource("seed.sql")
                .replace(":tenant", "'" + tenant + "'::uuid")
                .replace(":deals", Integer.toString(deals))
                .replace(":customers", Integer.toString(customers))
                .replace(":contracts", Integer.toString(contracts))
                .replace(":invoices", Integer.toString(invoices));
        execute("set session_replication_role = replica");
        execute("select set_config('app.tenant_id', '" + tenant + "', false)");
        for (String statement : script.split(";\\s*\\n")) {
            if (!statement.isBlank()) {
                execute(statement);
            }
        }
        execute("reset session_replication_role");
        // As the product does after an import.
        execute("analyze");
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column. */
    List<String> texts(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    /** The types of $1, $2, ... */
    List<String> parameterTypes(String sql) throws SQLException {
        execute("prepare bench_types as " + sql);
        try {
            return texts("select unnest(parameter_types)::text from pg_prepared_statements where name = 'bench_types'");
        } finally {
            execute("deallocate bench_types");
        }
    }

    /** The plan as the application gets it, measured. */
    List<String> plan(String tenant, String sql) throws SQLException {
        execute("set role " + ROLE);
        execute("select set_config('app.tenant_id', '" + tenant + "', false)");
        try {
            return texts("explain (analyze, buffers, costs off, timing off, summary on) " + sql);
        } finally {
            execute("reset role");
        }
    }

    static String resource(String name) throws IOException {
        try (InputStream stream = Database.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
