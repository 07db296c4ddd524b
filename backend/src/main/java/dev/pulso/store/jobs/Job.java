package dev.pulso.store.jobs;

import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;

/** Recurring work for one tenant at a time. Running it again for the same day must change nothing. */
public interface Job {

    /** Stable public name, such as {@code invoice-run}. */
    String name();

    /** One sentence for people. */
    String description();

    /** What somebody must be allowed, beside running jobs, who runs it by hand: what the work writes. */
    default Set<String> permissions() {
        return Set.of();
    }

    /** Time of day in the tenant's zone from which it is due; once a day. */
    LocalTime runsAt();

    /**
     * The days that a person may name: those for which a run can do no harm that cannot be taken back. Today unless a job
     * says more.
     *
     * @param today where the tenant is
     */
    default RunDays byHand(LocalDate today) {
        return RunDays.only(today);
    }

    /**
     * What a run for the day would do, in the words of {@link #run}, without doing it; nothing when a job cannot tell
     * before.
     */
    default Uni<Map<String, Long>> preview(Caller caller, LocalDate on) {
        return Uni.createFrom().item(Map.of());
    }

    /**
     * Does the work for a day.
     *
     * @param progress to be told now and then, for who looks on
     * @return what was done, for people
     */
    Uni<Map<String, Long>> run(Caller caller, LocalDate on, JobProgress progress);
}
