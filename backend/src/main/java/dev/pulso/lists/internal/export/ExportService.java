package dev.pulso.lists.internal.export;

import dev.pulso.files.ProducedFiles;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.kernel.Violation;
import dev.pulso.store.custom.CustomFields;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.data.RecordNames;
import dev.pulso.store.files.FileNames;
import dev.pulso.store.question.ListQuestion;
import dev.pulso.store.question.ListQuestions;
import dev.pulso.store.question.Lists;
import dev.pulso.store.queue.WorkQueue;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantClock;
import dev.pulso.store.tenancy.TenantDay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The use cases of exports; the file is the work of {@link ExportRunner}. */
@ApplicationScoped
class ExportService {
    static final String PERMISSION = "lists.exports:write";

    private final Tenancy tenancy;
    private final Exports exports;
    private final ListQuestions questions;
    private final Lists lists;
    private final CustomFields custom;
    private final RecordNames names;
    private final ProducedFiles files;
    private final WorkQueue queue;
    private final TenantDay days;
    private final TenantClock clock;
    private final ExportSettings settings;

    ExportService(
            Tenancy tenancy,
            Exports exports,
            ListQuestions questions,
            Lists lists,
            CustomFields custom,
            RecordNames names,
            ProducedFiles files,
            WorkQueue queue,
            TenantDay days,
            TenantClock clock,
            ExportSettings settings) {
        this.tenancy = tenancy;
        this.exports = exports;
        this.questions = questions;
        this.lists = lists;
        this.custom = custom;
        this.names = names;
        this.files = files;
        this.queue = queue;
        this.days = days;
        this.clock = clock;
        this.settings = settings;
    }

    Uni<ExportData> order(Caller caller, NewExport wanted) {
        String kind = wanted.question().kind();
        lists.requireReading(caller, kind);
        ListQuestion question = lists.checked("question", wanted.question());
        return custom.requireFilters(caller, kind, question.filters(), "question.filters.")
                .chain(() -> custom.columns(caller, kind))
                .map(known -> new NewExport(
                        question,
                        columns(caller, kind, known, wanted.columns()),
                        wanted.format(),
                        wanted.conventions(),
                        wanted.name()))
                .chain(export -> order(caller, kind, export));
    }

    private Uni<ExportData> order(Caller caller, String kind, NewExport export) {
        return days.today(caller)
                .map(today -> name(export, kind + "-" + today))
                .chain(name -> tenancy.write(
                        caller,
                        session -> exports.waiting(caller)
                                .invoke(this::requireTurn)
                                .chain(() -> questions.summary(caller, export.question(), settings.rows()))
                                .invoke(summary -> {
                                    if (summary.more()) {
                                        throw tooLarge(settings.rows());
                                    }
                                })
                                .chain(summary -> exports.create(caller, export, name, (int) summary.rows()))
                                .call(id -> tenancy.sql(
                                        caller,
                                        connection -> queue.put(
                                                connection, caller, ExportRunner.QUEUE, caller.tenantId(), id)))
                                .chain(id -> exports.get(caller, id))));
    }

    static Problem tooLarge(int rows) {
        return Problem.conflict(
                        ProblemType.EXPORT_TOO_LARGE,
                        "an export may have " + rows + " rows, and a limited length",
                        null)
                .with("limit_rows", rows);
    }

    private void requireTurn(int waiting) {
        if (waiting >= settings.waiting()) {
            throw Problem.conflict(
                    ProblemType.EXPORTS_WAITING, "there are " + waiting + " exports waiting already", null);
        }
    }

    private static String name(NewExport export, String otherwise) {
        String given = export.name();
        String name = FileNames.kept(given == null || given.isBlank() ? otherwise : given);
        return FileNames.kept(name + "." + export.format().name());
    }

    /** Those that were asked for, or all that there is to see. */
    private List<ExportColumn> columns(
            Caller caller, String kind, Map<String, String> known, List<ExportColumn> wanted) {
        Map<String, Lists.Reference> references = lists.references(kind);
        if (wanted.isEmpty()) {
            return known.keySet().stream()
                    .filter(name -> !references.containsKey(name)
                            || names.mayRead(caller, references.get(name).of()))
                    .map(name -> new ExportColumn(name, null))
                    .toList();
        }
        List<Violation> wrong = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            String name = wanted.get(i).name();
            if (!known.containsKey(name)) {
                wrong.add(new Violation("columns[" + i + "].name", "is no field of a row of " + kind, "enum"));
            } else if (!seen.add(name)) {
                wrong.add(new Violation("columns[" + i + "].name", "stands twice", "duplicate"));
            }
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        return wanted;
    }

    Uni<ExportData> get(Caller caller, UUID id) {
        return exports.get(caller, id);
    }

    Uni<Page<ExportData>> list(Caller caller, PageRequest page) {
        return exports.list(caller, page);
    }

    /** The row goes, and whoever still writes the file finds that it is not wanted. */
    Uni<Void> delete(Caller caller, UUID id) {
        return tenancy.write(
                caller,
                session -> exports.get(caller, id)
                        .chain(() -> exports.delete(caller, id))
                        .chain(file -> file == null ? Uni.createFrom().voidItem() : files.remove(caller, file)));
    }

    /** The file of an export that is whole and has not expired, for who may still read the kind. */
    Uni<UUID> file(Caller caller, UUID id) {
        return exports.get(caller, id).map(export -> {
            lists.requireReading(caller, export.kind());
            UUID file = export.fileId();
            if (file == null || !isAvailable(caller, export)) {
                throw Problem.notFound();
            }
            return file;
        });
    }

    boolean isAvailable(Caller caller, @Nullable ExportData export) {
        return export != null && export.isAvailable(clock.now(caller));
    }
}
