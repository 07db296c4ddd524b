package dev.pulso.store.queue;

import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes what is due and has it done. A look is one statement for all queues and tenants; only a queue in which something
 * is due is then asked for it.
 */
@ApplicationScoped
class WorkRunner {
    private static final Logger LOG = Logger.getLogger(WorkRunner.class);
    /** What is being done when the server stops may end within this time; then it is given back. */
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final Tenancy tenancy;
    private final WorkTable table;
    private final WorkTurn turn;
    private final Duration patience;
    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private volatile boolean stopping;
    /** Not since the last sign of life got through: others may take for dead what only could not say so. */
    private volatile boolean silent;

    WorkRunner(
            Tenancy tenancy,
            WorkTable table,
            WorkTurn turn,
            WorkQueue queue,
            @ConfigProperty(name = "pulso.work.lease") Duration patience,
            @All List<Worker> workers,
            @All List<WorkerSource> sources) {
        this.tenancy = tenancy;
        this.table = table;
        this.turn = turn;
        this.patience = patience;
        Stream.concat(workers.stream(), sources.stream().flatMap(source -> source.workers().stream()))
                .forEach(worker -> {
                    if (lanes.put(worker.queue(), new Lane(worker)) != null) {
                        throw new IllegalStateException("two workers are named " + worker.queue());
                    }
                });
        // Whoever puts work down may still be in its transaction: the look is no part of that.
        queue.whenTold(
                () -> tenancy.apart(this::look).subscribe().with(done -> {}, failure -> LOG.debug("no look", failure)));
    }

    Set<String> queues() {
        return lanes.keySet();
    }

    @Nullable
    Worker worker(String queue) {
        Lane lane = lanes.get(queue);
        return lane == null ? null : lane.worker;
    }

    @Scheduled(
            every = "${pulso.work.every:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            identity = "work")
    Uni<Void> look() {
        if (stopping) {
            return Uni.createFrom().voidItem();
        }
        return (silent ? beat() : Uni.createFrom().voidItem())
                .chain(() -> table.due(lanes.keySet()))
                .invoke(due -> due.forEach(name -> take(Objects.requireNonNull(lanes.get(name)))))
                .onFailure()
                .invoke(failure -> LOG.warnf("the queue could not be read: %s", failure.toString()))
                .onFailure()
                .recoverWithItem(Set.of())
                .replaceWithVoid();
    }

    /** A node that dies says nothing more; one that was only slow finds here what it has lost. */
    @Scheduled(
            every = "${pulso.work.beat}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            identity = "work-beat")
    Uni<Void> beat() {
        List<Work> held = new ArrayList<>();
        lanes.values().forEach(lane -> held.addAll(lane.held()));
        if (held.isEmpty()) {
            silent = false;
            return Uni.createFrom().voidItem();
        }
        return table.beat(held, patience)
                .invoke(ours -> {
                    silent = false;
                    lanes.values()
                            .forEach(lane -> lane.lost(lane.held().stream()
                                            .filter(held::contains)
                                            .filter(work -> !ours.contains(work.seq()))
                                            .toList())
                                    .forEach(work -> turn.takenOver(lane.worker, work)));
                })
                .onFailure()
                .invoke(failure -> {
                    silent = true;
                    LOG.warnf("no sign of life could be given for %d works: %s", held.size(), failure.toString());
                })
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    private void take(Lane lane) {
        if (stopping || silent) {
            return;
        }
        int free = lane.beginTaking();
        if (free == 0) {
            return;
        }
        tenancy.apart(() -> table.take(lane.worker, lane.after(), free, lane.each(), !lane.holdsSuspect(), patience))
                .subscribe()
                .with(
                        taken -> {
                            lane.took(taken.work());
                            work(lane);
                            if (taken.more()) {
                                take(lane);
                            }
                        },
                        failure -> {
                            lane.took(List.of());
                            LOG.warnf("nothing of %s could be taken: %s", lane.worker.queue(), failure.toString());
                        });
    }

    private void work(Lane lane) {
        for (Work work = lane.begin(); work != null; work = lane.begin()) {
            Work one = work;
            lane.began(one, turn.of(lane.worker, one).subscribe().with(done -> next(lane, one), failure -> {
                LOG.errorf(failure, "%s %s: its end could not be noted", one.queue(), one.ref());
                next(lane, one);
            }));
        }
    }

    private void next(Lane lane, Work ended) {
        lane.ended(ended);
        if (stopping) {
            return;
        }
        work(lane);
        if (lane.expectsMore()) {
            take(lane);
        }
    }

    void stop(@Observes @Priority(2) ShutdownEvent event) throws InterruptedException {
        stopping = true;
        List<Work> left = new ArrayList<>();
        lanes.values().forEach(lane -> left.addAll(lane.letGo()));
        long until = System.nanoTime() + FAREWELL.toNanos();
        CountDownLatch never = new CountDownLatch(1);
        while (lanes.values().stream().anyMatch(lane -> lane.working() > 0)
                && System.nanoTime() < until
                && !never.await(20, TimeUnit.MILLISECONDS)) {
            // What is being done ends by itself, or at its next chance to leave off.
        }
        lanes.values().forEach(lane -> left.addAll(lane.held()));
        if (left.isEmpty()) {
            return;
        }
        try {
            table.release(left).await().atMost(FAREWELL);
        } catch (RuntimeException alreadyClosed) {
            LOG.debugf(alreadyClosed, "%d works wait for their lease to run out", left.size());
        }
    }
}
