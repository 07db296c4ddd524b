package dev.pulso.store.jobs;

import io.smallrye.mutiny.Uni;
import java.util.Map;

/** Where a run says how far it is. */
@FunctionalInterface
public interface JobProgress {
    Uni<Void> report(Map<String, Long> counts);
}
