package dev.pulso.files.internal;

import dev.pulso.edge.web.CallerContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/**
 * The content of files over HTTP. By hand: the interface made from the contract answers whole bodies, and these are as long as
 * they are. Called as the operation is in the contract, by which its permission is found.
 */
@Path("/api/files/{id}/content")
public class FileContentResource {
    private final FileService files;
    private final Downloads downloads;
    private final CallerContext context;

    FileContentResource(FileService files, Downloads downloads, CallerContext context) {
        this.files = files;
        this.downloads = downloads;
        this.context = context;
    }

    @GET
    @Produces("application/octet-stream")
    public RestMulti<byte[]> getFileContent(@PathParam("id") UUID id, @HeaderParam("Range") @Nullable String range) {
        return downloads.answer(
                context.caller(),
                files.get(context.caller(), id)
                        .map(file -> new Downloads.Content(file.id(), file.name(), file.mediaType(), file.sizeBytes())),
                range);
    }
}
