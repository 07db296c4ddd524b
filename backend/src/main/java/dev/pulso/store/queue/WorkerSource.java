package dev.pulso.store.queue;

import java.util.List;

/** Brings along workers that are not beans themselves, such as one for each subscriber of events. */
public interface WorkerSource {
    List<? extends Worker> workers();
}
