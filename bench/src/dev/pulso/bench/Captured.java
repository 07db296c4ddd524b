package dev.pulso.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The statements that the product sent for one request, read from PostgreSQL's log: so the bare client always runs what the
 * product runs, and the number of statements is counted, not claimed.
 */
final class Captured {
    /** @param types of the parameters; {@code values} are their texts, null for NULL */
    record Parameterized(String sql, List<String> types, List<String> values) {}

    /**
     * @param pipelined sent in one go, without waiting for each answer
     * @param settings the statement that says on whose behalf
     */
    record Transaction(boolean pipelined, Parameterized settings, List<Parameterized> statements) {}

    private static final Pattern LINE =
            Pattern.compile("^bench (\\d+) (LOG|DETAIL|ERROR|STATEMENT|HINT|CONTEXT|WARNING|FATAL): {2}(.*)$");
    private static final Pattern STATEMENT =
            Pattern.compile("^duration: [0-9.]+ ms {2}(?:(statement)|execute [^:]*): (.*)$", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = (NULL|'((?:[^']|'')*)')", Pattern.DOTALL);

    private Captured() {}

    static void begin(Database database) throws SQLException {
        database.execute("alter system set log_min_duration_statement = 0");
        database.execute("alter system set log_line_prefix = 'bench %p '");
        database.execute("select pg_reload_conf()");
    }

    static void end(Database database) throws SQLException {
        database.execute("alter system reset log_min_duration_statement");
        database.execute("alter system reset log_line_prefix");
        database.execute("select pg_reload_conf()");
    }

    interface Request {
        void send(String requestId) throws Exception;
    }

    /** The transactions of one request, each with its statements behind the settings. */
    static List<Transaction> of(Database database, String requestId, Request request) throws Exception {
        long from = database.log().toFile().length();
        request.send(requestId);
        List<Transaction> found = List.of();
        // The log is written before the answer of a statement leaves, but COMMIT's line may come behind ours.
        for (int attempt = 0; attempt < 50; attempt++) {
            List<Transaction> now = parse(database, read(database, from), requestId);
            if (!now.isEmpty() && now.equals(found)) {
                return found;
            }
            found = now;
            Thread.sleep(100);
        }
        throw new IOException("the log of PostgreSQL tells nothing of the request " + requestId);
    }

    private static String read(Database database, long from) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(database.log().toFile(), "r")) {
            file.seek(from);
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static final class Open {
        final boolean pipelined;
        boolean ours;
        Parameterized settings;
        final List<String> sql = new ArrayList<>();
        final List<List<String>> values = new ArrayList<>();

        Open(boolean pipelined) {
            this.pipelined = pipelined;
        }
    }

    private static List<Transaction> parse(Database database, String text, String requestId) throws SQLException {
        Map<String, Open> open = new HashMap<>();
        List<Transaction> transactions = new ArrayList<>();
        for (String[] entry : entries(text)) {
            String process = entry[0];
            Open current = open.get(process);
            if (entry[1].equals("DETAIL") && current != null && !current.sql.isEmpty() && current.values.size() < current.sql.size()) {
                List<String> values = values(entry[2]);
                current.values.add(values);
                if (current.sql.getLast().contains("set_config('app.request_id'")) {
                    current.ours = values.contains(requestId);
                    if (current.ours) {
                        String sql = current.sql.getLast();
                        current.settings = new Parameterized(sql, database.parameterTypes(sql), values);
                    }
                    current.sql.clear();
                    current.values.clear();
                }
            }
            Matcher statement = STATEMENT.matcher(entry[2]);
            if (!entry[1].equals("LOG") || !statement.matches()) {
                continue;
            }
            String sql = statement.group(2).strip();
            if (sql.regionMatches(true, 0, "begin", 0, "begin".length())) {
                // The one-tick envelope writes it small, the client's own begin() does not.
                open.put(process, new Open(sql.startsWith("begin")));
            } else if (sql.equalsIgnoreCase("commit")) {
                open.remove(process);
                if (current != null && current.ours) {
                    fill(current);
                    transactions.add(new Transaction(current.pipelined, current.settings, statements(database, current)));
                }
            } else if (current != null) {
                fill(current);
                current.sql.add(sql);
            }
        }
        return transactions;
    }

    /** A statement without parameters has no line of details. */
    private static void fill(Open current) {
        while (current.values.size() < current.sql.size()) {
            current.values.add(List.of());
        }
    }

    private static List<Parameterized> statements(Database database, Open transaction) throws SQLException {
        List<Parameterized> statements = new ArrayList<>();
        for (int i = 0; i < transaction.sql.size(); i++) {
            String sql = transaction.sql.get(i);
            List<String> values = transaction.values.get(i);
            statements.add(new Parameterized(
                    sql, values.isEmpty() ? List.of() : database.parameterTypes(sql), values));
        }
        return statements;
    }

    /** Process, kind and text of each entry; the further lines of one begin with a tab. */
    private static List<String[]> entries(String text) {
        List<String[]> entries = new ArrayList<>();
        for (String line : text.split("\n")) {
            Matcher start = LINE.matcher(line);
            if (start.matches()) {
                entries.add(new String[] {start.group(1), start.group(2), start.group(3)});
            } else if (!entries.isEmpty()) {
                entries.getLast()[2] += "\n" + (line.startsWith("\t") ? line.substring(1) : line);
            }
        }
        return entries;
    }

    private static List<String> values(String details) {
        Map<Integer, String> values = new LinkedHashMap<>();
        Matcher parameter = PARAMETER.matcher(details);
        while (parameter.find()) {
            values.put(
                    Integer.parseInt(parameter.group(1)),
                    parameter.group(2).equals("NULL") ? null : parameter.group(3).replace("''", "'"));
        }
        return new ArrayList<>(values.values());
    }
}
