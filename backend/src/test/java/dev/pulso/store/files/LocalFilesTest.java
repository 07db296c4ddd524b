package dev.pulso.store.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LocalFilesTest extends FileStoreContract {
    @Override
    FileStore store(Vertx vertx) {
        return new LocalFiles(vertx, folder.resolve("files"), Clock.systemUTC());
    }

    @Test
    void nobody_else_on_the_machine_reads_it() throws IOException {
        put(new byte[] {1});
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("files"))))
                .isEqualTo("rwx------");
        assertThat(kept())
                .singleElement()
                .satisfies(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------"));
    }

    @Test
    void what_a_crash_left_half_written_is_no_file_and_goes_after_a_day() throws IOException {
        UUID id = put(new byte[] {1});
        Path shelf = kept().getFirst().getParent();
        Path fresh = Files.write(shelf.resolve(UUID.randomUUID() + ".part"), new byte[] {1});
        Path old = Files.write(shelf.resolve(UUID.randomUUID() + ".part"), new byte[] {1});
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        assertThat(store.behind(tenant, new UUID(0, 0)).await().atMost(Duration.ofSeconds(30)))
                .extracting(FileStore.Kept::id)
                .containsExactly(id);
        assertThat(fresh).exists();
        assertThat(old).doesNotExist();
    }

    @Test
    void what_is_not_ours_keeps_nothing_from_being_swept() throws IOException {
        UUID id = put(new byte[] {1});
        Path shelf = kept().getFirst().getParent();
        Files.write(shelf.resolve(".DS_Store"), new byte[] {1});
        Files.write(shelf.getParent().resolve("README"), new byte[] {1});
        assertThat(store.behind(tenant, new UUID(0, 0)).await().atMost(Duration.ofSeconds(30)))
                .extracting(FileStore.Kept::id)
                .containsExactly(id);
    }

    private java.util.List<Path> kept() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("files"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
