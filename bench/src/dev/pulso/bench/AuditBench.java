package dev.pulso.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the chain of the audit trail costs writers: the same writes with the trail as it was (audit-before.sql) and as it is
 * (audit-after.sql), in turns, by a login with the application's rights and row-level security. In the second kind of
 * round a sealer works beside the writers, far more often than in the product. Then: how long 100,000 entries take to
 * seal, to check and to list under each filter. SEALER=off leaves the sealer out. PORT, PULSO_DB_PORT and PULSO_DATA say which product (jobs off).
 */
final class AuditBench {
    private static final int ROUNDS = 3;
    private static final int WRITERS = 8;
    private static final int SECONDS = 4;
    private static final int CONTRACTS = 20_000;
    private static final int BULK = 5_000;

    private final Database database;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private String tenant = "";
    private int companies;

    private AuditBench() throws Exception {
        database = new Database(Path.of(System.getenv("PULSO_DATA")), Integer.parseInt(System.getenv("PULSO_DB_PORT")));
        port = database.port();
    }

    public static void main(String... args) throws Exception {
        new AuditBench().run();
    }

    private record Round(List<Double> single, List<Double> bulk, List<Double> invoices, List<Double> run) {
        Round() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    private void run() throws Exception {
        Round before = new Round();
        Round after = new Round();
        tenant = register().at("/tenant/id").asText();
        database.seed(tenant, 100, 800, 2_000, 10);
        round(new Round(), false);
        for (int i = 0; i < ROUNDS; i++) {
            // A tenant of its own for each round, so that both begin with empty tables of theirs.
            tenant = register().at("/tenant/id").asText();
            database.seed(tenant, 100, 8_000, CONTRACTS, 10);
            script("audit-before.sql");
            round(before, false);
            script("audit-after.sql");
            tenant = register().at("/tenant/id").asText();
            database.seed(tenant, 100, 8_000, CONTRACTS, 10);
            round(after, true);
        }
        System.out.printf("%-44s %10s %10s %7s%n", "rows/s, best of " + ROUNDS, "before", "chained", "");
        line("one lead per transaction, " + WRITERS + " writers", before.single, after.single);
        line(BULK + " leads per statement", before.bulk, after.bulk);
        line(CONTRACTS + " invoices with items, one statement", before.invoices, after.invoices);
        line("the product's invoice run, invoices", before.run, after.run);
        sealAndCheck();
        lists();
    }

    private void round(Round into, boolean sealing) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        boolean beside = sealing && !"off".equals(System.getenv("SEALER"));
        Thread sealer = Thread.ofPlatform().start(() -> {
            try (Connection connection = writer()) {
                while (beside && !over.get()) {
                    seal(connection);
                    Thread.sleep(500);
                }
            } catch (SQLException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        into.single.add(single());
        into.bulk.add(bulk());
        into.invoices.add(invoices());
        into.run.add(invoiceRun());
        over.set(true);
        sealer.join();
    }

    private double single() throws Exception {
        AtomicLong rows = new AtomicLong();
        long until = System.nanoTime() + SECONDS * 1_000_000_000L;
        List<Callable<Void>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(() -> {
                try (Connection connection = writer();
                        PreparedStatement insert = connection.prepareStatement(
                                "insert into leads (tenant_id, id, name, stage) values (?::uuid, time_ordered_uuid(), ?, 'new')")) {
                    while (System.nanoTime() < until) {
                        insert.setString(1, tenant);
                        insert.setString(2, "Lead");
                        insert.executeUpdate();
                        connection.commit();
                        rows.incrementAndGet();
                    }
                }
                return null;
            });
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(WRITERS)) {
            for (Future<Void> one : pool.invokeAll(writers)) {
                one.get();
            }
        }
        return rows.get() / (double) SECONDS;
    }

    private double bulk() throws SQLException {
        int times = 6;
        try (Connection connection = writer();
                Statement sql = connection.createStatement()) {
            long began = System.nanoTime();
            for (int i = 0; i < times; i++) {
                sql.execute("insert into leads (tenant_id, id, name, stage) select '" + tenant
                        + "', time_ordered_uuid(), 'Lead ' || n, 'new' from generate_series(1, " + BULK + ") n");
                connection.commit();
            }
            return times * BULK / ((System.nanoTime() - began) / 1e9);
        }
    }

    private double invoices() throws Exception {
        try (Connection connection = writer();
                Statement sql = connection.createStatement()) {
            long count = Long.parseLong(
                    database.texts("select count(*) from contracts where tenant_id = '" + tenant + "'").getFirst());
            String statement = Database.resource("invoices.sql").replace(":tenant", "'" + tenant + "'::uuid");
            long began = System.nanoTime();
            sql.execute(statement);
            connection.commit();
            return count / ((System.nanoTime() - began) / 1e9);
        }
    }

    /** The product's own run, for a company of its own. */
    private double invoiceRun() throws Exception {
        JsonNode session = register();
        database.seed(session.at("/tenant/id").asText(), 100, 8_000, CONTRACTS, 10);
        String token = session.at("/access_token").asText();
        JsonNode run = send("/api/jobs/invoice-run/runs", "{\"on\":\"" + LocalDate.now() + "\"}", token);
        while (!List.of("succeeded", "failed").contains(run.at("/status").asText())) {
            Thread.sleep(100);
            run = send("/api/jobs/runs/" + run.at("/id").asText(), null, token);
        }
        double took = Duration.between(
                                Instant.parse(run.at("/started_at").asText()),
                                Instant.parse(run.at("/finished_at").asText()))
                        .toMillis()
                / 1000.0;
        return run.at("/counts/invoices_created").asLong() / took;
    }

    private void sealAndCheck() throws SQLException {
        try (Connection connection = writer();
                Statement sql = connection.createStatement()) {
            seal(connection);
            for (int i = 0; i < 20; i++) {
                sql.execute("insert into leads (tenant_id, id, name, stage) select '" + tenant
                        + "', time_ordered_uuid(), 'Lead ' || n, 'new' from generate_series(1, " + BULK + ") n");
                connection.commit();
            }
            long began = System.nanoTime();
            long sealed = seal(connection);
            System.out.printf(Locale.ROOT, "%n%d entries sealed in %.2f s%n", sealed, (System.nanoTime() - began) / 1e9);
            began = System.nanoTime();
            long last = 0;
            long entries = 0;
            double longest = 0;
            for (boolean more = true; more; ) {
                long step = System.nanoTime();
                try (var row = sql.executeQuery("select last, entries, more, problem from check_audit(" + last + ", 20000)")) {
                    row.next();
                    last = row.getLong(1);
                    entries += row.getLong(2);
                    more = row.getBoolean(3);
                    if (row.getString(4) != null) {
                        throw new IllegalStateException("the trail is broken: " + row.getString(4));
                    }
                }
                longest = Math.max(longest, (System.nanoTime() - step) / 1e9);
            }
            System.out.printf(Locale.ROOT, "%d entries in %d blocks checked in %.2f s, the longest step %.2f s%n",
                    entries, last, (System.nanoTime() - began) / 1e9, longest);
            connection.commit();
        }
    }

    private void lists() throws SQLException {
        database.execute("analyze audit_log");
        String period = "a.at >= now() - interval '1 minute' and a.id >= first_uuid_at(now() - interval '61 seconds')";
        String rare = "(select id from users where tenant_id = '" + tenant + "' limit 1)";
        List<List<String>> lists = List.of(
                List.of("newest", "true"),
                List.of("entity", "a.entity = 'contracts'"),
                List.of("entity, none such", "a.entity = 'nothing'"),
                List.of("record", "a.entity_id = (select id from leads where tenant_id = '" + tenant + "' limit 1)"),
                List.of("user", "a.actor_id = " + rare),
                List.of("action delete", "a.action = 'delete'"),
                List.of("period", period),
                List.of("entity and period", "a.entity = 'invoices' and " + period));
        try (Connection connection = writer();
                Statement sql = connection.createStatement()) {
            for (List<String> list : lists) {
                String query = "select a.id, a.at, n.name from audit_log a left join user_names n on n.tenant_id = a.tenant_id"
                        + " and n.id = a.actor_id where " + list.get(1) + " order by a.id desc limit 51";
                List<Double> millis = new ArrayList<>();
                for (int i = 0; i < 5; i++) {
                    long began = System.nanoTime();
                    sql.executeQuery(query).close();
                    millis.add((System.nanoTime() - began) / 1e6);
                }
                List<String> plan = new ArrayList<>();
                try (var rows = sql.executeQuery("explain " + query)) {
                    while (rows.next()) {
                        String line = rows.getString(1);
                        if (line.contains(" on audit_log")) {
                            plan.add(line.replaceAll("\\(.*", "").replace("->", "").strip());
                        }
                    }
                }
                System.out.printf(Locale.ROOT, "list by %-20s %6.1f ms  %s%n", list.getFirst(), median(millis), plan);
            }
        }
    }

    private long seal(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement();
                var row = sql.executeQuery("select sealed from seal_audit(20000, true)")) {
            row.next();
            long sealed = row.getLong(1);
            connection.commit();
            return sealed;
        }
    }

    /** A connection of the application's kind: not the owner, not above row-level security, one tenant. */
    private Connection writer() throws SQLException {
        Connection connection =
                DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/pulso", Database.ROLE, Database.PASSWORD);
        try (Statement sql = connection.createStatement()) {
            sql.execute("select set_config('app.tenant_id', '" + tenant + "', false), set_config('app.actor', 'bench', false)");
        }
        connection.setAutoCommit(false);
        return connection;
    }

    private void script(String name) throws Exception {
        for (String statement : Database.resource(name).split(";\\s*\\n")) {
            if (!statement.isBlank()) {
                database.execute(statement);
            }
        }
    }

    private JsonNode register() throws Exception {
        String slug = "audit" + companies++;
        return send(
                "/api/auth/register",
                "{\"company_name\":\"" + slug + "\",\"slug\":\"" + slug + "\",\"name\":\"Bench\",\"email\":\"bench@" + slug
                        + ".example\",\"password\":\"correct horse battery\"}",
                null);
    }

    private JsonNode send(String path, String body, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + System.getenv("PORT") + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(path + ": " + answer.body());
        }
        return json.readTree(answer.body());
    }

    private static void line(String what, List<Double> before, List<Double> after) {
        // The best: whatever else the machine does only makes a round slower.
        double was = Collections.max(before);
        double is = Collections.max(after);
        System.out.printf(Locale.ROOT, "%-44s %10.0f %10.0f %+6.1f %%%n", what, was, is, 100 * (is - was) / was);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
