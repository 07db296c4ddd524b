package dev.pulso.imports.internal.run;

import dev.pulso.api.ImportsApi;
import dev.pulso.api.model.Import;
import dev.pulso.api.model.ImportCheck;
import dev.pulso.api.model.ImportEntity;
import dev.pulso.api.model.ImportPage;
import dev.pulso.api.model.ImportPreview;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.kernel.Checks;
import dev.pulso.kernel.Problem;
import dev.pulso.store.data.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

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
    public Uni<Import> createImport(
            String mapping, FileUpload file, ImportEntity kind, ImportEntity entity, String options) {
        return imports.order(context.caller(), kind(kind, entity), upload(file), mapping, options)
                .map(ImportMapper::toApi);
    }

    @Override
    public Uni<ImportCheck> checkImport(
            String mapping, FileUpload file, ImportEntity kind, ImportEntity entity, String options) {
        return imports.check(context.caller(), kind(kind, entity), upload(file), mapping, options)
                .map(ImportMapper::toApi);
    }

    @Override
    public Uni<ImportPreview> previewImport(FileUpload file, ImportEntity kind, ImportEntity entity) {
        return imports.preview(kind(kind, entity), upload(file)).map(ImportMapper::toApi);
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

    /** By its name, or by the one that it had before. */
    private static String kind(@Nullable ImportEntity kind, @Nullable ImportEntity entity) {
        if (kind != null && entity != null) {
            throw Problem.invalid("entity", "is what kind was called before: send one of them", "ambiguous");
        }
        return Checks.present("kind", kind == null ? entity : kind).value();
    }

    private static ImportService.Upload upload(FileUpload file) {
        return new ImportService.Upload(file.fileName(), file.uploadedFile());
    }
}
