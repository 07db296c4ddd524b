package dev.pulso.files.internal;

import dev.pulso.edge.web.CallerContext;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Small pictures of files over HTTP. By hand: the interface made from the contract cannot say which of two types an answer has. */
@Path("/api/files/{id}/thumbnail")
public class FileThumbnailResource {
    private final FileService files;
    private final CallerContext context;

    FileThumbnailResource(FileService files, CallerContext context) {
        this.files = files;
        this.context = context;
    }

    @GET
    @Produces({"image/png", "image/jpeg"})
    public Uni<Response> getFileThumbnail(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        return files.thumbnail(context.caller(), id)
                .map(picture -> (known != null && known.contains(id.toString())
                                ? Response.notModified()
                                : Response.ok(picture.content(), picture.mediaType()))
                        .tag(new EntityTag(id.toString()))
                        .header(HttpHeaders.CACHE_CONTROL, Downloads.PRIVATE)
                        .header("Content-Security-Policy", Downloads.NO_SCRIPTS)
                        .build());
    }
}
