package dev.pulso.edge.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.Violation;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one rendering of a problem, for resources and for the routes below them. */
final class ProblemJson {
    static final String MEDIA_TYPE = "application/problem+json";
    /** Its own mapper: the shape of errors must not depend on how the API's bodies are configured. */
    private static final ObjectMapper JSON = new ObjectMapper();

    private ProblemJson() {}

    /** @param request what was asked, where it is known: it tells where the fields stand */
    static String render(Problem problem, String traceId, @Nullable RoutingContext request) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", problem.type());
        body.put("title", problem.title());
        body.put("status", problem.status());
        if (problem.detail() != null) {
            body.put("detail", problem.detail());
        }
        if (!problem.violations().isEmpty()) {
            body.put(
                    "violations",
                    problem.violations().stream()
                            .map(each -> violation(each, request))
                            .toList());
        }
        body.putAll(problem.members());
        body.put("trace_id", traceId);
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings and numbers always render", e);
        }
    }

    private static Map<String, String> violation(Violation violation, @Nullable RoutingContext request) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("field", violation.field());
        String pointer = Places.pointer(request, violation.field());
        if (pointer != null) {
            body.put("pointer", pointer);
        }
        body.put("code", violation.code());
        body.put("message", violation.message());
        return body;
    }
}
