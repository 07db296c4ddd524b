package dev.pulso.store.jobs;

import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes for whom and for which day it ran; fails for the day the tests call unlucky. */
@ApplicationScoped
class CountingJob implements Job {
    static final LocalDate UNLUCKY = LocalDate.of(1913, 12, 13);

    record Ran(UUID tenant, LocalDate on) {}

    private final List<Ran> runs = new CopyOnWriteArrayList<>();
    private final Map<UUID, CompletableFuture<Void>> held = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "test-count";
    }

    @Override
    public String description() {
        return "Counts.";
    }

    @Override
    public LocalTime runsAt() {
        return LocalTime.MIDNIGHT;
    }

    @Override
    public RunDays byHand(LocalDate today) {
        return RunDays.until(today);
    }

    @Override
    public Uni<Map<String, Long>> run(Caller caller, LocalDate on, JobProgress progress) {
        if (on.equals(UNLUCKY)) {
            return Uni.createFrom().failure(new IllegalStateException("secret detail"));
        }
        return progress.report(Map.of("half", 1L))
                .chain(() -> released(caller.tenantId()))
                .map(done -> {
                    runs.add(new Ran(caller.tenantId(), on));
                    return Map.of("counted", 7L);
                });
    }

    /** From now on a run of that tenant does not end before {@link #letGo}. */
    void hold(UUID tenant) {
        held.put(tenant, new CompletableFuture<>());
    }

    void letGo(UUID tenant) {
        CompletableFuture<Void> gate = held.remove(tenant);
        if (gate != null) {
            gate.complete(null);
        }
    }

    private Uni<Void> released(UUID tenant) {
        CompletableFuture<Void> gate = held.get(tenant);
        return gate == null ? Uni.createFrom().voidItem() : Uni.createFrom().completionStage(gate);
    }

    List<LocalDate> daysOf(UUID tenant) {
        return runs.stream()
                .filter(ran -> ran.tenant().equals(tenant))
                .map(Ran::on)
                .toList();
    }
}
