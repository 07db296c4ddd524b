package dev.pulso.store.files;

import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;
import java.time.Clock;

/** The store of this installation, by its setting. */
class FileStores {
    private FileStores() {}

    @Produces
    @ApplicationScoped
    static FileStore store(Vertx vertx, FileSettings settings, Clock clock) {
        return switch (settings.store()) {
            case "local" -> new LocalFiles(vertx, Path.of(settings.folder()).toAbsolutePath(), clock);
            case "s3" -> new S3Files(vertx, settings.s3(), clock);
            default -> throw new IllegalStateException("pulso.files.store is local or s3, not " + settings.store());
        };
    }
}
