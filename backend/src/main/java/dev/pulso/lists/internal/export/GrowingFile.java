package dev.pulso.lists.internal.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pulso.kernel.DataFolder;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of an export until it is whole, on the disk of the node. Blocks. */
final class GrowingFile implements Closeable {
    /** Nobody takes so long to write one: what is older was left by a crash. */
    private static final Duration LEFT = Duration.ofDays(1);

    private final Path path;
    /** Which not every format closes. */
    private final OutputStream out;

    private final RowFile rows;

    private GrowingFile(Path path, OutputStream out, RowFile rows) {
        this.path = path;
        this.out = out;
        this.rows = rows;
    }

    static GrowingFile begin(
            Path folder, ExportData export, List<ExportTable.Head> heads, ZoneId zone, ObjectMapper json, Instant now)
            throws IOException {
        DataFolder.keepPrivate(folder);
        clear(folder, now);
        Path path = Files.createTempFile(folder, "export", ".part");
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(path));
        return new GrowingFile(
                path,
                out,
                switch (export.format()) {
                    case csv -> new CsvFile(out, heads, Conventions.of(export.conventions()), zone);
                    case xlsx -> new XlsxFile(out, heads, zone);
                    case json -> new JsonFile(out, heads, json);
                });
    }

    private static void clear(Path folder, Instant now) throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "*.part")) {
            for (Path part : parts) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(now.minus(LEFT))) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    /** Answers its length so far, but for what has not been written through. */
    long add(List<@Nullable Object[]> values) throws IOException {
        for (Object[] row : values) {
            rows.row(row);
        }
        return Files.size(path);
    }

    /** There are no more rows. */
    Path whole() throws IOException {
        rows.close();
        out.close();
        return path;
    }

    /** It is not needed any more, whole or not. */
    @Override
    public void close() throws IOException {
        try (out) {
            rows.close();
        } finally {
            Files.deleteIfExists(path);
        }
    }
}
