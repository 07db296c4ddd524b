package dev.pulso.edge.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pulso.kernel.Problem;
import java.util.LinkedHashMap;
import java.util.Map;

/** The one rendering of a problem, for resources and for the routes below them. */
final class ProblemJson {
    static final String MEDIA_TYPE = "application/problem+json";
    /** Its own mapper: the shape of errors must not depend on how the API's bodies are configured. */
    private static final ObjectMapper JSON = new ObjectMapper();

    private ProblemJson() {}

    static String render(Problem problem, String traceId) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", problem.type());
        body.put("title", problem.title());
        body.put("status", problem.status());
        if (problem.detail() != null) {
            body.put("detail", problem.detail());
        }
        if (!problem.violations().isEmpty()) {
            body.put("violations", problem.violations());
        }
        body.putAll(problem.members());
        body.put("trace_id", traceId);
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings and numbers always render", e);
        }
    }
}
