package dev.pulso.edge.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.core.LazyResponse;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Writes every JSON answer, and is therefore where conditional reading is answered once for all operations: a GET carries
 * the tag of what it shows, and {@code If-None-Match} with that tag is a 304 without a body. Writes of versioned records
 * carry the new version alone.
 */
@Provider
@Produces(MediaType.APPLICATION_JSON)
class JsonAnswers implements ServerMessageBodyWriter<Object> {
    private static final int NOT_MODIFIED = 304;
    /** Bytes that fit in one packet arrive no sooner for being fewer. */
    private static final int WORTH_COMPRESSING = 1024;

    private final ObjectWriter json;
    private final Operations operations;

    /** Finds getVersion() of the answer's class once per class. */
    private final ClassValue<@Nullable MethodHandle> version = new ClassValue<>() {
        @Override
        protected @Nullable MethodHandle computeValue(Class<?> type) {
            try {
                return MethodHandles.publicLookup()
                        .findVirtual(type, "getVersion", MethodType.methodType(Integer.class))
                        .asType(MethodType.methodType(Integer.class, Object.class));
            } catch (ReflectiveOperationException e) {
                return null;
            }
        }
    };

    private final ClassValue<@Nullable MethodHandle> id = new ClassValue<>() {
        @Override
        protected @Nullable MethodHandle computeValue(Class<?> type) {
            for (Class<?> kind : List.of(UUID.class, String.class)) {
                try {
                    return MethodHandles.publicLookup()
                            .findVirtual(type, "getId", MethodType.methodType(kind))
                            .asType(MethodType.methodType(Object.class, Object.class));
                } catch (ReflectiveOperationException e) {
                    // The other kind, or none.
                }
            }
            return null;
        }
    };

    JsonAnswers(ObjectMapper json, Operations operations) {
        this.json = json.writer();
        this.operations = operations;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType media) {
        return isObject(type);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isObject(type);
    }

    /** What is text or bytes already is somebody else's to write. */
    private static boolean isObject(Class<?> type) {
        return !CharSequence.class.isAssignableFrom(type) && type != byte[].class;
    }

    @Override
    public void writeResponse(Object answer, Type generic, ServerRequestContext request) throws IOException {
        byte[] body = json.writeValueAsBytes(answer);
        ServerHttpResponse response = request.serverResponse();
        ResteasyReactiveRequestContext context = (ResteasyReactiveRequestContext) request;
        if (isRead(context.getMethod())) {
            String tag = EntityTag.of(versionOf(answer, request), body);
            response.setResponseHeader("ETag", tag);
            if (EntityTag.matches(request.getRequestHeaders().getRequestHeader("If-None-Match"), tag)) {
                context.setResponse(
                        new LazyResponse.Existing(Response.status(NOT_MODIFIED).build()));
                response.end();
                return;
            }
        } else {
            locate(answer, request, response);
            Integer present = versionOf(answer, request);
            if (present != null) {
                response.setResponseHeader("ETag", EntityTag.of(present));
            }
        }
        if (body.length < WORTH_COMPRESSING) {
            response.setResponseHeader("Content-Encoding", "identity");
        }
        RoutingContext http = context.unwrap(RoutingContext.class);
        if (http != null && Boolean.TRUE.equals(http.get(HttpEdge.HEAD))) {
            // The server keeps the body, and does not count what it does not send.
            response.setResponseHeader("Content-Length", Integer.toString(body.length));
        }
        response.end(body);
    }

    /** Where what was just made lies. */
    private void locate(Object answer, ServerRequestContext request, ServerHttpResponse response) {
        String collection =
                operations.location(request.getResteasyReactiveResourceInfo().getName());
        MethodHandle getter = collection == null ? null : id.get(answer.getClass());
        if (getter == null) {
            return;
        }
        try {
            response.setResponseHeader("Location", collection + "/" + (Object) getter.invokeExact(answer));
        } catch (Throwable impossible) {
            throw new IllegalStateException("a getter does not fail", impossible);
        }
    }

    private static boolean isRead(String method) {
        return "GET".equals(method) || "HEAD".equals(method);
    }

    private @Nullable Integer versionOf(Object answer, ServerRequestContext request) {
        String operation = request.getResteasyReactiveResourceInfo().getName();
        MethodHandle getter = operations.answersWithETag(operation) ? version.get(answer.getClass()) : null;
        try {
            return getter == null ? null : (Integer) getter.invokeExact(answer);
        } catch (Throwable impossible) {
            throw new IllegalStateException("a getter does not fail", impossible);
        }
    }

    /** For what has no request, such as a part of a form: the plain JSON. */
    @Override
    public void writeTo(
            Object answer,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        out.write(json.writeValueAsBytes(answer));
    }
}
