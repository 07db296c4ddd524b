package dev.pulso.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints what was measured, holds it against the targets, and keeps it: bench/results/DAY.json and the table of bench/README.md. */
final class Report {
    private static final String BEGIN = "<!-- results -->\n";
    private static final String END = "<!-- /results -->\n";
    private static final String HEAD =
            "| | at once | requests/s | p50 ms | p95 ms | p99 ms | of bare | of hello | statements | CPU/request µs: app, PostgreSQL, client |\n"
                    + "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n";

    /** What the bare client reads by id in a second on the machine that the limits in milliseconds were set on (2026-11-21). */
    private static final double BARE_BY_ID = 15_285;

    /** Requests a second of the mixed load, on that machine. */
    static final int MIXED_PER_SECOND = 1_000;

    private record Target(String what, String measured, boolean met) {}

    private final Map<String, Object> kept = new LinkedHashMap<>();
    private final Map<String, Object> workloads = new LinkedHashMap<>();
    private final List<Target> targets = new ArrayList<>();
    private final StringBuilder table = new StringBuilder(HEAD);
    private final List<String> notes = new ArrayList<>();
    private double hello = Double.NaN;
    private double startedIn = Double.NaN;
    /** How many times slower than the machine that limits in milliseconds were set on; known from the first bare client. */
    private double slower = 1;
    private int errors;

    void start(double startedIn, Processes processes) throws IOException {
        kept.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        kept.put("command", "make bench");
        kept.put("processors", Runtime.getRuntime().availableProcessors());
        kept.put("java", System.getProperty("java.runtime.version"));
        kept.put("jvm_flags", System.getenv().getOrDefault("JVM_FLAGS", ""));
        kept.put("second_start_seconds", startedIn);
        kept.put("rss_mib_after_start", round(processes.appResidentMib()));
        this.startedIn = startedIn;
    }

    void seeded(int deals, int contracts, double seconds) {
        kept.put("seed", Map.of("deals", deals, "contracts", contracts, "seconds", round(seconds)));
        say("seeded %,d deals and %,d contracts, and a smaller neighbour, in %.0f s".formatted(deals, contracts, seconds));
        System.out.print(HEAD);
    }

    void add(String name, int connections, List<Captured.Transaction> transactions, Sample product, Sample bare) {
        if (name.startsWith("hello")) {
            hello = product.perSecond();
        }
        int statements = transactions == null
                ? 0
                : transactions.stream().mapToInt(one -> one.statements().size()).sum();
        double ofBare = bare == null ? Double.NaN : product.perSecond() / bare.perSecond();
        Map<String, Object> workload = new LinkedHashMap<>();
        workload.put("connections", connections);
        workload.put("statements", statements);
        workload.put("product", figures(product));
        workload.put("ratio_to_hello", round(product.perSecond() / hello));
        row(name, connections, product, ofBare, transactions == null ? "" : Integer.toString(statements));
        if (bare != null) {
            workload.put("bare", figures(bare));
            workload.put("ratio_to_bare", round(ofBare));
            row("└ bare client", connections, bare, Double.NaN, "");
        }
        workloads.put(name, workload);
        if (name.equals("deal by id")) {
            slower = Math.max(1, BARE_BY_ID / bare.perSecond());
            kept.put("slower_than_reference", round(slower));
        }
        errors += product.failures().values().stream().mapToInt(Integer::intValue).sum();
        if (!product.failures().isEmpty()) {
            note(name + ": failures " + product.failures());
        }
        if (bare != null && !bare.failures().isEmpty()) {
            note("bare client, " + name + ": failures " + bare.failures());
        }
        switch (name) {
            case "deal by id", "deals, a page of 50" -> {
                target(name + " >= 50 % of the bare client", ofBare * 100, "%", ofBare >= 0.5);
                target(name + " >= 1,000 requests/s", product.perSecond(), "/s", product.perSecond() >= 1000);
                target(name + " in 1 statement", statements, "", statements == 1);
            }
            case "board" -> {
                within("board p95", product, 100);
                target("board in <= 3 statements", statements, "", statements <= 3);
            }
            case "portfolio summary" -> within("portfolio summary p95", product, 150);
            case "dashboard, one at a time" -> within("dashboard p95", product, 250);
            case "login" -> within("login p95", product, 150);
            case "mixed" -> {
                within("mixed load p95", product, 100);
                target("mixed load, requests/s answered", product.perSecond(), "/s", product.perSecond() >= 0.99 * MIXED_PER_SECOND / slower);
            }
            case "drop of a card" -> {
                target(name + " >= 50 % of the bare client", ofBare * 100, "%", ofBare >= 0.5);
                within("drop p95", product, 100);
            }
            default -> {}
        }
    }

    /** Of a limit in milliseconds on a machine like the reference; a slower one may take so many times longer. */
    private void within(String what, Sample product, double millis) {
        double limit = millis * slower;
        double taken = product.percentile(0.95);
        target("%s <= %.0f ms%s".formatted(what, limit, slower > 1 ? " (%.0f x %.1f)".formatted(millis, slower) : ""), taken, "ms", taken <= limit);
    }

    /** How much of a load a machine like this one is given, so that it is as busy as the reference was. */
    double slower() {
        return slower;
    }

    void memory(Processes processes) throws IOException {
        double app = processes.appResidentMib();
        kept.put("rss_mib_after_load", round(app));
        kept.put("rss_mib_peak", round(processes.appPeakMib()));
        kept.put("postgres_pss_mib", round(processes.postgresMib()));
        note("memory 20 s after load: product %.0f MiB resident (peak %.0f), PostgreSQL's processes %.0f MiB"
                .formatted(app, processes.appPeakMib(), processes.postgresMib()));
        target("second start <= %.1f s".formatted(3 * slower), startedIn, "s", startedIn <= 3 * slower);
        target("RSS of the product after load <= 350 MB", app * 1.048576, "MB", app * 1.048576 <= 350);
    }

    void invoiceRun(long invoices, double seconds, double alone, Map<String, Double> cpu) {
        double perSecond = invoices / seconds;
        kept.put("invoice_run", Map.of(
                "invoices", invoices, "seconds", round(seconds), "per_second", Math.round(perSecond),
                "postgres_alone_per_second", Math.round(alone), "cpu_seconds", cpu));
        note(("invoice run: %,d invoices in %.1f s, %,.0f a second; PostgreSQL alone, in one statement: %,.0f (%.0f %%); CPU seconds:"
                        + " app %.1f, PostgreSQL %.1f")
                .formatted(invoices, seconds, perSecond, alone, 100 * perSecond / alone, cpu.get("app"), cpu.get("postgres")));
        target("invoice run >= 2,000 invoices/s", perSecond, "/s", perSecond >= 2000);
    }

    void plans(Map<String, List<String>> plans) {
        kept.put("plans", plans);
    }

    /** True when every target is met and nothing failed. */
    boolean write(Path folder) throws IOException {
        kept.put("workloads", workloads);
        List<String> verdicts = new ArrayList<>();
        Map<String, Object> verdict = new LinkedHashMap<>();
        for (Target target : targets) {
            verdicts.add((target.met() ? "- ✓ " : "- ✗ ") + target.what() + ": " + target.measured());
            verdict.put(target.what(), Map.of("measured", target.measured(), "met", target.met()));
        }
        kept.put("targets", verdict);
        System.out.println("\n" + String.join("\n", verdicts));
        Files.createDirectories(folder.resolve("results"));
        String day = LocalDate.now(ZoneOffset.UTC).toString();
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(folder.resolve("results/" + day + ".json").toFile(), kept);
        Path readme = folder.resolve("README.md");
        if (Files.exists(readme)) {
            String text = Files.readString(readme);
            int from = text.indexOf(BEGIN) + BEGIN.length();
            String results = "Made by `make bench`, %s, %s processors, Java %s; all of it in [results/%s.json](results/%s.json).\n\n%s\n%s\n\n%s\n"
                    .formatted(kept.get("at"), kept.get("processors"), kept.get("java"), day, day, table,
                            String.join("\n", notes.stream().map(note -> "- " + note).toList()), String.join("\n", verdicts));
            Files.writeString(readme, text.substring(0, from) + results + text.substring(text.indexOf(END)));
        }
        return errors == 0 && targets.stream().allMatch(Target::met);
    }

    private void row(String name, int connections, Sample sample, double ofBare, String statements) {
        int requests = Math.max(1, sample.micros().length);
        String row = "| %s | %d | %,.0f | %.1f | %.1f | %.1f | %s | %s | %s | %.0f, %.0f, %.0f |\n"
                .formatted(name, connections, sample.perSecond(), sample.percentile(0.5), sample.percentile(0.95),
                        sample.percentile(0.99), part(ofBare), part(sample.perSecond() / hello), statements,
                        sample.cpuSeconds().get("app") * 1e6 / requests, sample.cpuSeconds().get("postgres") * 1e6 / requests,
                        sample.cpuSeconds().get("client") * 1e6 / requests);
        table.append(row);
        System.out.print(row);
    }

    private static String part(double ratio) {
        return Double.isNaN(ratio) ? "" : "%.0f %%".formatted(ratio * 100);
    }

    private static Map<String, Object> figures(Sample sample) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("seconds", round(sample.seconds()));
        figures.put("requests", sample.micros().length);
        figures.put("per_second", round(sample.perSecond()));
        figures.put("p50_ms", round(sample.percentile(0.5)));
        figures.put("p95_ms", round(sample.percentile(0.95)));
        figures.put("p99_ms", round(sample.percentile(0.99)));
        figures.put("failures", sample.failures());
        figures.put("cpu_seconds", sample.cpuSeconds());
        return figures;
    }

    private void target(String what, double measured, String unit, boolean met) {
        targets.add(new Target(what, String.format(Locale.ROOT, measured < 10 ? "%.1f %s" : "%,.0f %s", measured, unit).strip(), met));
    }

    private void note(String note) {
        notes.add(note);
        say(note);
    }

    private static void say(String text) {
        System.out.println(text);
    }

    private static double round(double value) {
        return Double.isFinite(value) ? Math.round(value * 1000) / 1000.0 : 0;
    }
}
