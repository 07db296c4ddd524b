package dev.pulso.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a node asks the database while nobody does anything: 10,000 companies, all of whose jobs are due at some other time of
 * the day. Every statement counts, BEGIN and COMMIT too, as PostgreSQL's log has them. PORT, PULSO_DB_PORT and PULSO_DATA say
 * which product; SECONDS how long (120).
 */
final class IdleBench {
    private static final int COMPANIES = 10_000;
    private static final double TARGET = 10;

    private static final Pattern STATEMENT =
            Pattern.compile("^idle (\\S*) LOG: {2}duration: [0-9.]+ ms {2}(?:statement|execute [^:]*): (.*)$");

    private final Database database;
    private final int port;

    private IdleBench() throws Exception {
        database = new Database(Path.of(System.getenv("PULSO_DATA")), Integer.parseInt(System.getenv("PULSO_DB_PORT")));
        port = Integer.parseInt(System.getenv("PORT"));
    }

    public static void main(String... args) throws Exception {
        new IdleBench().run();
    }

    private void run() throws Exception {
        int seconds = Integer.parseInt(System.getenv().getOrDefault("SECONDS_LONG", "120"));
        register();
        // The schedule of the first company, planned by the product, is the pattern for the others.
        for (int i = 0; number("select count(*) from job_due where job <> ''") == 0; i++) {
            if (i > 120) {
                throw new IOException("the product has planned no job");
            }
            Thread.sleep(1_000);
        }
        for (int i = 0; number("select count(*) from work") > 0 && i < 120; i++) {
            Thread.sleep(1_000);
        }
        companies();
        Thread.sleep(5_000);
        Map<String, Integer> counted = count(seconds);
        int all = counted.values().stream().mapToInt(Integer::intValue).sum();
        double perSecond = all / (double) seconds;
        System.out.printf(
                Locale.ROOT,
                "%,d companies, %,d due times, one node, %d s without a request: %d statements, %.2f a second (at most %.0f)%n",
                COMPANIES,
                number("select count(*) from job_due"),
                seconds,
                all,
                perSecond,
                TARGET);
        List<String> lines = new ArrayList<>();
        counted.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(15)
                .forEach(entry -> {
                    System.out.printf(
                            Locale.ROOT, "%8.2f/s  %s%n", entry.getValue() / (double) seconds, entry.getKey());
                    lines.add(String.format(
                            Locale.ROOT,
                            "    {\"statement\": \"%s\", \"per_second\": %.2f}",
                            entry.getKey().replace("\\", "\\\\").replace("\"", "\\\""),
                            entry.getValue() / (double) seconds));
                });
        if (System.getenv("RESULTS") != null) {
            Files.writeString(
                    Path.of(System.getenv("RESULTS"), "results", "idle-" + LocalDate.now() + ".json"),
                    String.format(
                            Locale.ROOT,
                            "{\n  \"companies\": %d,\n  \"seconds\": %d,\n  \"statements_per_second\": %.2f,\n  \"most\": [\n%s\n  ]\n}\n",
                            COMPANIES,
                            seconds,
                            perSecond,
                            String.join(",\n", lines)));
        }
        database.close();
        System.exit(perSecond <= TARGET ? 0 : 1);
    }

    private void register() throws IOException, InterruptedException {
        String body = "{\"company_name\": \"Idle\", \"slug\": \"idle\", \"name\": \"Ana\", \"email\": \"ana@idle.example\","
                + " \"password\": \"correct horse battery staple 9\"}";
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/auth/register"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("registering answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    private void companies() throws SQLException {
        database.execute("set session_replication_role = replica");
        database.execute("insert into tenants (id, slug, name) select gen_random_uuid(), 'idle-' || n, 'Idle ' || n"
                + " from generate_series(1, " + COMPANIES + ") n");
        database.execute("insert into tenant_directory (tenant_id, slug, time_zone) select id, slug, time_zone from tenants"
                + " where slug like 'idle-%' on conflict do nothing");
        database.execute("insert into job_due (tenant_id, job, due_at) select t.id, j.job, now() + interval '2 hours'"
                + " + random() * interval '20 hours' from tenants t cross join (select distinct job from job_due where job <> '') j"
                + " where t.slug like 'idle-%' on conflict do nothing");
        database.execute("update job_due set due_at = now() + interval '20 hours' where due_at < now() + interval '1 hour'");
        database.execute("reset session_replication_role");
        database.execute("analyze");
    }

    private Map<String, Integer> count(int seconds) throws SQLException, IOException, InterruptedException {
        database.execute("alter system set log_min_duration_statement = 0");
        database.execute("alter system set log_line_prefix = 'idle %u '");
        database.execute("select pg_reload_conf()");
        Thread.sleep(2_000);
        long from = database.log().toFile().length();
        Thread.sleep(seconds * 1_000L);
        Map<String, Integer> counted = new TreeMap<>();
        try (RandomAccessFile file = new RandomAccessFile(database.log().toFile(), "r")) {
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n")) {
                Matcher statement = STATEMENT.matcher(line);
                if (statement.matches() && !statement.group(1).equals("postgres")) {
                    String text = statement.group(2).strip();
                    counted.merge(text.substring(0, Math.min(90, text.length())), 1, Integer::sum);
                }
            }
        }
        database.execute("alter system reset log_min_duration_statement");
        database.execute("alter system reset log_line_prefix");
        database.execute("select pg_reload_conf()");
        return counted;
    }

    private long number(String sql) throws SQLException {
        return Long.parseLong(database.texts(sql).getFirst());
    }
}
