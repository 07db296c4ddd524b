package dev.pulso.files.internal;

import dev.pulso.files.ProducedFiles;
import dev.pulso.kernel.Ids;
import dev.pulso.kernel.Problem;
import dev.pulso.store.files.FileStore;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/** Files of purpose {@code export}: kept as all files are, shown in no list of files, deleted when their time has come. */
@ApplicationScoped
class KeptForAWhile implements ProducedFiles {
    private static final String INSERT = """
        insert into files (tenant_id, id, name, media_type, size_bytes, sha256, purpose, created_by_id, expires_at)
        values (current_setting('app.tenant_id')::uuid, $1, $2, $3, $4, $5, 'export', $6, $7)""";

    private static final String REMOVE = "delete from files where id = $1 and purpose = 'export'";

    private static final String CONTENT = """
        select id, name, media_type, size_bytes from files
        where id = $1 and purpose = 'export' and state = 'stored'""";

    private static final int SERVER = 500;

    private final Tenancy tenancy;
    private final FileStore store;
    private final Room room;
    private final Discarded discarded;
    private final Downloads downloads;

    KeptForAWhile(Tenancy tenancy, FileStore store, Room room, Discarded discarded, Downloads downloads) {
        this.tenancy = tenancy;
        this.store = store;
        this.room = room;
        this.discarded = discarded;
        this.downloads = downloads;
    }

    @Override
    public Uni<Void> keep(Caller caller, Produced file, Function<UUID, Uni<Void>> noted) {
        UUID id = Ids.next();
        Tuple row = Tuple.tuple()
                .addUUID(id)
                .addString(file.name())
                .addString(file.mediaType())
                .addLong(file.fingerprint().size())
                .addString(file.fingerprint().sha256())
                .addUUID(caller.userId())
                .addOffsetDateTime(file.expiresAt().atOffset(ZoneOffset.UTC));
        return room.require(caller, file.fingerprint().size())
                .chain(() -> store.put(caller.tenantId(), id, file.content(), file.fingerprint()))
                .chain(() -> tenancy.write(
                        caller,
                        session -> tenancy.sql(
                                        caller,
                                        connection ->
                                                connection.preparedQuery(INSERT).execute(row))
                                // Whoever adds bytes waits for who did before: of two for the last room one gets it.
                                .call(() -> room.require(caller, 0))
                                .call(() -> noted.apply(id))))
                // Only where it is sure that there is no row; the sweep takes the rest.
                .onFailure(failure -> failure instanceof Problem refused && refused.status() < SERVER)
                .call(() -> store.remove(caller.tenantId(), id).onFailure().recoverWithNull())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> remove(Caller caller, UUID id) {
        return tenancy.sql(
                        caller, connection -> connection.preparedQuery(REMOVE).execute(Tuple.of(id)))
                .invoke(() -> tenancy.afterCommit(() -> discarded.removeSoon(caller)))
                .replaceWithVoid();
    }

    @Override
    public RestMulti<byte[]> answer(Caller caller, Uni<UUID> id, @Nullable String range) {
        return downloads.answer(
                caller,
                id.chain(file -> tenancy.query(caller, CONTENT, Tuple.of(file)).map(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.notFound();
                    }
                    Row row = rows.iterator().next();
                    return new Downloads.Content(
                            row.getUUID("id"),
                            row.getString("name"),
                            row.getString("media_type"),
                            row.getLong("size_bytes"));
                })),
                range);
    }
}
