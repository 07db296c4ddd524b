package dev.pulso.edge.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pulso.kernel.Problem;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A page for each {@code type} of a problem, where the type leads: what it means and what to do. From the registry of the contract. */
@ApplicationScoped
class ProblemPages {
    static final String PATH = "/docs/problems";

    private static final String PAGE = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>%s</title>
            <style>body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:3rem auto;padding:0 1rem}\
            code{background:#8882;padding:0 .25em}td{vertical-align:top;padding:.2em 1em .2em 0}</style></head>
            <body>%s</body></html>
            """;

    private final JsonNode problems;
    private final JsonNode violations;

    ProblemPages() {
        JsonNode registry = read();
        problems = registry.get("problems");
        violations = registry.get("violations");
    }

    void routes(@Observes Router router) {
        router.get(PATH).handler(page(this::index));
        router.get(PATH + "/").handler(page(this::index));
        router.get(PATH + "/:type").handler(context -> {
            JsonNode problem = problems.get(context.pathParam("type"));
            if (problem == null) {
                HttpEdge.answer(context, Problem.notFound());
            } else {
                page(() -> one(context.pathParam("type"), problem)).handle(context);
            }
        });
    }

    private static Handler<RoutingContext> page(java.util.function.Supplier<String> body) {
        return context -> context.response()
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .end(body.get());
    }

    private String index() {
        StringBuilder rows = new StringBuilder("<h1>Problems</h1><table>");
        problems.properties()
                .forEach(each ->
                        rows.append("<tr><td>%d</td><td><a href=\"%s/%s\"><code>%s</code></a></td><td>%s</td></tr>"
                                .formatted(
                                        each.getValue().get("status").asInt(),
                                        PATH,
                                        each.getKey(),
                                        each.getKey(),
                                        text(each.getValue().get("meaning").asText()))));
        rows.append("</table><h1>Codes of violations</h1><table>");
        violations
                .properties()
                .forEach(each -> rows.append("<tr><td><code>%s</code></td><td>%s</td></tr>"
                        .formatted(each.getKey(), text(each.getValue().asText()))));
        return PAGE.formatted("Problems", rows.append("</table>"));
    }

    private static String one(String type, JsonNode problem) {
        String body =
                "<p><a href=\"%s\">All problems</a></p><h1><code>%s</code></h1><p>%d: %s</p><h2>What it means</h2><p>%s</p>"
                                .formatted(
                                        PATH,
                                        type,
                                        problem.get("status").asInt(),
                                        text(problem.get("title").asText()),
                                        text(problem.get("meaning").asText()))
                        + "<h2>What to do</h2><p>%s</p>"
                                .formatted(text(problem.get("remedy").asText()));
        return PAGE.formatted(type, body);
    }

    /** As HTML, with what stands in backticks as code. */
    private static String text(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replaceAll("`([^`]+)`", "<code>$1</code>");
    }

    private static JsonNode read() {
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream("problems.json")) {
            if (stream == null) {
                throw new IllegalStateException("problems.json is not on the class path: bundle the contract first");
            }
            return new ObjectMapper().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
