package dev.pulso.edge.live;

import dev.pulso.edge.security.AccessTokens;
import dev.pulso.edge.security.InvalidToken;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.kernel.Problem;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/** Live events over HTTP. By hand: the interface made from the contract has one answer, not many. */
@Path("/api/live")
public class LiveResource {
    private static final Pattern PLACE = Pattern.compile("[0-9]{1,18}");

    private final LiveHub hub;
    private final AccessTokens tokens;
    private final CallerContext context;

    LiveResource(LiveHub hub, AccessTokens tokens, CallerContext context) {
        this.hub = hub;
        this.tokens = tokens;
        this.context = context;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    // A proxy that collects an answer before it passes it on would collect this one for ever.
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    public Multi<OutboundSseEvent> live(
            @HeaderParam("Last-Event-ID") @Nullable String seen,
            @HeaderParam("Authorization") String authorization,
            @Context Sse sse,
            @Context HttpServerRequest request) {
        Runnable hangUp = () -> request.connection().close();
        return hub.open(claims(authorization), context.caller(), place(seen), hangUp)
                .map(event -> {
                    OutboundSseEvent.Builder built =
                            sse.newEventBuilder().name(event.type()).data(String.class, event.data());
                    return (event.id() == null ? built : built.id(event.id().toString())).build();
                });
    }

    private AccessTokens.Claims claims(String authorization) {
        try {
            return tokens.verify(authorization.substring("Bearer ".length()).strip());
        } catch (InvalidToken e) {
            throw Problem.unauthorized(e.reason());
        }
    }

    private static @Nullable Long place(@Nullable String seen) {
        if (seen == null) {
            return null;
        }
        if (!PLACE.matcher(seen).matches()) {
            throw Problem.invalid("Last-Event-ID", "must be the id of an event", "format");
        }
        return Long.valueOf(seen);
    }
}
