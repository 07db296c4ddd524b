package dev.pulso.edge.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.kernel.ViolationCode;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The words of errors: one registry, one place for each field, a page where a type leads. */
@QuarkusTest
class ProblemsTest {
    /** The code stands last in these calls, as a literal. */
    private static final Pattern CODES = Pattern.compile(
            "(?:Problem\\s*\\.invalid|new\\s+Violation)\\([^;]*?\"([a-z][a-z0-9_-]*)\"\\s*\\)|Parsed\\.refused\\(\\s*\"([^\"]+)\"");

    @TestFactory
    Stream<DynamicTest> every_type_leads_to_a_page() {
        return Arrays.stream(ProblemType.values())
                .map(type -> DynamicTest.dynamicTest(
                        type.code(),
                        () -> given().get(Problem.of(type, null).type())
                                .then()
                                .statusCode(200)
                                .contentType("text/html")
                                .body(containsString("<h1><code>" + type.code() + "</code></h1>"))));
    }

    @Test
    void a_page_of_a_type_that_does_not_exist_is_not_found() {
        given().get("/docs/problems/nonsense").then().statusCode(404);
        given().get("/docs/problems").then().statusCode(200).body(containsString("over_payment"));
    }

    @Test
    void every_code_in_the_sources_is_in_the_registry() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            long found = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> CODES.matcher(text(file)).results())
                    .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                    .peek(ViolationCode::of)
                    .count();
            assertThat(found).isGreaterThan(90);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_place_in_a_body_is_told_as_a_pointer_too() {
        TestTenant tenant = TestTenant.register();
        tenant.unchecked()
                .body("""
                        {"customer_id": "01939f6c-7a3e-7cc1-9c0e-3d5c5f0a7b21",
                         "items": [{"description": "x", "kind": "service", "unit_price": "0.01"},
                                   {"description": "y", "kind": "gift", "unit_price": "0.01"}]}""")
                .post("/api/invoices")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("items[1].kind"))
                .body("violations[0].pointer", equalTo("/items/1/kind"))
                .body("violations[0].code", equalTo("enum"))
                .body("violations[0].message", containsString("service"))
                .body("detail", containsString("items[1].kind: must be one of"));
    }

    @Test
    void a_parameter_has_no_place_in_the_body() {
        TestTenant tenant = TestTenant.register();
        for (Map.Entry<String, String> wrong : Map.of(
                        "status", "enum", "due_from", "type", "limit", "max", "sort", "enum")
                .entrySet()) {
            tenant.unchecked()
                    .queryParam(wrong.getKey(), "10000")
                    .get("/api/invoices")
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo(wrong.getKey()))
                    .body("violations[0].code", equalTo(wrong.getValue()))
                    .body("violations[0].pointer", nullValue());
        }
    }

    @Test
    void a_missing_body_is_called_the_body() {
        TestTenant tenant = TestTenant.register();
        tenant.unchecked()
                .post("/api/crm/deals/01939f6c-7a3e-7cc1-9c0e-3d5c5f0a7b21/lose")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("body"))
                .body("violations[0].pointer", equalTo(""))
                .body("violations[0].code", equalTo("required"));
    }

    @Test
    void a_pointer_names_steps_and_places() {
        assertThat(Problem.pointer("body")).isEmpty();
        assertThat(Problem.pointer("items[0].unit_cents")).isEqualTo("/items/0/unit_cents");
        assertThat(Problem.pointer("record_scopes[leads]")).isEqualTo("/record_scopes/leads");
        assertThat(Problem.pointer("a~b.c/d")).isEqualTo("/a~0b/c~1d");
    }
}
