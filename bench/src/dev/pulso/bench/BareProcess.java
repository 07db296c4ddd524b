package dev.pulso.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@link Bare} in a JVM of its own. */
final class BareProcess implements AutoCloseable {
    private final ObjectMapper json = new ObjectMapper();
    private final Process process;
    private final BufferedWriter jobs;
    private final BufferedReader answers;

    /** @param flags those of the product's JVM */
    BareProcess(List<String> flags, int port, int poolSize) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.addAll(flags);
        command.addAll(List.of(
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "--sun-misc-unsafe-memory-access=allow", "-cp", System.getProperty("java.class.path"), Bare.class.getName(), Integer.toString(port), Integer.toString(poolSize)));
        process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        jobs = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    long pid() {
        return process.pid();
    }

    Sample run(Bare.Job job, Processes processes) throws IOException {
        Map<String, Double> before = processes.cpuSeconds();
        jobs.write(json.writeValueAsString(job));
        jobs.newLine();
        jobs.flush();
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the bare client has ended");
        }
        Bare.Answer answer = json.readValue(line, Bare.Answer.class);
        Map<String, Double> cpu = new TreeMap<>(Processes.difference(before, processes.cpuSeconds()));
        cpu.put("client", answer.cpuSeconds());
        return new Sample(answer.seconds(), answer.micros(), answer.failures(), cpu);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
