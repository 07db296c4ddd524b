package dev.pulso.imports.internal.run;

import dev.pulso.store.tenancy.Caller;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Runs imports in the background, a few at a time. One begins as soon as it is ordered; the regular look into the queue
 * is for those that a dead or busy node left behind.
 */
@ApplicationScoped
class ImportRunner {
    private static final Logger LOG = Logger.getLogger(ImportRunner.class);
    /** Reading and storing keep about one core busy each; requests need the others. */
    private static final int AT_ONCE = 2;
    /** After so many interruptions the file itself is the likely cause. */
    private static final int ATTEMPTS = 5;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ImportLog log;
    private final ImportRecords records;
    private final Importers importers;
    private final ImportBatches batches;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicBoolean stopping = new AtomicBoolean();

    ImportRunner(ImportLog log, ImportRecords records, Importers importers, ImportBatches batches) {
        this.log = log;
        this.records = records;
        this.importers = importers;
        this.batches = batches;
    }

    /** There is something to do. */
    void wake() {
        look().subscribe().with(done -> {}, failure -> LOG.warn("the import queue could not be read", failure));
    }

    @Scheduled(
            every = "${pulso.imports.every:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            identity = "imports")
    Uni<Void> look() {
        int free = AT_ONCE - running.get();
        if (free <= 0 || stopping.get()) {
            return Uni.createFrom().voidItem();
        }
        return log.take(free)
                .invoke(leases -> leases.forEach(lease -> {
                    running.incrementAndGet();
                    Infrastructure.getDefaultExecutor().execute(() -> run(lease));
                }))
                .replaceWithVoid();
    }

    /** What has been begun is left at the end of a batch; another node, or this one restarted, goes on at once. */
    void stop(@Observes ShutdownEvent event) {
        stopping.set(true);
    }

    private void run(ImportLog.Lease lease) {
        try {
            Caller system = Caller.system(lease.tenantId(), "system", null);
            ImportOrder order = records.order(system, lease.importId()).await().atMost(PATIENCE);
            if (order == null || order.hasEnded()) {
                log.finish(system, lease.importId(), "failed", null, 0).await().atMost(PATIENCE);
            } else if (lease.attempts() > ATTEMPTS) {
                log.finish(
                                order.caller(),
                                order.id(),
                                "failed",
                                "The import was interrupted too often. What was imported until then stays.",
                                0)
                        .await()
                        .atMost(PATIENCE);
            } else {
                new ImportRun(order, importers.of(order.entity()), log, batches, stopping::get).toTheEnd();
            }
        } catch (ImportLog.LostLease lost) {
            LOG.infof("import %s: %s", lease.importId(), lost.getMessage());
        } catch (RuntimeException interrupted) {
            LOG.warnf(interrupted, "import %s was interrupted; it will be taken up again", lease.importId());
            giveBack(lease, 5);
        } finally {
            running.decrementAndGet();
            if (!stopping.get()) {
                wake();
            }
        }
    }

    private void giveBack(ImportLog.Lease lease, int afterSeconds) {
        try {
            log.giveBack(lease.importId(), afterSeconds).await().atMost(PATIENCE);
        } catch (RuntimeException alsoFailed) {
            LOG.debugf(alsoFailed, "import %s: its lease runs out by itself", lease.importId());
        }
    }
}
