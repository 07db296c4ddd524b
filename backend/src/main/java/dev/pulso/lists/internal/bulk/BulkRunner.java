package dev.pulso.lists.internal.bulk;

import dev.pulso.edge.security.AccessGate;
import dev.pulso.edge.web.DatabaseProblems;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.Steps;
import dev.pulso.lists.BulkJobFinished;
import dev.pulso.store.bulk.BulkSource;
import dev.pulso.store.outbox.Outbox;
import dev.pulso.store.queue.BatchDelivery;
import dev.pulso.store.queue.LeftOff;
import dev.pulso.store.queue.Work;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Overtaken;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Does with each record what was ordered, by what the person who has ordered it may do when a batch has its turn. A record and what is
 * noted of it are one transaction, so that whoever goes on after a crash does nothing twice.
 */
@ApplicationScoped
class BulkRunner extends BatchDelivery {
    static final String QUEUE = "bulk";

    /** So many records have one transaction, unless one of them is refused: then each has its own. */
    private static final int BATCH = 50;

    private static final int SERVER = 500;

    private final Tenancy tenancy;
    private final BulkJobs jobs;
    private final BulkService service;
    private final AccessGate gate;
    private final DatabaseProblems database;
    private final Outbox outbox;

    BulkRunner(
            Tenancy tenancy,
            BulkJobs jobs,
            BulkService service,
            AccessGate gate,
            DatabaseProblems database,
            Outbox outbox) {
        this.tenancy = tenancy;
        this.jobs = jobs;
        this.service = service;
        this.gate = gate;
        this.database = database;
        this.outbox = outbox;
    }

    @Override
    public String queue() {
        return QUEUE;
    }

    @Override
    public Uni<Void> deliver(Caller system, Work work) {
        return jobs.toDo(system, work.ref())
                .chain(job -> job == null || job.hasEnded()
                        ? Uni.createFrom().voidItem()
                        : jobs.begin(system, job.id()).chain(() -> batches(system, job)));
    }

    @Override
    public Uni<Void> failed(Caller system, Work work, Throwable failure, @Nullable Duration pause) {
        return pause != null ? Uni.createFrom().voidItem() : end(system, work.ref(), "failed");
    }

    private Uni<Void> batches(Caller system, BulkJobData job) {
        AtomicInteger behind = new AtomicInteger();
        return Multi.createBy()
                .repeating()
                .uni(() -> next(system, job, behind))
                .whilst(more -> more)
                .collect()
                .last()
                .chain(() -> end(system, job.id(), "succeeded"));
    }

    /** The next batch; false behind the last one. */
    private Uni<Boolean> next(Caller system, BulkJobData job, AtomicInteger behind) {
        if (isStopping()) {
            return Uni.createFrom().failure(new LeftOff());
        }
        return jobs.pending(system, job.id(), behind.get(), BATCH).chain(items -> {
            if (items.isEmpty()) {
                return Uni.createFrom().item(false);
            }
            behind.set(items.getLast().place());
            return batch(system, job, items).replaceWith(true);
        });
    }

    private Uni<Void> batch(Caller system, BulkJobData job, List<BulkItem> items) {
        BulkSource source = service.source(job.kind());
        return gate.standIn(system.tenantId(), job.createdById()).chain(person -> {
            if (person == null || !person.may(source.permission())) {
                Problem refusal = Problem.forbidden("who has ordered it may not do it any more");
                return note(
                        system,
                        job,
                        items.stream()
                                .map(item -> BulkResult.refused(item, refusal))
                                .toList());
            }
            Caller acting = person.in(Objects.requireNonNullElse(job.requestId(), "-"));
            Caller holding = system.claim() == null ? acting : acting.workingFor(system.claim());
            return together(holding, job, source, items)
                    .onFailure(failure -> refusal(failure) != null)
                    .recoverWithUni(refused -> Steps.inOrder(items, item -> alone(holding, job, source, item)));
        });
    }

    /** Told once: whoever comes late finds it ended. */
    private Uni<Void> end(Caller system, UUID id, String status) {
        return tenancy.sql(
                system,
                connection -> jobs.end(system, id, status)
                        .chain(ended -> !ended
                                ? Uni.createFrom().voidItem()
                                : jobs.toDo(system, id).chain(job -> told(system, Objects.requireNonNull(job)))));
    }

    /** As the deed of the person who has ordered it. */
    private Uni<Void> told(Caller system, BulkJobData job) {
        Caller person = new Caller(
                system.tenantId(),
                job.createdById(),
                system.actor(),
                Set.of(),
                job.requestId(),
                system.reach(),
                system.claim());
        return outbox.publish(person, BulkJobFinished.TYPE, job.id(), job.finished());
    }

    private Uni<Void> together(Caller caller, BulkJobData job, BulkSource source, List<BulkItem> items) {
        List<BulkResult> results = new ArrayList<>();
        return tenancy.write(
                caller,
                session -> Steps.inOrder(
                                items,
                                item -> one(caller, job, source, item)
                                        .invoke(results::add)
                                        .replaceWithVoid())
                        .chain(() -> jobs.note(caller, job.id(), results)));
    }

    private Uni<Void> alone(Caller caller, BulkJobData job, BulkSource source, BulkItem item) {
        return together(caller, job, source, List.of(item))
                .onFailure(failure -> refusal(failure) != null)
                .recoverWithUni(refused ->
                        note(caller, job, List.of(BulkResult.refused(item, Objects.requireNonNull(refusal(refused))))));
    }

    private static Uni<BulkResult> one(Caller caller, BulkJobData job, BulkSource source, BulkItem item) {
        if (job.undoOfId() == null) {
            return source.apply(caller, item.recordId(), item.expected(), job.order())
                    .map(change -> BulkResult.of(item, change));
        }
        return source.takeBack(
                        caller,
                        item.recordId(),
                        item.expected(),
                        job.order(),
                        Objects.requireNonNull(item.before(), "what it was is kept"))
                .map(back -> new BulkResult(item.place(), "done", null, null, null, null));
    }

    private Uni<Void> note(Caller caller, BulkJobData job, List<BulkResult> results) {
        return tenancy.write(caller, session -> jobs.note(caller, job.id(), results));
    }

    /** What is told of one record, and no reason to try again; null for what is no fault of the record. */
    private @Nullable Problem refusal(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (cause instanceof Overtaken) {
                return Problem.changedMeanwhile();
            }
            Problem problem = cause instanceof Problem known ? known : database.of(cause);
            if (problem != null) {
                // Another moment may be better.
                return problem.status() >= SERVER ? null : problem;
            }
        }
        return null;
    }
}
