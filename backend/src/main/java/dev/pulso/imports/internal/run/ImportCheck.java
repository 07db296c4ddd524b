package dev.pulso.imports.internal.run;

import dev.pulso.imports.internal.mapping.ColumnMapping;
import dev.pulso.imports.internal.mapping.ImportSettings;
import dev.pulso.imports.internal.mapping.RowReader;
import dev.pulso.kernel.csv.CsvReader;
import dev.pulso.kernel.csv.CsvRow;
import dev.pulso.store.imports.BatchResult;
import dev.pulso.store.imports.ImportRequest;
import dev.pulso.store.imports.RowError;
import dev.pulso.store.imports.RowImporter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Goes through a file as {@link ImportRun} would, and keeps nothing: every row is read, and the first of them are stored in
 * a transaction that is undone. Blocks its thread.
 */
final class ImportCheck {
    /** More rows than these are read only: storing them all twice would keep a person waiting, and others from their records. */
    static final int TRIED = 5_000;

    private static final int ERRORS_SHOWN = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ImportOrder order;
    private final RowImporter importer;
    private final ImportBatches batches;
    private final ImportSettings settings;
    private final ZoneId zone;

    private long rows;
    private long tried;
    private long created;
    private long updated;
    private final Set<Long> refusedLines = new HashSet<>();
    private final List<RowError> errors = new ArrayList<>();

    ImportCheck(ImportOrder order, RowImporter importer, ImportBatches batches, ImportSettings settings, ZoneId zone) {
        this.order = order;
        this.importer = importer;
        this.batches = batches;
        this.settings = settings;
        this.zone = zone;
    }

    /**
     * What an import of the file would come to.
     *
     * @param rows in the file, blank ones left out
     * @param tried how many of them, from the top, were held against the records; the others were read only
     * @param created of those that were tried
     * @param updated of those that were tried
     * @param refused rows with errors, in all of the file
     * @param errors the first ones
     */
    record Outcome(long rows, long tried, long created, long updated, long refused, List<RowError> errors) {}

    Outcome of(Path file) throws IOException {
        ColumnMapping mapping =
                ColumnMapping.parse(order.mapping(), importer.fields(), order.columns(), settings, zone);
        RowReader.Survey survey = new RowReader.Survey(
                mapping, importer.surveyed(), settings.currency(), settings.decimals(), settings.dates(), zone);
        try (CsvReader reader = CsvReader.open(file, order.format(), Uploads.LIMITS)) {
            reader.forEachRemaining(row -> {
                if (row instanceof CsvRow.Fields fields) {
                    survey.add(fields.values());
                }
            });
        }
        ImportRequest request = new ImportRequest(order.id(), order.fileName(), mapping.fields(), settings.options());
        try (CsvReader reader = CsvReader.open(file, order.format(), Uploads.LIMITS)) {
            read(reader, survey.reader(), request, survey.distinct());
        }
        return new Outcome(
                rows,
                tried,
                created,
                updated,
                refusedLines.size(),
                errors.stream().limit(ERRORS_SHOWN).toList());
    }

    private void read(CsvReader reader, RowReader cells, ImportRequest request, Map<String, List<String>> survey) {
        List<List<ImportBatches.Item>> batches = new ArrayList<>();
        RowBatches rest = new RowBatches();
        while (reader.hasNext()) {
            ImportBatches.Item item = ImportBatches.Item.of(reader.next(), cells);
            rows++;
            note(item.errors());
            if (rows > TRIED) {
                continue;
            }
            tried++;
            List<ImportBatches.Item> batch = item.row() == null ? null : rest.add(item);
            if (batch != null) {
                batches.add(batch);
            }
        }
        if (!rest.rest().isEmpty()) {
            batches.add(rest.rest());
        }
        if (!batches.isEmpty()) {
            BatchResult result = this.batches
                    .tryOut(order, importer, request, survey, batches)
                    .await()
                    .atMost(PATIENCE);
            created = result.created();
            updated = result.updated();
            note(result.errors());
        }
        errors.sort(Comparator.comparingLong(RowError::line));
    }

    private void note(List<RowError> found) {
        for (RowError error : found) {
            refusedLines.add(error.line());
            // Those of the rows that are only read may be many.
            if (errors.size() < 2 * TRIED) {
                errors.add(error);
            }
        }
    }
}
