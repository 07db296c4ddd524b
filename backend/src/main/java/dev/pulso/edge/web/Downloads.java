package dev.pulso.edge.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Documents that are answered as files: they have a name, a tag, and are not sent again to who has them. */
@Singleton
public class Downloads {
    private static final String TAG = "pulso.download";

    private final CurrentVertxRequest request;

    Downloads(CurrentVertxRequest request) {
        this.request = request;
    }

    /** The answer to the present request; asked for before the work begins, which may end on another thread. */
    public Download here() {
        return new Download(request.getCurrent());
    }

    /** What will be answered. */
    public static final class Download {
        private final @Nullable RoutingContext context;

        private Download(@Nullable RoutingContext context) {
            this.context = context;
        }

        /**
         * Says what it is.
         *
         * @param name of the file, ASCII letters, digits and {@code -.}
         * @param version of the record that it shows
         * @param state all that it is made of: the same state is the same document
         * @return whether it has to be made: false where the client has it, and what is answered does not matter
         */
        public boolean named(String name, int version, String state) {
            if (context == null) {
                return true;
            }
            String tag = EntityTag.of(version, state.getBytes(StandardCharsets.UTF_8));
            context.put(TAG, tag);
            context.response().putHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
            return !EntityTag.matches(context.request().headers().getAll("If-None-Match"), tag);
        }
    }

    @ServerResponseFilter
    void tag(ContainerRequestContext asked, ContainerResponseContext answer, RoutingContext context) {
        String tag = context.get(TAG);
        if (tag == null || answer.getStatus() != 200) {
            return;
        }
        answer.getHeaders().putSingle("ETag", tag);
        if (EntityTag.matches(given(asked), tag)) {
            context.response().headers().remove("Content-Disposition");
            answer.setStatus(304);
            answer.setEntity(null);
        }
    }

    private static List<String> given(ContainerRequestContext asked) {
        @Nullable List<String> tags = asked.getHeaders().get("If-None-Match");
        return tags == null ? List.of() : tags;
    }
}
