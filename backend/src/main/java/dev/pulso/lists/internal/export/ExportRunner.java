package dev.pulso.lists.internal.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pulso.edge.security.AccessGate;
import dev.pulso.files.ProducedFiles;
import dev.pulso.files.ProducedFiles.Produced;
import dev.pulso.kernel.Ids;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.lists.ExportFinished;
import dev.pulso.store.custom.CustomFields;
import dev.pulso.store.data.RecordNames;
import dev.pulso.store.files.Fingerprint;
import dev.pulso.store.outbox.Outbox;
import dev.pulso.store.question.ListQuestion;
import dev.pulso.store.question.ListQuestions;
import dev.pulso.store.question.Lists;
import dev.pulso.store.queue.BatchDelivery;
import dev.pulso.store.queue.LeftOff;
import dev.pulso.store.queue.Work;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantClock;
import dev.pulso.store.tenancy.TenantDay;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes the file, page by page, by what the person who has ordered it may do and reaches when a page has its turn. Whoever goes on after a
 * crash begins anew, and a file is offered when it is whole: a part of one is nobody's.
 */
@ApplicationScoped
class ExportRunner extends BatchDelivery {
    static final String QUEUE = "exports";

    /** How long a file is kept. */
    static final Duration KEPT = Duration.ofDays(7);

    /** So many rows are in memory. */
    private static final int PAGE = 500;

    private static final int SERVER = 500;

    private final Tenancy tenancy;
    private final Exports exports;
    private final ListQuestions questions;
    private final Lists lists;
    private final RecordNames names;
    private final ProducedFiles files;
    private final AccessGate gate;
    private final Outbox outbox;
    private final TenantDay days;
    private final CustomFields custom;
    private final TenantClock clock;
    private final ExportSettings settings;
    private final ObjectMapper json;
    private final Vertx vertx;

    ExportRunner(
            Tenancy tenancy,
            Exports exports,
            ListQuestions questions,
            Lists lists,
            CustomFields custom,
            RecordNames names,
            ProducedFiles files,
            AccessGate gate,
            Outbox outbox,
            TenantDay days,
            TenantClock clock,
            ExportSettings settings,
            ObjectMapper json,
            Vertx vertx) {
        this.tenancy = tenancy;
        this.exports = exports;
        this.questions = questions;
        this.lists = lists;
        this.custom = custom;
        this.names = names;
        this.files = files;
        this.gate = gate;
        this.outbox = outbox;
        this.days = days;
        this.clock = clock;
        this.settings = settings;
        this.json = json;
        this.vertx = vertx;
    }

    /** One go at a file: how far it has come. Of one go one thing is done at a time. */
    private static final class Go {
        private final Caller system;
        private final ExportData export;
        private final ExportTable table;
        private final GrowingFile file;
        private final UUID attempt;
        private @Nullable String cursor;
        private int rows;

        Go(Caller system, ExportData export, ExportTable table, GrowingFile file, UUID attempt) {
            this.system = system;
            this.export = export;
            this.table = table;
            this.file = file;
            this.attempt = attempt;
        }
    }

    /** Somebody else writes it, it begins anew, or nobody wants it any more. */
    private static final class Replaced extends RuntimeException {
        private static final long serialVersionUID = 1;

        Replaced() {
            super("replaced", null, false, false);
        }
    }

    @Override
    public String queue() {
        return QUEUE;
    }

    @Override
    public Uni<Void> deliver(Caller system, Work work) {
        return exports.toDo(system, work.ref())
                .chain(export -> export == null || export.hasEnded()
                        ? Uni.createFrom().voidItem()
                        : write(system, export)
                                .onFailure(Replaced.class)
                                .recoverWithUni(() -> again(system, work.ref()))
                                .onFailure(ExportRunner::isRefusal)
                                .recoverWithUni(refusal -> tenancy.write(
                                        system, session -> end(system, export, ((Problem) refusal).code()))));
    }

    @Override
    public Uni<Void> failed(Caller system, Work work, Throwable failure, @Nullable Duration pause) {
        return pause != null
                ? Uni.createFrom().voidItem()
                : exports.toDo(system, work.ref())
                        .chain(export -> export == null
                                ? Uni.createFrom().voidItem()
                                : end(system, export, ProblemType.UNEXPECTED.code()));
    }

    /** What it was begun with is gone: from the first row on, unless there is nothing left to do. */
    private Uni<Void> again(Caller system, UUID id) {
        return exports.toDo(system, id)
                .chain(export -> export == null || export.hasEnded()
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(new LeftOff()));
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof Problem problem && problem.status() < SERVER;
    }

    private Uni<Void> write(Caller system, ExportData export) {
        ListQuestion question = export.question();
        if (!lists.stale(question).isEmpty()) {
            throw Problem.invalid("question", "cannot be asked any more", "unknown_parameter");
        }
        return custom.of(system, export.kind())
                .chain(fields -> write(
                        system,
                        export,
                        new ExportTable(
                                export.wanted(),
                                lists.references(export.kind()),
                                fields,
                                names,
                                row -> questions.workedOut(export.kind(), row))));
    }

    private Uni<Void> write(Caller system, ExportData export, ExportTable table) {
        UUID attempt = Ids.next();
        return exports.begin(system, export.id(), attempt)
                .chain(() -> days.zone(system))
                .chain(zone -> vertx.executeBlocking(
                        () -> GrowingFile.begin(
                                Path.of(settings.folder()),
                                export,
                                table.heads(),
                                zone,
                                json,
                                clock.real().instant()),
                        false))
                .chain(file -> {
                    Go go = new Go(system, export, table, file, attempt);
                    return pages(go)
                            .chain(person -> finish(go, person))
                            .onTermination()
                            .call(() -> vertx.executeBlocking(
                                            () -> {
                                                file.close();
                                                return null;
                                            },
                                            false)
                                    .onFailure()
                                    .recoverWithNull());
                });
    }

    /** Answers on whose behalf the last page was read. */
    private Uni<Caller> pages(Go go) {
        return Multi.createBy()
                .repeating()
                .uni(() -> page(go))
                .whilst(person -> go.cursor != null)
                .collect()
                .last();
    }

    private Uni<Caller> page(Go go) {
        if (isStopping()) {
            return Uni.createFrom().failure(new LeftOff());
        }
        return person(go)
                .call(person -> questions
                        .page(person, go.export.question(), PAGE, go.cursor)
                        .call(page -> go.table
                                .values(person, page.data())
                                .chain(values -> vertx.executeBlocking(() -> go.file.add(values), false))
                                .invoke(size -> {
                                    go.rows += page.data().size();
                                    if (go.rows > settings.rows()
                                            || size > settings.bytes().asLongValue()) {
                                        throw ExportService.tooLarge(settings.rows());
                                    }
                                }))
                        .invoke(page -> go.cursor = page.nextCursor()))
                .call(() -> exports.goOn(go.system, go.export.id(), go.attempt, go.rows)
                        .invoke(ExportRunner::requireMine));
    }

    /** Who has ordered it, as far as they may do it now. */
    private Uni<Caller> person(Go go) {
        return gate.standIn(go.system.tenantId(), go.export.createdById()).map(person -> {
            if (person == null || !person.may(ExportService.PERMISSION) || !lists.mayRead(person, go.export.kind())) {
                throw Problem.forbidden("who has ordered it may not do it any more");
            }
            Caller acting = person.in(Objects.requireNonNullElse(go.export.requestId(), "-"));
            return go.system.claim() == null ? acting : acting.workingFor(go.system.claim());
        });
    }

    private Uni<Void> finish(Go go, Caller person) {
        ExportData export = go.export;
        Instant expires = clock.now(person).plus(KEPT);
        return vertx.executeBlocking(
                        () -> {
                            Path whole = go.file.whole();
                            return new Produced(
                                    export.fileName(),
                                    export.format().mediaType(),
                                    whole,
                                    Fingerprint.of(whole),
                                    expires);
                        },
                        false)
                .chain(file -> files.keep(
                        person,
                        file,
                        id -> exports.succeed(
                                        person,
                                        export.id(),
                                        go.attempt,
                                        id,
                                        go.rows,
                                        file.fingerprint().size(),
                                        expires)
                                .invoke(ExportRunner::requireMine)
                                .chain(() -> tell(person, export, "succeeded", go.rows))));
    }

    private static void requireMine(boolean mine) {
        if (!mine) {
            throw new Replaced();
        }
    }

    /** Joins the open transaction. */
    private Uni<Void> end(Caller system, ExportData export, String code) {
        return exports.fail(system, export.id(), code)
                .chain(failed -> failed
                        ? tell(system, export, "failed", 0)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> tell(Caller caller, ExportData export, String status, int rows) {
        return outbox.publish(
                caller,
                ExportFinished.TYPE,
                export.id(),
                new ExportFinished(
                        export.id(), export.kind(), export.format().name(), status, rows, export.createdById()));
    }
}
