package dev.pulso.store.jobs;

import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;

/** As another job, at 22:00. Not a bean: only the tests that make one have it. */
record LateJob(Job job) implements Job {
    @Override
    public String name() {
        return "test-late";
    }

    @Override
    public String description() {
        return job.description();
    }

    @Override
    public LocalTime runsAt() {
        return LocalTime.of(22, 0);
    }

    @Override
    public Uni<Map<String, Long>> run(Caller caller, LocalDate on, JobProgress progress) {
        return job.run(caller, on, progress);
    }
}
