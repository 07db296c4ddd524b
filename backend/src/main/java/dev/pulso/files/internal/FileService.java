package dev.pulso.files.internal;

import dev.pulso.files.Attachments;
import dev.pulso.files.FileCreated;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Ids;
import dev.pulso.kernel.Problem;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.files.FileNames;
import dev.pulso.store.files.FileStore;
import dev.pulso.store.files.Fingerprint;
import dev.pulso.store.files.MediaTypes;
import dev.pulso.store.files.Thumbnail;
import dev.pulso.store.files.VirusScanner;
import dev.pulso.store.outbox.Outbox;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantClock;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The use cases of files. The bytes are in the store before the row is written and are removed after it is gone: whenever a
 * process dies, a row never names what is not there, and what no row names is swept.
 */
@ApplicationScoped
class FileService implements Attachments {
    private static final String INSERT = """
        insert into files (tenant_id, id, name, media_type, size_bytes, sha256, purpose, width, height, created_by_id,
            lead_id, deal_id, company_id, contact_id, customer_id, contract_id, invoice_id, activity_id)
        values (current_setting('app.tenant_id')::uuid, $1, $2, $3, $4, $5, 'attachment', $6, $7, $8,
            $9, $10, $11, $12, $13, $14, $15, $16)\
        """;
    private static final String ADD_THUMBNAIL = """
        insert into file_thumbnails (tenant_id, file_id, media_type, content)
        values (current_setting('app.tenant_id')::uuid, $1, $2, $3)\
        """;
    private static final String FOLLOW = """
        update files set deal_id = $2, company_id = coalesce(company_id, $3), contact_id = coalesce(contact_id, $4),
            updated_at = $5, version = version + 1
        where lead_id = $1 and deal_id is null\
        """;

    private static final int SERVER = 500;

    private final Tenancy tenancy;
    private final FileQueries queries;
    private final Readers readers;
    private final FileStore store;
    private final VirusScanner scanner;
    private final Discarded discarded;
    private final Room room;
    private final Outbox outbox;
    private final TenantClock clock;
    private final Vertx vertx;
    private final WorkerExecutor pictures;

    FileService(
            Tenancy tenancy,
            FileQueries queries,
            Readers readers,
            FileStore store,
            VirusScanner scanner,
            Discarded discarded,
            Room room,
            Outbox outbox,
            TenantClock clock,
            Vertx vertx) {
        this.tenancy = tenancy;
        this.queries = queries;
        this.readers = readers;
        this.store = store;
        this.scanner = scanner;
        this.discarded = discarded;
        this.room = room;
        this.outbox = outbox;
        this.clock = clock;
        this.vertx = vertx;
        // One after the other: each may take a good part of the memory for a moment.
        this.pictures = vertx.createSharedWorkerExecutor("pictures", 1);
    }

    /** A file that has come in, on the disk until its request ends. */
    record Upload(@Nullable String name, Path path) {}

    /** What is known of a file before it is kept. */
    private record Looked(
            UUID id,
            String name,
            String mediaType,
            Fingerprint fingerprint,
            @Nullable Thumbnail picture) {}

    Uni<Page<FileData>> list(Caller caller, AttachedTo records, PageRequest page) {
        return queries.list(caller, records, page);
    }

    Uni<FileData> get(Caller caller, UUID id) {
        return queries.get(caller, id);
    }

    Uni<FileQueries.Picture> thumbnail(Caller caller, UUID id) {
        return queries.thumbnail(caller, id);
    }

    Uni<FileData> create(Caller caller, AttachedTo records, Upload upload) {
        if (records.named().isEmpty()) {
            throw Problem.invalid(Problem.BODY, "name a record to keep it with", "required");
        }
        return readers.require(caller, records.named())
                .chain(() -> looked(upload))
                .call(file -> room.require(caller, file.fingerprint().size()))
                .call(() -> scanner.check(upload.path()))
                .chain(file -> drawn(upload, file))
                .chain(file -> keep(caller, records, upload, file));
    }

    /** Its row goes now, its bytes as soon as nobody can want it back. */
    Uni<Void> delete(Caller caller, UUID id, ExpectedVersion expected) {
        return tenancy.write(
                caller,
                session -> queries.get(caller, id)
                        .invoke(file -> expected.check(file.version()))
                        .call(file -> tenancy.sql(
                                caller,
                                connection -> connection
                                        .preparedQuery("delete from files where id = $1 and version = $2")
                                        .execute(Tuple.of(id, file.version()))
                                        .invoke(rows -> {
                                            if (rows.rowCount() == 0) {
                                                throw Problem.changedMeanwhile();
                                            }
                                        })))
                        .invoke(() -> tenancy.afterCommit(() -> discarded.removeSoon(caller)))
                        .replaceWithVoid());
    }

    @Override
    public Uni<Void> follow(Caller caller, UUID lead, UUID deal, @Nullable UUID company, UUID contact) {
        return tenancy.query(
                        caller,
                        FOLLOW,
                        Tuple.of(lead, deal, company, contact, clock.now(caller).atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private Uni<Looked> looked(Upload upload) {
        String name = FileNames.kept(upload.name());
        return vertx.executeBlocking(
                () -> {
                    Fingerprint fingerprint = Fingerprint.of(upload.path());
                    if (fingerprint.size() == 0) {
                        throw Problem.invalid("file", "there is nothing in it", "file_empty");
                    }
                    String type = MediaTypes.of(upload.path(), name);
                    if (type.equals(MediaTypes.PROGRAM)) {
                        throw Problem.invalid("file", "programs are not kept", "program");
                    }
                    return new Looked(Ids.next(), name, type, fingerprint, null);
                },
                false);
    }

    /** Once there is room and nothing bad in it: pictures are drawn one after another, and nothing else waits for them. */
    private Uni<Looked> drawn(Upload upload, Looked file) {
        if (!Thumbnail.isDrawn(file.mediaType())) {
            return Uni.createFrom().item(file);
        }
        return pictures.<@Nullable Thumbnail>executeBlocking(() -> Thumbnail.of(upload.path(), file.mediaType()), false)
                .map(picture -> new Looked(file.id(), file.name(), file.mediaType(), file.fingerprint(), picture));
    }

    private Uni<FileData> keep(Caller caller, AttachedTo records, Upload upload, Looked file) {
        return store.put(caller.tenantId(), file.id(), upload.path(), file.fingerprint())
                .chain(() -> tenancy.write(
                        caller,
                        session -> tenancy.sql(caller, connection -> insert(connection, caller, records, file))
                                // Whoever adds bytes waits for who did before: of two for the last room one gets it.
                                .call(() -> room.require(caller, 0))
                                .call(() -> outbox.publish(caller, FileCreated.TYPE, file.id(), created(records, file)))
                                .chain(() -> queries.get(caller, file.id()))))
                // Only where it is sure that there is no row: an answer that was lost may have been a yes. The sweep
                // takes the rest.
                .onFailure(failure -> failure instanceof Problem refused && refused.status() < SERVER)
                .call(() ->
                        store.remove(caller.tenantId(), file.id()).onFailure().recoverWithNull());
    }

    private Uni<Void> insert(SqlConnection connection, Caller caller, AttachedTo records, Looked file) {
        Thumbnail picture = file.picture();
        Tuple row = Tuple.tuple()
                .addUUID(file.id())
                .addString(file.name())
                .addString(file.mediaType())
                .addLong(file.fingerprint().size())
                .addString(file.fingerprint().sha256())
                .addInteger(picture == null ? null : picture.width())
                .addInteger(picture == null ? null : picture.height())
                .addUUID(caller.userId());
        records.all().forEach(row::addUUID);
        Uni<Void> kept = connection.preparedQuery(INSERT).execute(row).replaceWithVoid();
        if (picture == null || picture.content() == null) {
            return kept;
        }
        Tuple thumbnail = Tuple.of(file.id(), picture.mediaType(), Buffer.buffer(picture.content()));
        return kept.call(() -> connection.preparedQuery(ADD_THUMBNAIL).execute(thumbnail));
    }

    private static FileCreated created(AttachedTo records, Looked file) {
        return new FileCreated(
                file.id(),
                file.mediaType(),
                file.fingerprint().size(),
                records.leadId(),
                records.dealId(),
                records.companyId(),
                records.contactId(),
                records.customerId(),
                records.contractId(),
                records.invoiceId(),
                records.activityId());
    }
}
