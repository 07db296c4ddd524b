package dev.pulso.lists.internal.bulk;

import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.store.bulk.BulkSource;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.question.ListQuestion;
import dev.pulso.store.question.ListQuestions;
import dev.pulso.store.question.Lists;
import dev.pulso.store.queue.WorkQueue;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantClock;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The use cases of bulk jobs; what is done with each record is the work of {@link BulkRunner}. */
@ApplicationScoped
class BulkService {
    private static final String ACTION = "action.type";
    private static final String RECORDS = "records";
    private static final int MOST = 100_000;
    /** So many ids are read, and kept, at a time. */
    private static final int WALK = 5_000;

    private final Tenancy tenancy;
    private final BulkJobs jobs;
    private final ListQuestions questions;
    private final Lists lists;
    private final WorkQueue queue;
    private final TenantClock clock;
    private final Map<String, BulkSource> sources = new HashMap<>();

    BulkService(
            Tenancy tenancy,
            BulkJobs jobs,
            ListQuestions questions,
            Lists lists,
            WorkQueue queue,
            TenantClock clock,
            @All List<BulkSource> sources) {
        this.tenancy = tenancy;
        this.jobs = jobs;
        this.questions = questions;
        this.lists = lists;
        this.queue = queue;
        this.clock = clock;
        sources.forEach(source -> this.sources.put(source.kind(), source));
    }

    Uni<BulkJobData> order(Caller caller, String kind, BulkRequest request) {
        BulkSource source = sources.get(kind);
        caller.require(source.permission());
        String action = request.order().action();
        Boolean undoable = source.actions().get(action);
        if (undoable == null) {
            throw Problem.invalid(
                    ACTION,
                    "must be one of " + String.join(", ", source.actions().keySet()),
                    "enum");
        }
        source.check(request.order());
        ListQuestion question = question(kind, request);
        return tenancy.write(
                caller,
                session -> known(caller, request)
                        .chain(() ->
                                question == null ? Uni.createFrom().voidItem() : expected(caller, question, request))
                        .chain(() -> jobs.create(
                                caller,
                                kind,
                                action,
                                request.order().values(),
                                undoable,
                                request.ids().size(),
                                null))
                        .call(job -> question == null
                                ? jobs.add(caller, job, 0, request.ids(), request.versions())
                                : gather(caller, job, question, request, null, 0))
                        .call(job -> start(caller, job))
                        .chain(job -> jobs.get(caller, job)));
    }

    /** The checked question, or null where the records are named. */
    private @Nullable ListQuestion question(String kind, BulkRequest request) {
        ListQuestion question = request.question();
        if (question == null) {
            if (request.ids().isEmpty()) {
                throw Problem.invalid(RECORDS, "name records, or a question that is about some", "required");
            }
            Set<UUID> ids = new HashSet<>();
            for (int i = 0; i < request.ids().size(); i++) {
                if (!ids.add(request.ids().get(i))) {
                    throw Problem.invalid("records[" + i + "].id", "stands twice", "duplicate");
                }
            }
            return null;
        }
        if (!request.ids().isEmpty()) {
            throw Problem.invalid(RECORDS, "go with no question", "ambiguous");
        }
        if (!question.kind().equals(kind)) {
            throw Problem.invalid("question.kind", "must be " + kind, "value");
        }
        if (request.expected() == null) {
            throw Problem.invalid("expected_count", "says how many the caller knows of", "required");
        }
        return lists.checked("question", question);
    }

    /** Whoever is to get the records has to be there: said once, and not of each of them. */
    private Uni<Void> known(Caller caller, BulkRequest request) {
        UUID owner = request.order().id("owner_id");
        return owner == null
                ? Uni.createFrom().voidItem()
                : tenancy.query(
                                caller,
                                "select 1 from user_names where id = $1 and present",
                                io.vertx.mutiny.sqlclient.Tuple.of(owner))
                        .invoke(found -> {
                            if (found.size() == 0) {
                                throw Problem.unknownReference("action.owner_id");
                            }
                        })
                        .replaceWithVoid();
    }

    /** Somebody who has been told of 3,412 does not mean 5,000. */
    private Uni<Void> expected(Caller caller, ListQuestion question, BulkRequest request) {
        int told = request.expected() == null ? 0 : request.expected();
        int most = Math.min(told + told / 20, MOST);
        return questions
                .summary(caller, question, most + request.except().size())
                .invoke(summary -> {
                    if (summary.more()
                            || summary.rows() > (long) most + request.except().size()) {
                        throw Problem.conflict(
                                ProblemType.OTHER_COUNT, "there are more records than " + told + " by now", null);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> gather(
            Caller caller, UUID job, ListQuestion question, BulkRequest request, @Nullable UUID after, int found) {
        return questions.ids(caller, question, after, WALK).chain(page -> {
            List<UUID> ids = new ArrayList<>(page);
            ids.removeAll(new HashSet<>(request.except()));
            Uni<Void> added = ids.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : jobs.add(caller, job, found, ids, Collections.nCopies(ids.size(), null));
            int all = found + ids.size();
            return added.chain(() -> page.size() < WALK
                    ? jobs.total(caller, job, all)
                    : gather(caller, job, question, request, page.getLast(), all));
        });
    }

    private Uni<Void> start(Caller caller, UUID job) {
        return tenancy.sql(
                caller, connection -> queue.put(connection, caller, BulkRunner.QUEUE, caller.tenantId(), job));
    }

    Uni<BulkJobData> get(Caller caller, UUID id) {
        return jobs.get(caller, id);
    }

    Uni<Page<BulkJobData>> list(Caller caller, PageRequest page) {
        return jobs.list(caller, page);
    }

    Uni<Page<BulkRefusal>> refused(Caller caller, UUID id, PageRequest page) {
        return jobs.get(caller, id).chain(() -> jobs.refused(caller, id, page));
    }

    /** A job that takes this one back. */
    Uni<BulkJobData> undo(Caller caller, UUID id) {
        return tenancy.write(
                caller,
                session -> jobs.forChange(caller, id)
                        .invoke(job -> {
                            caller.require(sources.get(job.kind()).permission());
                            if (!job.canBeUndone(clock.now(caller))) {
                                throw Problem.conflict(
                                        ProblemType.NOT_UNDOABLE,
                                        "the job is running, was taken back, is too old, or cannot be taken back",
                                        null);
                            }
                        })
                        .chain(job -> jobs.create(
                                        caller,
                                        job.kind(),
                                        job.type(),
                                        job.order().values(),
                                        false,
                                        job.doneCount(),
                                        job.id())
                                .call(undo -> jobs.addUndo(caller, id, undo)))
                        .call(undo -> start(caller, undo))
                        .chain(undo -> jobs.get(caller, undo)));
    }

    boolean undoable(Caller caller, BulkJobData job) {
        return job.canBeUndone(clock.now(caller));
    }

    BulkSource source(String kind) {
        return sources.get(kind);
    }
}
