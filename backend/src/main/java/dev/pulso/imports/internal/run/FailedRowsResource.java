package dev.pulso.imports.internal.run;

import dev.pulso.edge.web.CallerContext;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;

/** Failed rows over HTTP. By hand: the interface made from the contract answers whole texts, and this one may be large. */
@Path("/api/imports/{id}/failed-rows")
public class FailedRowsResource {
    private final ImportService imports;
    private final CallerContext context;

    FailedRowsResource(ImportService imports, CallerContext context) {
        this.imports = imports;
        this.context = context;
    }

    /** The file as it is read from the database; called as its operation is in the contract, by which its permission is found. */
    @GET
    @Produces("text/csv")
    public Multi<byte[]> getFailedRows(@PathParam("id") UUID id) {
        return imports.failedRows(context.caller(), id);
    }
}
