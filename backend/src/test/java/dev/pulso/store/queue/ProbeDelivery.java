package dev.pulso.store.queue;

import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Notes what it delivers, and fails as it is told. */
@ApplicationScoped
class ProbeDelivery implements Delivery {
    static final String QUEUE = "test-delivery";

    record Told(UUID ref, String key) {}

    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final Map<UUID, Integer> failing = new ConcurrentHashMap<>();
    private final Map<UUID, Integer> forgetful = new ConcurrentHashMap<>();
    private final List<UUID> notedAsDead = new CopyOnWriteArrayList<>();

    @Override
    public String queue() {
        return QUEUE;
    }

    @Override
    public int attempts() {
        return 3;
    }

    @Override
    public Duration pause(int failures) {
        return Duration.ofMillis(50);
    }

    @Override
    public Uni<Void> deliver(Caller caller, Work work) {
        told.add(new Told(work.ref(), work.idempotencyKey()));
        return isCountedDown(failing, work.ref())
                ? Uni.createFrom().failure(new IllegalStateException("refused, with 123.456.789-09"))
                : Uni.createFrom().voidItem();
    }

    /** As a process that dies, or loses its connection, when all is done but the note of it. */
    @Override
    public Uni<Void> delivered(Caller caller, Work work) {
        return isCountedDown(forgetful, work.ref())
                ? Uni.createFrom().failure(new IllegalStateException("the connection is gone"))
                : Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> failed(Caller caller, Work work, Throwable failure, @Nullable Duration pause) {
        if (pause == null) {
            notedAsDead.add(work.ref());
        }
        return Uni.createFrom().voidItem();
    }

    void failFor(UUID ref, int times) {
        failing.put(ref, times);
    }

    void forgetFor(UUID ref, int times) {
        forgetful.put(ref, times);
    }

    List<String> keysOf(UUID ref) {
        return told.stream().filter(one -> one.ref().equals(ref)).map(Told::key).toList();
    }

    boolean hasNotedAsDead(UUID ref) {
        return notedAsDead.contains(ref);
    }

    private static boolean isCountedDown(Map<UUID, Integer> counts, UUID ref) {
        Integer left = counts.computeIfPresent(ref, (key, count) -> count - 1);
        return left != null && left >= 0;
    }
}
