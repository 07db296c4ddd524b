package dev.pulso.lists.internal.export;

import static dev.pulso.lists.internal.export.ExportMapper.EXPORTS;

import dev.pulso.api.ExportsApi;
import dev.pulso.api.model.Export;
import dev.pulso.api.model.ExportCreate;
import dev.pulso.api.model.ExportPage;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.store.data.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Exports over HTTP: translates, nothing else. */
@AtMostOnce
class ExportResource implements ExportsApi {
    private final ExportService exports;
    private final CallerContext context;

    ExportResource(ExportService exports, CallerContext context) {
        this.exports = exports;
        this.context = context;
    }

    @Override
    public Uni<Export> createExport(ExportCreate body) {
        return exports.order(context.caller(), EXPORTS.toNew(body)).map(this::toApi);
    }

    @Override
    public Uni<ExportPage> listExports(Integer limit, String cursor) {
        return exports.list(context.caller(), PageRequest.of(limit, null, cursor))
                .map(page -> new ExportPage()
                        .data(page.data().stream().map(this::toApi).toList())
                        .nextCursor(page.nextCursor()));
    }

    @Override
    public Uni<Export> getExport(UUID id) {
        return exports.get(context.caller(), id).map(this::toApi);
    }

    @Override
    public Uni<Void> deleteExport(UUID id) {
        return exports.delete(context.caller(), id);
    }

    private Export toApi(ExportData export) {
        return EXPORTS.toApi(export, exports.isAvailable(context.caller(), export));
    }
}
