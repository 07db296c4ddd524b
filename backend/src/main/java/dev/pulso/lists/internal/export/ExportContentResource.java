package dev.pulso.lists.internal.export;

import dev.pulso.edge.web.CallerContext;
import dev.pulso.files.ProducedFiles;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/** Exports as files over HTTP, by hand as files are; called as the operation is in the contract, by which its permission is found. */
@Path("/api/exports/{id}/content")
public class ExportContentResource {
    private final ExportService exports;
    private final ProducedFiles files;
    private final CallerContext context;

    ExportContentResource(ExportService exports, ProducedFiles files, CallerContext context) {
        this.exports = exports;
        this.files = files;
        this.context = context;
    }

    @GET
    @Produces("application/octet-stream")
    public RestMulti<byte[]> getExportContent(@PathParam("id") UUID id, @HeaderParam("Range") @Nullable String range) {
        return files.answer(context.caller(), exports.file(context.caller(), id), range);
    }
}
