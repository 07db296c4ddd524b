package dev.pulso.store.files;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Keeps bytes under the id of a file of a tenant. What was put there stays as it is until it is removed; nothing of it is ever
 * held in memory as a whole. It fails with {@link FileStoreDown} when it does not answer.
 */
public interface FileStore {

    /** For people who run the installation: which one it is. */
    String name();

    /**
     * Keeps the content of a local file, whole or not at all; the file stays where it is. When it completes the bytes are there
     * even after the power fails.
     */
    Uni<Void> put(UUID tenant, UUID id, Path content, Fingerprint fingerprint);

    /** The bytes from a place on, as fast as they are taken; {@link FileGone} before the first where there are none. */
    Multi<Buffer> read(UUID tenant, UUID id, long from, long length);

    /** Removes it; what is not there is no fault. */
    Uni<Void> remove(UUID tenant, UUID id);

    /** What there is of a tenant behind an id in the order of ids, as many as it likes to tell at once; none behind the last. */
    Uni<List<Kept>> behind(UUID tenant, UUID last);

    /**
     * @param size in bytes
     * @param since when it was put there, by the store's clock
     */
    record Kept(UUID id, long size, Instant since) {}
}
