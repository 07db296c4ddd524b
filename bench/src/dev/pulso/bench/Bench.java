package dev.pulso.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Measures a product that {@code scripts/bench.sh} has just started on an empty data folder. Settings by environment:
 * PORT, PULSO_DB_PORT, PULSO_DATA, APP_PID, JVM_FLAGS (of the product), STARTED_IN (seconds), SECONDS_EACH, RESULTS.
 *
 * <p>Each workload alternates between the bare client and the product, so that noise of the machine meets both.
 */
final class Bench {
    private static final int DEALS = 100_000;
    private static final int CONTRACTS = 20_000;
    private static final int CUSTOMERS = 8_000;
    private static final int INVOICES = 60_000;

    private static final int READERS = 16;
    private static final int WRITERS = 8;
    private static final int MIXED = 32;
    private static final double MIXED_SECONDS = 60;
    private static final int ROUNDS = 2;
    private static final int WARM = 2_000;
    private static final int WARM_ROUNDS = 12;
    /** Of a JVM's processor time: as long as compiling takes more, it runs what it will not run for long. */
    private static final double COMPILING = 0.05;
    /** As in the product's configuration. */
    private static final int POOL = 20;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = Integer.parseInt(setting("PORT", null));
    private final double seconds = Double.parseDouble(setting("SECONDS_EACH", "5"));
    private final Database database;
    private final Processes processes;
    private final BareProcess bare;
    private final Report report = new Report();
    private final HttpLoad load = new HttpLoad(port);
    private String tenant = "";
    private String token = "";

    private Bench() throws Exception {
        database = new Database(
                Path.of(setting("PULSO_DATA", null)), Integer.parseInt(setting("PULSO_DB_PORT", null)));
        processes = new Processes(Long.parseLong(setting("APP_PID", null)), database.postmaster());
        bare = new BareProcess(
                Arrays.stream(setting("JVM_FLAGS", "").split(" ")).filter(flag -> !flag.isEmpty()).toList(),
                database.port(),
                POOL);
    }

    public static void main(String... args) throws Exception {
        Bench bench = new Bench();
        try {
            bench.run();
        } catch (Exception e) {
            // Threads that are no daemons would keep the process.
            e.printStackTrace();
            System.exit(2);
        } finally {
            bench.bare.close();
        }
        System.exit(bench.report.write(Path.of(setting("RESULTS", "bench"))) ? 0 : 1);
    }

    private void run() throws Exception {
        report.start(Double.parseDouble(setting("STARTED_IN", "NaN")), processes);
        long began = System.nanoTime();
        JsonNode neighbour = register("neighbour");
        database.seed(neighbour.at("/tenant/id").asText(), DEALS / 5, CUSTOMERS, CONTRACTS, INVOICES / 5);
        JsonNode session = register("bench");
        tenant = session.at("/tenant/id").asText();
        token = session.at("/access_token").asText();
        database.seed(tenant, DEALS, CUSTOMERS, CONTRACTS, INVOICES);
        report.seeded(DEALS, CONTRACTS, (System.nanoTime() - began) / 1e9);

        String pipeline = database.texts("select id from pipelines where tenant_id = '" + tenant + "'").getFirst();
        String board = "/api/crm/pipelines/" + pipeline + "/board";
        List<String> deals = database.texts("select id from deals where tenant_id = '" + tenant + "' order by random() limit 20000");

        Captured.begin(database);
        List<Captured.Transaction> byId = capture("GET", "/api/crm/deals/" + deals.getFirst(), null);
        List<Captured.Transaction> page = capture("GET", "/api/crm/deals?limit=50", null);
        List<Captured.Transaction> cards = capture("GET", board, null);
        capture("GET", "/api/portfolio/summary", null);
        List<Captured.Transaction> summary = capture("GET", "/api/portfolio/summary", null);
        capture("GET", "/api/dashboard/metrics", null);
        List<Captured.Transaction> dashboard = capture("GET", "/api/dashboard/metrics", null);
        Drops drops = new Drops(WRITERS);
        List<Captured.Transaction> drop = capture("POST", drops.path(drops.captured), drops.body(drops.captured));
        Captured.end(database);

        get("board, before the first vacuum", READERS, board, cards, true);
        database.execute("vacuum analyze");
        get("hello (GET /q/ping)", READERS, "/q/ping", null, false);
        measure("deal by id", READERS, byId, deals, reads(deals.stream().map(id -> "/api/crm/deals/" + id).toList(), ""));
        get("deals, a page of 50", READERS, "/api/crm/deals?limit=50", page, false);
        measure("deals, a page of 50, gzip", READERS, null, List.of(),
                reads(List.of("/api/crm/deals?limit=50"), "Accept-Encoding: gzip\r\n"));
        get("board", READERS, board, cards, false);
        get("portfolio summary", READERS, "/api/portfolio/summary", summary, false);
        get("dashboard, one at a time", 1, "/api/dashboard/metrics", dashboard, true);
        measure("drop of a card", WRITERS, drop, drops.bare, drops);
        login();
        mixed(board, deals);
        // The collector gives back memory once nobody works (-XX:G1PeriodicGCInterval).
        Thread.sleep(20_000);
        report.memory(processes);
        invoiceRun(neighbour.at("/tenant/id").asText());
        report.plans(plans(pipeline, deals.getFirst()));
    }

    private JsonNode register(String slug) throws Exception {
        return json.readTree(send("POST", "/api/auth/register", Map.of(
                "company_name", slug, "slug", slug, "name", slug, "email", slug + "@example.com", "password", "correct horse battery")));
    }

    private byte[] send(String method, String path, Object body) throws Exception {
        return send(method, path, body, UUID.randomUUID().toString());
    }

    private byte[] send(String method, String path, Object body, String requestId) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("X-Request-Id", requestId)
                .header("Content-Type", "application/json")
                .method(method, body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }

    private List<Captured.Transaction> capture(String method, String path, Object body) throws Exception {
        return Captured.of(database, UUID.randomUUID().toString(), id -> send(method, path, body, id));
    }

    private void get(String name, int connections, String path, List<Captured.Transaction> transactions, boolean once) throws Exception {
        HttpLoad.Script script = reads(List.of(path), "");
        if (once) {
            load.run(1, 2, script);
            report.add(name, connections, transactions, product(connections, script), null);
        } else {
            measure(name, connections, transactions, List.of(), script);
        }
    }

    private void measure(
            String name, int connections, List<Captured.Transaction> transactions, List<String> subjects, HttpLoad.Script script)
            throws Exception {
        Bare.Job job = transactions == null ? null : new Bare.Job(
                transactions, subjects.isEmpty() ? null : subjects.getFirst(), subjects, connections, seconds);
        if (job != null) {
            warmUp(bare.pid(), () -> bare.run(job, processes));
        }
        warmUp(processes.app(), () -> load.run(connections, seconds, script));
        Sample ofBare = null;
        Sample ofProduct = null;
        for (int round = 0; round < ROUNDS; round++) {
            if (job != null) {
                Sample sample = bare.run(job, processes);
                ofBare = ofBare == null ? sample : ofBare.plus(sample);
            }
            Sample sample = product(connections, script);
            ofProduct = ofProduct == null ? sample : ofProduct.plus(sample);
        }
        report.add(name, connections, transactions, ofProduct, ofBare);
    }

    private interface Round {
        Sample run() throws IOException;
    }

    /** Until the JVM has compiled what will be measured; what takes long per request needs more time for that. */
    private static void warmUp(long pid, Round load) throws IOException {
        int answers = 0;
        boolean compiling = true;
        for (int round = 0; compiling && round < WARM_ROUNDS || answers < WARM && round < 3; round++) {
            double before = Processes.cpuSeconds(pid);
            double compiledBefore = Processes.compilerSeconds(pid);
            answers += load.run().micros().length;
            compiling = Processes.compilerSeconds(pid) - compiledBefore > COMPILING * (Processes.cpuSeconds(pid) - before);
        }
    }

    /** One person after the other: a login is made to take its time (argon2id), so only its own time is of interest. */
    private void login() throws Exception {
        byte[] body = json.writeValueAsBytes(Map.of("tenant", "bench", "email", "bench@example.com", "password", "correct horse battery"));
        byte[] request = ("POST /api/auth/login HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length + "\r\n\r\n" + new String(body, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        load.run(1, 1, connection -> request);
        report.add("login", 1, null, product(1, Double.POSITIVE_INFINITY, seconds, connection -> request), null);
    }

    /**
     * What people and integrators do at once, at a rate that does not wait for the product: of 1,000 requests 610 read a record
     * and 284 a page of 50, 5 a board, 1 the sums of portfolio or dashboard, 70 drop a card and 30 make a lead.
     */
    private void mixed(String board, List<String> deals) throws Exception {
        Drops drops = new Drops(MIXED);
        HttpLoad.Script byId = reads(deals.stream().map(id -> "/api/crm/deals/" + id).toList(), "");
        HttpLoad.Script lists = reads(List.of(
                "/api/crm/deals?limit=50", "/api/crm/leads?limit=50", "/api/customers?limit=50", "/api/contracts?limit=50",
                "/api/invoices?limit=50", "/api/crm/companies?limit=50"), "Accept-Encoding: gzip\r\n");
        HttpLoad.Script boards = reads(List.of(board), "Accept-Encoding: gzip\r\n");
        HttpLoad.Script sums = reads(List.of("/api/portfolio/summary", "/api/dashboard/metrics"), "");
        byte[] lead = ("{\"name\":\"Ana Souza\",\"email\":\"ana@example.com\",\"source\":\"site\"}").getBytes(StandardCharsets.UTF_8);
        byte[] newLead = (head("POST", "/api/crm/leads") + "Content-Type: application/json\r\nContent-Length: " + lead.length
                + "\r\n\r\n" + new String(lead, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        boolean[] dropping = new boolean[MIXED];
        HttpLoad.Script script = new HttpLoad.Script() {
            @Override
            public byte[] next(int connection) {
                double kind = ThreadLocalRandom.current().nextDouble();
                dropping[connection] = kind >= 0.9 && kind < 0.97;
                return kind < 0.61 ? byId.next(connection)
                        : kind < 0.894 ? lists.next(connection)
                        : kind < 0.899 ? boards.next(connection)
                        : kind < 0.9 ? sums.next(connection)
                        : kind < 0.97 ? drops.next(connection)
                        : newLead;
            }

            @Override
            public void answered(int connection, byte[] answer, int length) {
                if (dropping[connection]) {
                    drops.answered(connection, answer, length);
                }
            }
        };
        // As busy as the reference would be: a slower machine is asked for less.
        double perSecond = Report.MIXED_PER_SECOND / report.slower();
        load.run(MIXED, seconds, perSecond / 2, script);
        report.add("mixed", MIXED, null, product(MIXED, perSecond, MIXED_SECONDS, script), null);
    }

    private Sample product(int connections, HttpLoad.Script script) throws Exception {
        return product(connections, Double.POSITIVE_INFINITY, seconds, script);
    }

    private Sample product(int connections, double perSecond, double seconds, HttpLoad.Script script) throws Exception {
        Map<String, Double> before = processes.cpuSeconds();
        Sample sample = load.run(connections, seconds, perSecond, script);
        Map<String, Double> cpu = new TreeMap<>(Processes.difference(before, processes.cpuSeconds()));
        return new Sample(sample.seconds(), sample.micros(), sample.failures(), cpu);
    }

    private HttpLoad.Script reads(List<String> paths, String header) {
        byte[][] requests = paths.stream()
                .map(path -> head("GET", path) + header + "\r\n")
                .map(request -> request.getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new);
        return connection -> requests[requests.length == 1 ? 0 : ThreadLocalRandom.current().nextInt(requests.length)];
    }

    private String head(String method, String path) {
        return method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAuthorization: Bearer " + token + "\r\n";
    }

    /** Open cards that go round the open columns, as the browser sends them: by their version, behind a card that is there. */
    private final class Drops implements HttpLoad.Script {
        private static final byte[] VERSION = "\"version\":".getBytes(StandardCharsets.US_ASCII);

        private record Card(String id, int[] state) {}

        final List<String> bare = new ArrayList<>();
        final Card captured;
        private final List<String> stages;
        private final List<List<String>> neighbours = new ArrayList<>();
        private final List<List<Card>> cards = new ArrayList<>();
        private final int[] turns;
        private final Card[] moving;

        Drops(int writers) throws Exception {
            turns = new int[writers];
            moving = new Card[writers];
            stages = database.texts(
                    "select id from stages where tenant_id = '" + tenant + "' and type = 'open' order by ordinal");
            for (String stage : stages) {
                neighbours.add(database.texts("select id from deals where stage_id = '" + stage + "' order by position limit 500"));
            }
            // Of those that nobody has moved yet.
            List<String> ids = database.texts("select d.id from deals d where d.stage_id = '" + stages.getFirst()
                    + "' and d.version = 0 and d.id not in (select id from deals where stage_id = d.stage_id order by position limit 500)"
                    + " order by random() limit 5000");
            captured = new Card(ids.getFirst(), new int[] {0, 0});
            // The first of them stands for the captured one, whose row has its first version behind it.
            bare.addAll(ids.subList(1, 2500));
            bare.addFirst(captured.id());
            for (int i = 0; i < writers; i++) {
                cards.add(new ArrayList<>());
            }
            for (int i = 2500; i < ids.size(); i++) {
                cards.get(i % writers).add(new Card(ids.get(i), new int[] {0, 0}));
            }
        }

        String path(Card card) {
            return "/api/crm/deals/" + card.id() + "/move";
        }

        /** state: version, place in the round. */
        Map<String, Object> body(Card card) {
            card.state()[1] = (card.state()[1] + 1) % stages.size();
            List<String> there = neighbours.get(card.state()[1]);
            return Map.of(
                    "stage_id", stages.get(card.state()[1]),
                    "after_id", there.get(ThreadLocalRandom.current().nextInt(there.size())));
        }

        @Override
        public byte[] next(int connection) {
            List<Card> mine = cards.get(connection);
            Card card = mine.get(turns[connection]++ % mine.size());
            moving[connection] = card;
            try {
                String body = json.writeValueAsString(body(card));
                return (head("POST", path(card)) + "If-Match: \"" + card.state()[0] + "\"\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII);
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void answered(int connection, byte[] answer, int length) {
            for (int i = length - VERSION.length; i > 0; i--) {
                if (Arrays.equals(answer, i, i + VERSION.length, VERSION, 0, VERSION.length)) {
                    int version = 0;
                    for (int at = i + VERSION.length; at < length && answer[at] >= '0' && answer[at] <= '9'; at++) {
                        version = version * 10 + answer[at] - '0';
                    }
                    moving[connection].state()[0] = version;
                    return;
                }
            }
        }
    }

    /** The product's run, and what PostgreSQL alone takes for as many invoices with their items, numbers and audit trail. */
    private void invoiceRun(String neighbour) throws Exception {
        Map<String, Double> before = processes.cpuSeconds();
        JsonNode run = json.readTree(send("POST", "/api/jobs/invoice-run/runs", Map.of("on", LocalDate.now().toString())));
        while (!List.of("succeeded", "failed").contains(run.at("/status").asText())) {
            Thread.sleep(100);
            run = json.readTree(send("GET", "/api/jobs/runs/" + run.at("/id").asText(), null));
        }
        Map<String, Double> cpu = Processes.difference(before, processes.cpuSeconds());
        if (!run.at("/status").asText().equals("succeeded")) {
            throw new IllegalStateException("the invoice run failed: " + run);
        }
        double took = java.time.Duration.between(
                                java.time.Instant.parse(run.at("/started_at").asText()),
                                java.time.Instant.parse(run.at("/finished_at").asText()))
                        .toMillis()
                / 1000.0;
        long created = run.at("/counts/invoices_created").asLong();
        long began = System.nanoTime();
        database.execute("set role " + Database.ROLE);
        database.execute("select set_config('app.tenant_id', '" + neighbour + "', false), set_config('app.actor', 'bench', false)");
        database.execute(Database.resource("invoices.sql").replace(":tenant", "'" + neighbour + "'::uuid"));
        double alone = (System.nanoTime() - began) / 1e9;
        database.execute("reset role");
        report.invoiceRun(created, took, CONTRACTS / alone, cpu);
    }

    private Map<String, List<String>> plans(String pipeline, String deal) throws Exception {
        Map<String, List<String>> plans = new TreeMap<>();
        for (String part : Database.resource("plans.sql").split("(?m)^-- plan: ")) {
            if (!part.isBlank()) {
                String[] halves = part.split("\n", 2);
                plans.put(halves[0], database.plan(tenant, halves[1].strip()
                        .replace(":pipeline", "'" + pipeline + "'").replace(":deal", "'" + deal + "'")));
            }
        }
        return plans;
    }

    private static String setting(String name, String fallback) {
        String value = System.getenv(name);
        if (value == null && fallback == null) {
            throw new IllegalArgumentException(name + " is not set");
        }
        return value == null ? fallback : value;
    }
}
