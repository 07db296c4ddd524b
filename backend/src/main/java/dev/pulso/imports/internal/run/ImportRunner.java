package dev.pulso.imports.internal.run;

import dev.pulso.store.queue.BatchDelivery;
import dev.pulso.store.queue.Work;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Works on imports, whoever ordered them; few at a time. One that was interrupted goes on behind its last batch. */
@ApplicationScoped
class ImportRunner extends BatchDelivery {
    static final String QUEUE = "imports";

    private final ImportLog log;
    private final ImportRecords records;
    private final Importers importers;
    private final ImportBatches batches;

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
    public Uni<Void> deliver(Caller caller, Work work) {
        return records.order(caller, work.ref()).chain(order -> {
            if (order == null || order.hasEnded()) {
                return Uni.createFrom().voidItem();
            }
            return Uni.createFrom()
                    .<Void>item(() -> {
                        new ImportRun(order, importers.of(order.entity()), log, batches, this::isStopping).toTheEnd();
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
}
