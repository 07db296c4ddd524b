package dev.pulso.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The yardstick: the Vert.x PG client that the product uses, in a JVM with the product's flags and a pool with its settings,
 * runs the product's statements in the product's envelope. No HTTP, no login, no objects, no JSON. It reads one job a line
 * and answers one line.
 */
final class Bare {
    /**
     * @param subjects ids that take the place of {@code subject}: any for a read; a worker's own, in turn, for a write
     */
    record Job(
            List<Captured.Transaction> transactions,
            String subject,
            List<String> subjects,
            int concurrency,
            double seconds) {}

    record Answer(double seconds, int[] micros, Map<String, Integer> failures, double cpuSeconds) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;
    /** Of each row that a worker writes: only that worker touches it. */
    private final Map<String, Integer> versions = new java.util.concurrent.ConcurrentHashMap<>();

    private Bare(int port, int poolSize) {
        PgConnectOptions server = new PgConnectOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setDatabase("pulso")
                .setUser(Database.ROLE)
                .setPassword(Database.PASSWORD)
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheMaxSize(512)
                .setPreparedStatementCacheSqlLimit(32_768);
        pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(poolSize))
                .connectingTo(server)
                .using(vertx)
                .build();
    }

    public static void main(String... args) throws Exception {
        Bare bare = new Bare(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        BufferedReader jobs = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = jobs.readLine(); line != null; line = jobs.readLine()) {
            System.out.println(JSON.writeValueAsString(bare.run(JSON.readValue(line, Job.class))));
        }
        System.exit(0);
    }

    private Answer run(Job job) throws Exception {
        long pid = ProcessHandle.current().pid();
        double cpu = Processes.cpuSeconds(pid);
        CountDownLatch done = new CountDownLatch(job.concurrency());
        List<Worker> workers = new ArrayList<>();
        long began = System.nanoTime();
        long end = began + (long) (job.seconds() * 1e9);
        for (int i = 0; i < job.concurrency(); i++) {
            Worker worker = new Worker(job, i, end, done);
            workers.add(worker);
            Context context = ((VertxInternal) vertx).createEventLoopContext();
            context.runOnContext(ignored -> worker.next());
        }
        done.await();
        double seconds = (System.nanoTime() - began) / 1e9;
        Sample sum = new Sample(seconds, new int[0], Map.of(), Map.of());
        for (Worker worker : workers) {
            sum = sum.plus(new Sample(0, worker.latencies.micros(), worker.latencies.failures(), Map.of()));
        }
        return new Answer(seconds, sum.micros(), sum.failures(), Processes.cpuSeconds(pid) - cpu);
    }

    private final class Worker {
        private final Job job;
        private final long end;
        private final CountDownLatch done;
        private final List<String> subjects;
        private final boolean writes;
        private final Latencies latencies = new Latencies();
        private int turn;

        Worker(Job job, int number, long end, CountDownLatch done) {
            this.job = job;
            this.end = end;
            this.done = done;
            writes = job.transactions().stream().anyMatch(transaction -> !transaction.pipelined());
            if (writes) {
                subjects = new ArrayList<>();
                for (int i = number; i < job.subjects().size(); i += job.concurrency()) {
                    subjects.add(job.subjects().get(i));
                }
            } else {
                subjects = job.subjects();
            }
        }

        void next() {
            String subject = subjects.isEmpty()
                    ? job.subject()
                    : subjects.get(writes ? turn++ % subjects.size() : ThreadLocalRandom.current().nextInt(subjects.size()));
            long began = System.nanoTime();
            Future<Void> all = Future.succeededFuture();
            for (Captured.Transaction transaction : job.transactions()) {
                all = all.compose(ignored -> transaction.pipelined() ? inOneTick(transaction, subject) : stepByStep(transaction, subject));
            }
            all.onComplete(result -> {
                if (result.succeeded()) {
                    latencies.took(System.nanoTime() - began);
                } else {
                    latencies.failed(String.valueOf(result.cause().getMessage()));
                }
                if (System.nanoTime() < end) {
                    next();
                } else {
                    done.countDown();
                }
            });
        }

        private Future<Void> inOneTick(Captured.Transaction transaction, String subject) {
            return pool.getConnection().compose(connection -> {
                List<Future<?>> sent = new ArrayList<>();
                String begin = transaction.statements().size() > 1 ? "begin isolation level repeatable read" : "begin";
                sent.add(connection.query(begin).execute());
                sent.add(execute(connection, transaction.settings(), subject));
                for (Captured.Parameterized statement : transaction.statements()) {
                    sent.add(execute(connection, statement, subject));
                }
                sent.add(connection.query("commit").execute());
                return Future.join(sent).<Void>mapEmpty().eventually(() -> connection.close());
            });
        }

        private Future<Void> stepByStep(Captured.Transaction transaction, String subject) {
            return pool.getConnection().compose(connection -> {
                Future<io.vertx.sqlclient.Transaction> begun = connection.begin();
                Future<Void> steps = Future.join(begun, execute(connection, transaction.settings(), subject)).mapEmpty();
                for (Captured.Parameterized statement : transaction.statements()) {
                    steps = steps.compose(ignored -> execute(connection, statement, subject));
                }
                return steps.compose(ignored -> begun.result().commit()).eventually(() -> connection.close());
            });
        }

        private Future<Void> execute(SqlConnection connection, Captured.Parameterized statement, String subject) {
            Tuple values = Tuple.tuple();
            boolean update = statement.sql().startsWith("update ");
            if (update) {
                versions.merge(subject, 1, Integer::sum);
            }
            for (int i = 0; i < statement.types().size(); i++) {
                values.addValue(value(statement.types().get(i), statement.values().get(i), subject, update));
            }
            return connection.preparedQuery(statement.sql()).execute(values).mapEmpty();
        }

        private Object value(String type, String text, String subject, boolean update) {
            if (text == null) {
                return null;
            }
            return switch (type) {
                case "uuid" -> UUID.fromString(text.equals(job.subject()) ? subject : text);
                // A version: as many as this row has had; the captured request was the first of its row.
                case "integer" -> update ? Integer.parseInt(text) + versions.get(subject) - 1 : Integer.parseInt(text);
                case "smallint" -> Short.parseShort(text);
                case "bigint" -> Long.parseLong(text);
                case "boolean" -> text.equals("t");
                case "date" -> LocalDate.parse(text);
                case "timestamp with time zone" -> OffsetDateTime.parse(text.replace(' ', 'T').replaceFirst("([+-]\\d\\d)$", "$1:00"));
                // The ids of events must be new; those of their subjects are not.
                case "uuid[]" ->
                    elements(text).stream()
                            .map(id -> id.equals(job.subject()) ? UUID.fromString(subject) : fresh(id))
                            .toArray(UUID[]::new);
                case "text[]" -> elements(text).toArray(String[]::new);
                // The place of a card: another one each time, as it would be.
                default -> update ? text + (2 * ThreadLocalRandom.current().nextInt(50) + 1) : text;
            };
        }

        private final Map<String, UUID> freshIds = new HashMap<>();
        private int freshTurn = -1;

        /** One new id for each captured one, the same within a turn. */
        private UUID fresh(String captured) {
            if (freshTurn != turn) {
                freshIds.clear();
                freshTurn = turn;
            }
            return freshIds.computeIfAbsent(captured, id -> UUID.randomUUID());
        }
    }

    /** Of an array as PostgreSQL writes it, with one level. */
    private static List<String> elements(String array) {
        List<String> elements = new ArrayList<>();
        if (array.equals("{}")) {
            return elements;
        }
        StringBuilder element = new StringBuilder();
        boolean quoted = false;
        for (int i = 1; i < array.length(); i++) {
            char c = array.charAt(i);
            if (quoted && c == '\\') {
                element.append(array.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '}')) {
                elements.add(element.toString());
                element.setLength(0);
            } else {
                element.append(c);
            }
        }
        return elements;
    }
}
