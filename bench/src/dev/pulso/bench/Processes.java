package dev.pulso.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the processes cost, as Linux counts it. */
record Processes(long app, long postmaster) {
    private static final double TICKS_PER_SECOND = 100;

    /** Seconds of processor time since the start of each: the product's JVM, PostgreSQL, and this load generator. */
    Map<String, Double> cpuSeconds() throws IOException {
        Map<String, Double> spent = new LinkedHashMap<>();
        spent.put("app", ticks(app, false) / TICKS_PER_SECOND);
        spent.put("postgres", postgresTicks() / TICKS_PER_SECOND);
        spent.put("client", ticks(ProcessHandle.current().pid(), false) / TICKS_PER_SECOND);
        return spent;
    }

    static double cpuSeconds(long pid) throws IOException {
        return ticks(pid, false) / TICKS_PER_SECOND;
    }

    /** Of these, what its JVM spends on compiling. */
    static double compilerSeconds(long pid) throws IOException {
        long sum = 0;
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + pid + "/task"))) {
            for (Path thread : threads.toList()) {
                String name = Files.readString(thread.resolve("comm"));
                // Names are cut off.
                if (name.startsWith("C1 CompilerThre") || name.startsWith("C2 CompilerThre")) {
                    sum += ticks(thread, false);
                }
            }
        }
        return sum / TICKS_PER_SECOND;
    }

    static Map<String, Double> difference(Map<String, Double> before, Map<String, Double> after) {
        Map<String, Double> spent = new LinkedHashMap<>();
        after.forEach((process, seconds) -> spent.put(process, seconds - before.getOrDefault(process, 0.0)));
        return spent;
    }

    /** MiB that are resident now. */
    double appResidentMib() throws IOException {
        return kib(Path.of("/proc/" + app + "/status"), "VmRSS:") / 1024.0;
    }

    /** MiB at the highest. */
    double appPeakMib() throws IOException {
        return kib(Path.of("/proc/" + app + "/status"), "VmHWM:") / 1024.0;
    }

    /** MiB of PostgreSQL's processes; what they share is counted once. */
    double postgresMib() throws IOException {
        double sum = 0;
        for (long pid : postgres()) {
            sum += kib(Path.of("/proc/" + pid + "/smaps_rollup"), "Pss:") / 1024.0;
        }
        return sum;
    }

    private long postgresTicks() throws IOException {
        long sum = 0;
        for (long pid : postgres()) {
            // Those that have ended count with the postmaster.
            sum += ticks(pid, pid == postmaster);
        }
        return sum;
    }

    private List<Long> postgres() {
        return Stream.concat(
                        Stream.of(postmaster),
                        ProcessHandle.of(postmaster).stream()
                                .flatMap(ProcessHandle::descendants)
                                .map(ProcessHandle::pid))
                .toList();
    }

    private static long ticks(long pid, boolean withEnded) throws IOException {
        return ticks(Path.of("/proc/" + pid), withEnded);
    }

    private static long ticks(Path of, boolean withEnded) throws IOException {
        Path file = of.resolve("stat");
        if (!Files.exists(file)) {
            return 0;
        }
        String stat = Files.readString(file);
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long own = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        return withEnded ? own + Long.parseLong(fields[13]) + Long.parseLong(fields[14]) : own;
    }

    private static long kib(Path file, String field) throws IOException {
        try {
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith(field)) {
                    return Long.parseLong(line.substring(field.length()).replaceAll("[^0-9]", ""));
                }
            }
        } catch (java.nio.file.NoSuchFileException e) {
            // It has just ended.
            return 0;
        }
        throw new IOException(file + " has no " + field);
    }
}
