package dev.pulso.imports.internal.run;

import dev.pulso.imports.internal.mapping.ImportSettings;
import dev.pulso.imports.internal.mapping.RowReader;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.Steps;
import dev.pulso.kernel.csv.CsvRow;
import dev.pulso.store.imports.BatchResult;
import dev.pulso.store.imports.ImportRequest;
import dev.pulso.store.imports.ImportRow;
import dev.pulso.store.imports.RowError;
import dev.pulso.store.imports.RowImporter;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantCurrency;
import dev.pulso.store.tenancy.TenantDay;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The transactions of an import: one to prepare it, one for each batch of rows together with the progress. */
@ApplicationScoped
class ImportBatches {
    private static final Logger LOG = Logger.getLogger(ImportBatches.class);

    private static final BatchResult NOTHING = new BatchResult(0, 0, List.of());

    private final Tenancy tenancy;
    private final TenantCurrency currencies;
    private final TenantDay days;
    private final ImportLog log;

    ImportBatches(Tenancy tenancy, TenantCurrency currencies, TenantDay days, ImportLog log) {
        this.tenancy = tenancy;
        this.currencies = currencies;
        this.days = days;
        this.log = log;
    }

    /** Where rows go. */
    record Target(ImportOrder order, RowImporter importer, ImportRequest request, Map<String, String> prepared) {}

    /** A row of the file: read, or refused with errors. */
    record Item(long line, List<String> cells, @Nullable ImportRow row, List<RowError> errors) {
        static Item of(CsvRow row, RowReader reader) {
            return switch (row) {
                case CsvRow.Broken broken ->
                    new Item(
                            broken.line(),
                            broken.values(),
                            null,
                            List.of(new RowError(
                                    broken.line(),
                                    null,
                                    broken.reason().code(),
                                    broken.reason().message())));
                case CsvRow.Fields fields ->
                    switch (reader.read(fields.line(), fields.values())) {
                        case RowReader.Outcome.Read(var read) ->
                            new Item(fields.line(), fields.values(), read, List.of());
                        case RowReader.Outcome.Refused(var errors) ->
                            new Item(fields.line(), fields.values(), null, errors);
                    };
            };
        }

        @Nullable
        Object key() {
            return row == null ? null : row.values().get(RowImporter.KEY);
        }
    }

    Uni<ImportSettings> settings(ImportOrder order) {
        return currencies.of(order.caller()).map(currency -> ImportSettings.parse(order.options(), currency));
    }

    /** Whose days the instants of the file lie in. */
    Uni<ZoneId> zone(ImportOrder order) {
        return days.zone(order.caller());
    }

    Uni<Map<String, String>> prepare(
            ImportOrder order, RowImporter importer, ImportRequest request, Map<String, List<String>> survey) {
        return tenancy.write(
                order.caller(),
                session -> importer.prepare(order.caller(), request, survey)
                        .call(result ->
                                tenancy.sql(order.caller(), connection -> log.start(connection, order.id(), result))));
    }

    /**
     * Stores a batch, or as much of it as can be stored: when the database refuses it as a whole, each half is tried, down
     * to the row that is to blame.
     *
     * @param rowsBefore how many rows had been dealt with before
     * @return how many have been now
     */
    Uni<Long> store(Target target, List<Item> items, long rowsBefore, long skipped) {
        return storeWhole(target, items, rowsBefore, skipped).onFailure().recoverWithUni(failure -> {
            if (!isFaultOfARow(failure)) {
                return Uni.createFrom().failure(failure);
            }
            if (items.size() == 1) {
                LOG.debugf(
                        failure,
                        "import %s: line %d is refused",
                        target.order().id(),
                        items.getFirst().line());
                return storeWhole(target, List.of(refused(items.getFirst(), failure)), rowsBefore, skipped);
            }
            LOG.infof(
                    "import %s: %d rows from line %d are tried in parts, because of %s",
                    target.order().id(), items.size(), items.getFirst().line(), cause(failure));
            int half = items.size() / 2;
            return store(target, items.subList(0, half), rowsBefore, skipped)
                    .chain(rows -> store(target, items.subList(half, items.size()), rows, 0));
        });
    }

    /** Carries what a batch came to out of the transaction that it undoes. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient BatchResult result;

        Undone(BatchResult result) {
            super("not to be kept", null, false, false);
            this.result = result;
        }
    }

    /**
     * What storing the batches, one after the other, would come to; nothing of it is kept. As in {@link #store}, a batch that
     * the database refuses is tried in halves.
     */
    Uni<BatchResult> tryOut(
            ImportOrder order,
            RowImporter importer,
            ImportRequest request,
            Map<String, List<String>> survey,
            List<List<Item>> items) {
        Caller caller = order.caller();
        return tenancy.write(
                        caller,
                        session -> importer.prepare(caller, request, survey)
                                .call(session::flush)
                                .chain(prepared -> {
                                    Target target = new Target(order, importer, request, prepared);
                                    List<BatchResult> results = new ArrayList<>();
                                    return Steps.inOrder(
                                                    items,
                                                    batch -> attempt(target, batch)
                                                            .invoke(results::add)
                                                            .replaceWithVoid())
                                            .replaceWith(results);
                                })
                                .chain(results -> Uni.createFrom()
                                        .<BatchResult>failure(
                                                new Undone(results.stream().reduce(NOTHING, ImportBatches::together)))))
                .onFailure(Undone.class)
                .recoverWithItem(undone -> ((Undone) undone).result);
    }

    /** Inside the open transaction, which goes on whatever the database says of the rows. */
    private Uni<BatchResult> attempt(Target target, List<Item> items) {
        Caller caller = target.order().caller();
        List<ImportRow> rows =
                items.stream().map(Item::row).filter(Objects::nonNull).toList();
        return tenancy.sql(
                caller,
                connection -> connection
                        .query("savepoint batch")
                        .execute()
                        .chain(() -> target.importer().write(caller, target.request(), target.prepared(), rows))
                        .onFailure(ImportBatches::isFaultOfARow)
                        .recoverWithUni(failure -> connection
                                .query("rollback to savepoint batch")
                                .execute()
                                .chain(() -> inParts(target, items, failure))));
    }

    private Uni<BatchResult> inParts(Target target, List<Item> items, Throwable failure) {
        if (items.size() == 1) {
            return Uni.createFrom()
                    .item(new BatchResult(
                            0, 0, refused(items.getFirst(), failure).errors()));
        }
        int half = items.size() / 2;
        return attempt(target, items.subList(0, half))
                .chain(first ->
                        attempt(target, items.subList(half, items.size())).map(second -> together(first, second)));
    }

    private static BatchResult together(BatchResult first, BatchResult second) {
        List<RowError> errors = new ArrayList<>(first.errors());
        errors.addAll(second.errors());
        return new BatchResult(first.created() + second.created(), first.updated() + second.updated(), errors);
    }

    private Uni<Long> storeWhole(Target target, List<Item> items, long rowsBefore, long skipped) {
        ImportOrder order = target.order();
        List<ImportRow> rows = new ArrayList<>();
        items.forEach(item -> {
            if (item.row() != null) {
                rows.add(item.row());
            }
        });
        return tenancy.sql(order.caller(), connection -> {
            Uni<BatchResult> written = rows.isEmpty()
                    ? Uni.createFrom().item(NOTHING)
                    : target.importer().write(order.caller(), target.request(), target.prepared(), rows);
            return written.chain(result -> log.progress(
                            connection,
                            order.caller(),
                            order.id(),
                            new ImportLog.Progress(rowsBefore, items.size(), skipped, result, failed(items, result)))
                    .replaceWith(rowsBefore + items.size() + skipped));
        });
    }

    private static List<ImportRecords.FailedRow> failed(List<Item> items, BatchResult result) {
        Map<Long, List<RowError>> byLine = new TreeMap<>();
        result.errors()
                .forEach(error -> byLine.computeIfAbsent(error.line(), any -> new ArrayList<>())
                        .add(error));
        List<ImportRecords.FailedRow> failed = new ArrayList<>();
        for (Item item : items) {
            List<RowError> errors = item.row() == null ? item.errors() : byLine.getOrDefault(item.line(), List.of());
            if (!errors.isEmpty()) {
                failed.add(new ImportRecords.FailedRow(item.line(), item.cells(), errors));
            }
        }
        return failed;
    }

    private static Item refused(Item item, Throwable failure) {
        List<RowError> errors = new ArrayList<>();
        if (failure instanceof Problem problem) {
            problem.violations()
                    .forEach(violation -> errors.add(
                            new RowError(item.line(), violation.field(), violation.code(), violation.message())));
        }
        if (errors.isEmpty()) {
            boolean duplicate = failure instanceof PgException refused && "23505".equals(refused.getSqlState());
            errors.add(
                    duplicate
                            ? new RowError(item.line(), null, "duplicate", "Another record has the same value already.")
                            : new RowError(item.line(), null, "not_stored", "The row could not be stored."));
        }
        return new Item(item.line(), item.cells(), null, errors);
    }

    /** Without values: they are personal data. */
    private static String cause(Throwable failure) {
        return failure instanceof PgException refused
                ? refused.getSqlState() + " " + refused.getConstraint()
                : failure.getClass().getSimpleName();
    }

    /** Else the database is away, the import is somebody else's now, or there is a bug: smaller batches would not help. */
    private static boolean isFaultOfARow(Throwable failure) {
        return switch (failure) {
            case PgException refused ->
                refused.getSqlState() != null
                        && (refused.getSqlState().startsWith("22")
                                || refused.getSqlState().startsWith("23"));
            case Problem problem -> problem.status() < 500;
            default -> false;
        };
    }

    /** After many rows. Reports are right without it, only slow for a while, so what goes wrong here is not the import's. */
    Uni<Void> refreshStatistics(Target target) {
        return tenancy.sql(
                        target.order().caller(),
                        connection -> connection
                                .preparedQuery("select refresh_statistics($1)")
                                .execute(Tuple.of(target.importer().tables().toArray(String[]::new))))
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warn("statistics could not be refreshed", failure))
                .onFailure()
                .recoverWithNull();
    }
}
