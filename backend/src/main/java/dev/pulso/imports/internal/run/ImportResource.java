package dev.pulso.imports.internal.run;

import dev.pulso.api.ImportsApi;
import dev.pulso.api.model.Import;
import dev.pulso.api.model.ImportCheck;
import dev.pulso.api.model.ImportEntity;
import dev.pulso.api.model.ImportPage;
import dev.pulso.api.model.ImportPreview;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.store.data.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Imports over HTTP: translates, nothing else. */
@AtMostOnce
class ImportResource implements ImportsApi {
    private final ImportService imports;
    private final CallerContext context;

    ImportResource(ImportService imports, CallerContext context) {
        this.imports = imports;
        this.context = context;
    }

    @Override
    public Uni<Import> createImport(ImportEntity entity, String mapping, FileUpload file, String options) {
        return imports.order(context.caller(), entity.value(), upload(file), mapping, options)
                .map(ImportMapper::toApi);
    }

    @Override
    public Uni<ImportCheck> checkImport(ImportEntity entity, String mapping, FileUpload file, String options) {
        return imports.check(context.caller(), entity.value(), upload(file), mapping, options)
                .map(ImportMapper::toApi);
    }

    @Override
    public Uni<ImportPreview> previewImport(ImportEntity entity, FileUpload file) {
        return imports.preview(entity.value(), upload(file)).map(ImportMapper::toApi);
    }

    @Override
    public Uni<Import> getImport(UUID id) {
        return imports.get(context.caller(), id).map(ImportMapper::toApi);
    }

    @Override
    public Uni<ImportPage> listImports(Integer limit, String cursor) {
        return imports.list(context.caller(), PageRequest.of(limit, null, cursor))
                .map(ImportMapper::toApi);
    }

    private static ImportService.Upload upload(FileUpload file) {
        return new ImportService.Upload(file.fileName(), file.uploadedFile());
    }
}
