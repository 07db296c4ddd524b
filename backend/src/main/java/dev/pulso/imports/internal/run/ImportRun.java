package dev.pulso.imports.internal.run;

import dev.pulso.imports.internal.mapping.ColumnMapping;
import dev.pulso.imports.internal.mapping.ImportSettings;
import dev.pulso.imports.internal.mapping.RowReader;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.csv.CsvException;
import dev.pulso.kernel.csv.CsvReader;
import dev.pulso.kernel.csv.CsvRow;
import dev.pulso.store.imports.ImportRequest;
import dev.pulso.store.imports.RowImporter;
import dev.pulso.store.queue.LeftOff;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One import on its way through its file, from where it was left. Blocks its thread; reading and storing take turns. */
final class ImportRun {
    private static final Logger LOG = Logger.getLogger(ImportRun.class);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ImportOrder order;
    private final RowImporter importer;
    private final ImportLog log;
    private final ImportBatches batches;
    private final BooleanSupplier stopping;
    /** How far this run knows the import to be. */
    private long done;

    ImportRun(ImportOrder order, RowImporter importer, ImportLog log, ImportBatches batches, BooleanSupplier stopping) {
        this.order = order;
        this.importer = importer;
        this.log = log;
        this.batches = batches;
        this.stopping = stopping;
        this.done = order.rows();
    }

    /** Throws what another attempt may overcome, or {@link LeftOff}; everything else ends the import, successfully or not. */
    void toTheEnd() {
        Path file = null;
        try {
            file = Files.createTempFile("pulso-import-", ".csv");
            fetch(file);
            run(file);
        } catch (Problem refused) {
            fail(refused.getMessage());
        } catch (CsvException unreadable) {
            fail(unreadable.getMessage());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            delete(file);
        }
    }

    private void run(Path file) throws IOException {
        ImportSettings settings = batches.settings(order).await().atMost(PATIENCE);
        ZoneId zone = batches.zone(order).await().atMost(PATIENCE);
        ColumnMapping mapping =
                ColumnMapping.parse(order.mapping(), importer.fields(), order.columns(), settings, zone);
        ImportRequest request = new ImportRequest(order.id(), order.fileName(), mapping.fields(), settings.options());
        RowReader.Survey survey = new RowReader.Survey(
                mapping, importer.surveyed(), settings.currency(), settings.decimals(), settings.dates(), zone);
        try (CsvReader rows = CsvReader.open(file, order.format(), Uploads.LIMITS)) {
            rows.forEachRemaining(row -> {
                if (row instanceof CsvRow.Fields fields) {
                    survey.add(fields.values());
                }
            });
        }
        Map<String, String> prepared = batches.prepare(order, importer, request, survey.distinct())
                .await()
                .atMost(PATIENCE);
        try (CsvReader rows = CsvReader.open(file, order.format(), Uploads.LIMITS)) {
            store(rows, survey.reader(), new ImportBatches.Target(order, importer, request, prepared));
        }
    }

    private void store(CsvReader rows, RowReader reader, ImportBatches.Target target) {
        long blank = order.skipped();
        for (long i = 0; i < order.rows() - order.skipped(); i++) {
            rows.next();
        }
        RowBatches rest = new RowBatches();
        while (rows.hasNext()) {
            List<ImportBatches.Item> batch = rest.add(ImportBatches.Item.of(rows.next(), reader));
            if (batch != null) {
                if (stopping.getAsBoolean()) {
                    throw new LeftOff();
                }
                done = batches.store(target, batch, done, 0).await().atMost(PATIENCE);
            }
        }
        if (!rest.rest().isEmpty()) {
            done = batches.store(target, rest.rest(), done, 0).await().atMost(PATIENCE);
        }
        if (done >= RowBatches.MOST) {
            batches.refreshStatistics(target).await().atMost(PATIENCE);
        }
        log.finish(order.caller(), order.id(), "succeeded", null, rows.blankRows() - blank, done)
                .await()
                .atMost(PATIENCE);
        LOG.infof("import %s of %d rows has ended", order.id(), done);
    }

    private void fetch(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            int place = 0;
            byte[] chunk = chunk(place);
            while (chunk != null) {
                out.write(chunk);
                place++;
                chunk = chunk(place);
            }
        }
    }

    private byte @Nullable [] chunk(int place) {
        return log.chunk(order.caller(), order.id(), place).await().atMost(PATIENCE);
    }

    private void fail(@Nullable String why) {
        log.finish(order.caller(), order.id(), "failed", why, 0, done).await().atMost(PATIENCE);
    }

    private static void delete(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.debugf(e, "temporary file %s stays", file);
        }
    }
}
