package dev.pulso.imports.internal.run;

import dev.pulso.kernel.Problem;
import dev.pulso.kernel.csv.CsvException;
import dev.pulso.kernel.csv.CsvLimits;
import dev.pulso.kernel.csv.CsvProbe;
import dev.pulso.kernel.csv.CsvShape;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Files that have been uploaded, read off the event loop. They go away with the request. */
@ApplicationScoped
class Uploads {
    /** As much as the server lets in, and what a person may still call a table. */
    static final CsvLimits LIMITS = new CsvLimits(50L * 1024 * 1024, 256, 32_767);

    static final int CHUNK = 1 << 20;

    private final Vertx vertx;

    Uploads(Vertx vertx) {
        this.vertx = vertx;
    }

    /** What the file is, from its first to its last byte; 400 or 413 when it cannot be read. */
    Uni<CsvShape> probe(Path file) {
        return inBackground(() -> {
            try {
                return CsvProbe.probe(file, LIMITS);
            } catch (CsvException unreadable) {
                if (unreadable.reason().code().equals("csv_too_large")) {
                    throw Problem.tooLarge("a file may have 50 MiB");
                }
                throw Problem.invalid(
                        "file",
                        String.valueOf(unreadable.getMessage()),
                        unreadable.reason().code());
            }
        });
    }

    Uni<byte[]> chunk(Path file, int place) {
        return inBackground(() -> {
            try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
                long from = (long) place * CHUNK;
                byte[] chunk = new byte[(int) Math.min(CHUNK, bytes.length() - from)];
                bytes.seek(from);
                bytes.readFully(chunk);
                return chunk;
            }
        });
    }

    Uni<Integer> chunks(Path file) {
        return inBackground(() -> (int) ((java.nio.file.Files.size(file) + CHUNK - 1) / CHUNK));
    }

    <T> Uni<T> inBackground(Callable<T> work) {
        return vertx.executeBlocking(
                () -> {
                    try {
                        return work.call();
                    } catch (IOException broken) {
                        throw new java.io.UncheckedIOException(broken);
                    }
                },
                false);
    }
}
