package dev.pulso.imports.internal.run;

import dev.pulso.imports.internal.mapping.ColumnMapping;
import dev.pulso.imports.internal.mapping.ImportSettings;
import dev.pulso.kernel.Ids;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.Steps;
import dev.pulso.kernel.csv.CsvColumn;
import dev.pulso.kernel.csv.CsvShape;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.imports.ImportRequest;
import dev.pulso.store.imports.RowImporter;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantCurrency;
import dev.pulso.store.tenancy.TenantDay;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Ordering imports and looking at them. */
@ApplicationScoped
class ImportService {
    private final Tenancy tenancy;
    private final TenantCurrency currencies;
    private final TenantDay days;
    private final Importers importers;
    private final Uploads uploads;
    private final ImportBatches batches;
    private final ImportLog log;
    private final ImportRecords records;

    ImportService(
            Tenancy tenancy,
            TenantCurrency currencies,
            TenantDay days,
            Importers importers,
            Uploads uploads,
            ImportBatches batches,
            ImportLog log,
            ImportRecords records) {
        this.tenancy = tenancy;
        this.currencies = currencies;
        this.days = days;
        this.importers = importers;
        this.uploads = uploads;
        this.batches = batches;
        this.log = log;
        this.records = records;
    }

    /** An uploaded file. */
    record Upload(String name, Path path) {}

    /** Refuses at once what cannot work; keeps the order with its file, and starts it in the background. */
    Uni<ImportData> order(Caller caller, String entity, Upload upload, String mapping, @Nullable String options) {
        return accepted(caller, entity, upload, mapping, options)
                .chain(accepted -> keep(accepted.order(), upload.path()))
                .chain(id -> records.get(caller, id));
    }

    /** What an order of that would come to; nothing is made. Refused for the same reasons. */
    Uni<ImportCheck.Outcome> check(
            Caller caller, String entity, Upload upload, String mapping, @Nullable String options) {
        return accepted(caller, entity, upload, mapping, options)
                .chain(accepted -> Uni.createFrom()
                        .item(Unchecked.supplier(() -> new ImportCheck(
                                        accepted.order(),
                                        accepted.importer(),
                                        batches,
                                        accepted.settings(),
                                        accepted.zone())
                                .of(upload.path())))
                        .runSubscriptionOn(Infrastructure.getDefaultExecutor()));
    }

    /** An order that nothing can be said against before a row is read. */
    private record Accepted(ImportOrder order, RowImporter importer, ImportSettings settings, ZoneId zone) {}

    private Uni<Accepted> accepted(
            Caller caller, String entity, Upload upload, String mapping, @Nullable String options) {
        // A row may name any record, and a refusal would tell of records that the caller must not know.
        caller.requireReachingAll();
        RowImporter importer = importers.of(entity);
        importer.permissions().forEach(caller::require);
        return uploads.probe(upload.path())
                .invoke(ImportService::requireRows)
                .chain(shape -> Uni.combine()
                        .all()
                        .unis(currencies.of(caller), days.zone(caller))
                        .asTuple()
                        .chain(known -> {
                            Currency currency = known.getItem1();
                            ZoneId zone = known.getItem2();
                            ImportSettings settings = ImportSettings.parse(options, currency);
                            ImportOrder order = order(caller, entity, upload, shape, mapping, options);
                            ColumnMapping columns =
                                    ColumnMapping.parse(mapping, importer.fields(), order.columns(), settings, zone);
                            ImportRequest request = new ImportRequest(
                                    order.id(), order.fileName(), columns.fields(), settings.options());
                            return importer.check(caller, request)
                                    .replaceWith(new Accepted(order, importer, settings, zone));
                        }));
    }

    Uni<Preview> preview(String entity, Upload upload) {
        RowImporter importer = importers.of(entity);
        return uploads.probe(upload.path())
                .chain(shape -> uploads.inBackground(() -> Preview.of(shape, upload.path(), importer.fields())));
    }

    Uni<ImportData> get(Caller caller, UUID id) {
        return records.get(caller, id);
    }

    Uni<Page<ImportData>> list(Caller caller, PageRequest page) {
        return records.list(caller, page);
    }

    /** The refused rows as a CSV file, piece by piece as fast as it is read; 404 comes before the first. */
    Multi<byte[]> failedRows(Caller caller, UUID id) {
        return records.columns(caller, id).onItem().transformToMulti(columns -> {
            FailedRowsFile file = new FailedRowsFile(columns);
            return Multi.createBy()
                    .concatenating()
                    .streams(Multi.createFrom().item(file.head()), pieces(caller, id, file));
        });
    }

    private Multi<byte[]> pieces(Caller caller, UUID id, FailedRowsFile file) {
        AtomicLong last = new AtomicLong();
        return Multi.createBy()
                .repeating()
                .uni(() -> records.failedRowsBehind(caller, id, last.get()))
                .until(List::isEmpty)
                .map(rows -> {
                    last.set(rows.getLast().line());
                    return file.piece(rows);
                });
    }

    private Uni<UUID> keep(ImportOrder order, Path file) {
        return uploads.chunks(file)
                .chain(count -> tenancy.sql(
                        order.caller(),
                        connection -> log.order(connection, order)
                                .chain(() -> Steps.inOrder(
                                        IntStream.range(0, count).boxed().toList(),
                                        place -> uploads.chunk(file, place)
                                                .chain(bytes -> log.addChunk(connection, order, place, bytes))))
                                .replaceWith(order.id())));
    }

    private static ImportOrder order(
            Caller caller, String entity, Upload upload, CsvShape shape, String mapping, @Nullable String options) {
        return new ImportOrder(
                Ids.next(),
                caller,
                entity,
                upload.name(),
                shape.format(),
                shape.columns().stream().map(CsvColumn::name).toList(),
                mapping,
                options,
                shape.rows(),
                "queued",
                0,
                0);
    }

    private static void requireRows(CsvShape shape) {
        if (shape.rows() == 0) {
            throw Problem.invalid("file", "has a header but no rows", "csv_no_rows");
        }
    }
}
