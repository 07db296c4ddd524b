package dev.pulso.imports.internal.run;

import dev.pulso.store.queue.Delivery;
import dev.pulso.store.queue.Work;
import dev.pulso.store.tenancy.Caller;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Works on imports, whoever ordered them; few at a time. One that was interrupted goes on behind its last batch. */
@ApplicationScoped
class ImportRunner implements Delivery {
    static final String QUEUE = "imports";

    /** After so many interruptions the file itself is the likely cause. */
    private static final int ATTEMPTS = 5;

    private final ImportLog log;
    private final ImportRecords records;
    private final Importers importers;
    private final ImportBatches batches;
    private final AtomicBoolean stopping = new AtomicBoolean();

    ImportRunner(ImportLog log, ImportRecords records, Importers importers, ImportBatches batches) {
        this.log = log;
        this.records = records;
        this.importers = importers;
        this.batches = batches;
    }

    @Override
    public String queue() {
        return QUEUE;
    }

    @Override
    public int atOnce() {
        return 2;
    }

    @Override
    public int atOncePerTenant() {
        return 1;
    }

    @Override
    public int attempts() {
        return ATTEMPTS;
    }

    @Override
    public int crashes() {
        return ATTEMPTS;
    }

    @Override
    public Duration pause(int failures) {
        return Duration.ofSeconds(5L * failures);
    }

    /** The list of imports shows what has failed. */
    @Override
    public boolean keepsDead() {
        return false;
    }

    @Override
    public Uni<Void> deliver(Caller caller, Work work) {
        return records.order(caller, work.ref()).chain(order -> {
            if (order == null || order.hasEnded()) {
                return Uni.createFrom().voidItem();
            }
            return Uni.createFrom()
                    .<Void>item(() -> {
                        new ImportRun(order, importers.of(order.entity()), log, batches, stopping::get).toTheEnd();
                        return null;
                    })
                    .runSubscriptionOn(Infrastructure.getDefaultExecutor());
        });
    }

    @Override
    public Uni<Void> failed(Caller caller, Work work, Throwable failure, @Nullable Duration pause) {
        return pause != null
                ? Uni.createFrom().voidItem()
                : log.finish(
                        caller,
                        work.ref(),
                        "failed",
                        "The import was interrupted too often. What was imported until then stays.",
                        0,
                        null);
    }

    /** What has been begun is left at the end of a batch; another node, or this one restarted, goes on at once. */
    void stop(@Observes @Priority(1) ShutdownEvent event) {
        stopping.set(true);
    }
}
