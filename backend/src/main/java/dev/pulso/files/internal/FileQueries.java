package dev.pulso.files.internal;

import dev.pulso.files.internal.AttachedTo.Kind;
import dev.pulso.kernel.Problem;
import dev.pulso.store.data.KeysetQuery;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.data.Rows;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Files as they are read: those of records whose kind the caller may read; what is out of its reach the database leaves out. */
@ApplicationScoped
class FileQueries {
    private static final Rows<FileData> ROWS = Rows.of(FileData.class, "f")
            .from(
                    "hasThumbnail",
                    "exists (select from file_thumbnails t where t.tenant_id = f.tenant_id and t.file_id = f.id)");

    private static final String THUMBNAIL = "select t.media_type, t.content from file_thumbnails t join files f"
            + " on f.tenant_id = t.tenant_id and f.id = t.file_id where t.file_id = $1 and ";

    private final Tenancy tenancy;
    private final Readers readers;

    FileQueries(Tenancy tenancy, Readers readers) {
        this.tenancy = tenancy;
        this.readers = readers;
    }

    /** A small picture. */
    @SuppressWarnings("ArrayRecordComponent")
    record Picture(String mediaType, byte[] content) {}

    Uni<Page<FileData>> list(Caller caller, AttachedTo records, PageRequest page) {
        Map<Kind, UUID> named = records.named();
        named.keySet().forEach(kind -> readers.require(caller, kind));
        KeysetQuery query = KeysetQuery.select(ROWS, "files f").where(readers.seen(caller, "f"));
        named.forEach((kind, id) -> query.where("f." + kind.field() + " = ?", id));
        // What has left says not of whose records it was: who reaches a part of them, or may not read a kind of them,
        // is told of none.
        if (caller.reach().isEmpty() && readers.seeAll(caller)) {
            query.leaving("files");
        }
        return query.sortable("name", "lower(f.name)", "text")
                .sortable("size_bytes", "f.size_bytes", "bigint")
                .sortable("created_at", "f.created_at", "timestamptz")
                .range("created_at", "f.created_at", "timestamptz")
                .range("updated_at", "f.updated_at", "timestamptz")
                .anyOf("state", "f.state", Stream.of("stored", "missing"))
                .changing("f.updated_at")
                .page(tenancy, caller, page, "-created_at", ROWS::read);
    }

    /** The file, or 404. */
    Uni<FileData> get(Caller caller, UUID id) {
        return tenancy.query(
                        caller,
                        "select " + ROWS.columns() + " from files f where f.id = $1 and " + readers.seen(caller, "f"),
                        Tuple.of(id))
                .map(ROWS::one)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound);
    }

    Uni<Picture> thumbnail(Caller caller, UUID id) {
        return tenancy.query(caller, THUMBNAIL + readers.seen(caller, "f"), Tuple.of(id))
                .map(rows -> {
                    for (Row row : rows) {
                        return new Picture(
                                row.getString("media_type"),
                                row.get(Buffer.class, "content").getBytes());
                    }
                    throw Problem.notFound();
                });
    }
}
