package dev.pulso.store.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pulso.kernel.Ids;
import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store of files does. */
abstract class FileStoreContract {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final UUID FIRST = new UUID(0, 0);

    @TempDir
    Path folder;

    final UUID tenant = UUID.randomUUID();
    Vertx vertx;
    FileStore store;

    abstract FileStore store(Vertx vertx) throws IOException;

    @BeforeEach
    void open() throws IOException {
        vertx = Vertx.vertx();
        store = store(vertx);
    }

    @AfterEach
    void close() {
        vertx.close().await().atMost(SOON);
    }

    @Test
    void what_was_put_there_is_read_again_whole_and_in_part() throws IOException {
        byte[] content = new byte[3 * 1024 * 1024 + 17];
        new Random(1).nextBytes(content);
        UUID id = put(content);
        assertThat(read(store.read(tenant, id, 0, content.length))).isEqualTo(content);
        assertThat(read(store.read(tenant, id, 1_000_000, 70_000)))
                .isEqualTo(java.util.Arrays.copyOfRange(content, 1_000_000, 1_070_000));
        assertThat(read(store.read(tenant, id, content.length - 1, 1))).hasSize(1);
        assertThat(read(store.read(tenant, id, 0, 0))).isEmpty();
    }

    @Test
    void putting_it_again_changes_nothing_and_removing_it_twice_is_no_fault() throws IOException {
        Path file = file("Olá".getBytes(StandardCharsets.UTF_8));
        UUID id = Ids.next();
        store.put(tenant, id, file, Fingerprint.of(file)).await().atMost(SOON);
        store.put(tenant, id, file, Fingerprint.of(file)).await().atMost(SOON);
        assertThat(file).exists();
        store.remove(tenant, id).await().atMost(SOON);
        store.remove(tenant, id).await().atMost(SOON);
        assertThatThrownBy(() -> read(store.read(tenant, id, 0, 4))).isInstanceOf(FileGone.class);
        assertThat(store.behind(tenant, FIRST).await().atMost(SOON)).isEmpty();
    }

    @Test
    void another_tenant_has_none_of_it() throws IOException {
        UUID id = put(new byte[] {1, 2, 3});
        UUID other = UUID.randomUUID();
        assertThatThrownBy(() -> read(store.read(other, id, 0, 3))).isInstanceOf(FileGone.class);
        assertThat(store.behind(other, FIRST).await().atMost(SOON)).isEmpty();
        store.remove(other, id).await().atMost(SOON);
        assertThat(read(store.read(tenant, id, 0, 3))).containsExactly(1, 2, 3);
    }

    @Test
    void it_tells_what_there_is_in_the_order_of_ids() throws IOException {
        List<UUID> ids = List.of(put(new byte[] {1}), put(new byte[] {1, 2}), put(new byte[] {1, 2, 3}));
        List<FileStore.Kept> all = store.behind(tenant, FIRST).await().atMost(SOON);
        assertThat(all).extracting(FileStore.Kept::id).containsExactlyElementsOf(ids);
        assertThat(all).extracting(FileStore.Kept::size).containsExactly(1L, 2L, 3L);
        assertThat(all)
                .allSatisfy(kept -> assertThat(kept.since())
                        .isBetween(
                                Instant.now().minusSeconds(600), Instant.now().plusSeconds(600)));
        assertThat(store.behind(tenant, ids.getLast()).await().atMost(SOON)).isEmpty();
    }

    @Test
    void who_does_not_go_on_reading_holds_nothing_up() throws IOException {
        UUID id = put(new byte[2 * 1024 * 1024]);
        for (int i = 0; i < 80; i++) {
            Buffer first = store.read(tenant, id, 0, 2 * 1024 * 1024)
                    .select()
                    .first()
                    .toUni()
                    .await()
                    .atMost(SOON);
            assertThat(first.length()).isPositive();
        }
    }

    UUID put(byte[] content) throws IOException {
        UUID id = Ids.next();
        Path file = file(content);
        store.put(tenant, id, file, Fingerprint.of(file)).await().atMost(SOON);
        return id;
    }

    static byte[] read(Multi<Buffer> content) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Buffer piece : content.subscribe().asIterable()) {
            assertThat(piece.length()).as("a piece, never the whole").isLessThanOrEqualTo(256 * 1024);
            all.writeBytes(piece.getBytes());
        }
        return all.toByteArray();
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "up", null), content);
    }
}
