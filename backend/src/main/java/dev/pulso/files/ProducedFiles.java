package dev.pulso.files;

import dev.pulso.store.files.Fingerprint;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/** Files that the product has made for somebody, kept for a while: they hang on no record, and whoever made them says who reads them. */
public interface ProducedFiles {

    /**
     * A file that is whole.
     *
     * @param content on the disk, where it stays
     * @param expiresAt when it is to go
     */
    record Produced(String name, String mediaType, Path content, Fingerprint fingerprint, Instant expiresAt) {}

    /**
     * Keeps it: its bytes first, then its row together with what the maker notes of it, so that nobody is offered a part.
     *
     * @param noted joins the transaction of the row; when it fails there is no file
     */
    Uni<Void> keep(Caller caller, Produced file, Function<UUID, Uni<Void>> noted);

    /** Joins the open transaction; the bytes go after it. */
    Uni<Void> remove(Caller caller, UUID id);

    /** Its bytes over HTTP, or a range of them. */
    RestMulti<byte[]> answer(Caller caller, Uni<UUID> id, @Nullable String range);
}
