package dev.pulso.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.kernel.ViolationCode;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the contract says each operation may refuse with. */
final class DeclaredProblems {
    private static final String TYPES = "/docs/problems/";
    /** Said once for all operations. */
    private static final Set<String> ANYWHERE = Set.of(
            "forbidden",
            "origin_not_allowed",
            "method_not_allowed",
            "not_acceptable",
            "too_large",
            "uri_too_long",
            "unsupported_media_type",
            "too_many_requests",
            "unexpected",
            "busy");

    private record Operation(String id, String method, Pattern path, Set<String> types) {}

    private static final List<Operation> OPERATIONS = read();

    private DeclaredProblems() {}

    static void check(String method, String path, Response answer) {
        String type = answer.jsonPath().getString("type");
        assertThat(type).startsWith(TYPES);
        String name = type.substring(TYPES.length());
        OPERATIONS.stream()
                .filter(each -> each.method().equals(method.toUpperCase(Locale.ROOT))
                        && each.path().matcher(path).matches())
                .findFirst()
                .filter(each -> !ANYWHERE.contains(name))
                .ifPresent(each -> assertThat(each.types())
                        .as("x-problems of %s", each.id())
                        .contains(name));
        List<String> codes = answer.jsonPath().getList("violations.code", String.class);
        if (codes != null) {
            codes.forEach(ViolationCode::of);
        }
    }

    private static List<Operation> read() {
        List<Operation> found = new ArrayList<>();
        PublishedContract.ROOT
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(each -> each.getValue().has("operationId"))
                        .forEach(each -> {
                            Set<String> types = new java.util.HashSet<>();
                            each.getValue().path("x-problems").forEach(type -> types.add(type.asText()));
                            found.add(new Operation(
                                    each.getValue().get("operationId").asText(),
                                    each.getKey().toUpperCase(Locale.ROOT),
                                    Pattern.compile(path.getKey().replaceAll("\\{[^}]+}", "[^/]+")),
                                    types));
                        }));
        // A literal segment wins over one that anything fits.
        found.sort(Comparator.comparing(each -> each.path().pattern().contains("[^/]+")));
        return found;
    }
}
