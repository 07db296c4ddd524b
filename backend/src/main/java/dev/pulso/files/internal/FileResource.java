package dev.pulso.files.internal;

import static dev.pulso.files.internal.FileMapper.FILES;

import dev.pulso.api.FilesApi;
import dev.pulso.api.model.FilePage;
import dev.pulso.api.model.StoredFile;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Files over HTTP: translates, nothing else. */
@AtMostOnce
class FileResource implements FilesApi {
    private final FileService files;
    private final CallerContext context;

    FileResource(FileService files, CallerContext context) {
        this.files = files;
        this.context = context;
    }

    @Override
    public Uni<FilePage> listFiles(
            UUID leadId,
            UUID dealId,
            UUID companyId,
            UUID contactId,
            UUID customerId,
            UUID contractId,
            UUID invoiceId,
            UUID activityId,
            String sort,
            Integer limit,
            String cursor,
            Instant updatedSince) {
        return files.list(
                        context.caller(),
                        new AttachedTo(
                                leadId, dealId, companyId, contactId, customerId, contractId, invoiceId, activityId),
                        context.page(limit, sort, cursor, updatedSince))
                .map(FILES::toApi);
    }

    @Override
    public Uni<StoredFile> createFile(
            FileUpload file,
            UUID leadId,
            UUID dealId,
            UUID companyId,
            UUID contactId,
            UUID customerId,
            UUID contractId,
            UUID invoiceId,
            UUID activityId) {
        return files.create(
                        context.caller(),
                        new AttachedTo(
                                leadId, dealId, companyId, contactId, customerId, contractId, invoiceId, activityId),
                        new FileService.Upload(file.fileName(), file.uploadedFile()))
                .map(FILES::toApi);
    }

    @Override
    public Uni<StoredFile> getFile(UUID id) {
        return files.get(context.caller(), id).map(FILES::toApi);
    }

    @Override
    public Uni<Void> deleteFile(UUID id) {
        return files.delete(context.caller(), id, context.expectedVersion());
    }
}
