package dev.pulso.company.internal.logo;

import dev.pulso.api.model.Tenant;
import dev.pulso.company.TenantMapper;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.kernel.ExpectedVersion;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The logo over HTTP. By hand: the interface made from the contract cannot say which of three types an answer has. */
@Path("/api/tenant/logo")
public class LogoResource {
    private final LogoService logos;
    private final CallerContext context;

    LogoResource(LogoService logos, CallerContext context) {
        this.logos = logos;
        this.context = context;
    }

    @PUT
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Tenant> uploadLogo(
            @HeaderParam("If-Match") @Nullable String ifMatch, @RestForm("file") @NotNull FileUpload file) {
        return logos.replace(context.caller(), ExpectedVersion.required(ifMatch), file.uploadedFile(), file.size())
                .map(TenantMapper::toApi);
    }

    @DELETE
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Tenant> removeLogo(@HeaderParam("If-Match") @Nullable String ifMatch) {
        return logos.remove(context.caller(), ExpectedVersion.required(ifMatch)).map(TenantMapper::toApi);
    }

    @GET
    @Path("/{hash}")
    @Produces({"image/png", "image/jpeg", "image/webp"})
    public Uni<Response> getLogo(
            @PathParam("hash") @Pattern(regexp = "[0-9a-f]{64}") String hash,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        String tag = "\"" + hash + "\"";
        return logos.get(context.caller(), hash)
                .map(picture -> (known != null && known.contains(tag)
                                ? Response.notModified()
                                : Response.ok(picture.content(), picture.mediaType()))
                        .tag(new EntityTag(hash))
                        // The address says what the content is; whoever may not see it is refused before.
                        .header(HttpHeaders.CACHE_CONTROL, "private, max-age=31536000, immutable")
                        .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                        .build());
    }
}
