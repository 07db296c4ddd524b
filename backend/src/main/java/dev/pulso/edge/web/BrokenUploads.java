package dev.pulso.edge.web;

import dev.pulso.kernel.DataFolder;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Files whose upload broke off. The server deletes a file when its request ends; one that never got to its end leaves it behind,
 * with what it says about customers. No upload and no request goes on for so long without a byte: the connection would be closed.
 */
@ApplicationScoped
class BrokenUploads {
    static final Duration AGE = Duration.ofMinutes(5);

    private static final Logger LOG = Logger.getLogger(BrokenUploads.class);

    private final Path folder;
    private final Clock clock;

    BrokenUploads(@ConfigProperty(name = "quarkus.http.body.uploads-directory") String folder, Clock clock) {
        this.folder = Path.of(folder);
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        try {
            // Customers' files in clear: for nobody else on the machine.
            DataFolder.keepPrivate(folder.toAbsolutePath());
        } catch (IOException e) {
            LOG.warnf("the folder of uploads is open to others: %s", e.getMessage());
        }
        sweep();
    }

    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Instant limit = clock.instant().minus(AGE);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                deleteOlder(file, limit);
            }
        } catch (IOException e) {
            LOG.warnf("the folder of uploads could not be tidied up: %s", e.getMessage());
        }
    }

    private static void deleteOlder(Path file, Instant limit) throws IOException {
        try {
            if (Files.isRegularFile(file)
                    && Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException gone) {
            LOG.debugf("the file of an upload went away by itself: %s", file);
        }
    }
}
