package dev.pulso.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pulso.testing.TestTenant;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.MultiPartSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** An import as tests order it. */
public final class TestImport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestTenant tenant;
    private final String entity;
    private final Map<String, Object> mapping = new LinkedHashMap<>();
    private final Map<String, Object> options = new LinkedHashMap<>();
    private byte[] file = new byte[0];

    private TestImport(TestTenant tenant, String entity) {
        this.tenant = tenant;
        this.entity = entity;
    }

    public static TestImport of(TestTenant tenant, String entity) {
        return new TestImport(tenant, entity);
    }

    public TestImport lines(String... lines) {
        return file(String.join("\n", lines) + "\n");
    }

    public TestImport file(String text) {
        return file(text.getBytes(StandardCharsets.UTF_8));
    }

    public TestImport file(byte[] bytes) {
        file = bytes;
        return this;
    }

    public TestImport resource(String name) {
        try (InputStream in = TestImport.class.getResourceAsStream("/imports/" + name)) {
            return file(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fills a field from a column. */
    public TestImport map(String field, String column) {
        mapping.put(field, column);
        return this;
    }

    public TestImport map(String field, Map<String, ?> source) {
        mapping.put(field, source);
        return this;
    }

    public TestImport option(String name, String value) {
        options.put(name, value);
        return this;
    }

    /** Orders it and waits for its end. */
    public JsonPath run() {
        return await(tenant, start());
    }

    /** Orders it. */
    public UUID start() {
        return UUID.fromString(post().statusCode(202).extract().path("id"));
    }

    public ValidatableResponse post() {
        return post(json(mapping));
    }

    /** Tries it out. */
    public JsonPath check() {
        return post("/api/imports/check", json(mapping))
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public ValidatableResponse post(@Nullable String rawMapping) {
        return post("/api/imports", rawMapping);
    }

    public ValidatableResponse post(String path, @Nullable String rawMapping) {
        var request = given().header("Authorization", "Bearer " + tenant.token(TestTenant.Role.admin))
                .multiPart("kind", entity)
                .multiPart("file", "file.csv", file, "text/csv");
        if (rawMapping != null) {
            request.multiPart(text("mapping", rawMapping));
        }
        if (!options.isEmpty()) {
            request.multiPart(text("options", json(options)));
        }
        return request.post(path).then();
    }

    public JsonPath preview() {
        return given().header("Authorization", "Bearer " + tenant.token(TestTenant.Role.admin))
                .multiPart("kind", entity)
                .multiPart("file", "file.csv", file, "text/csv")
                .post("/api/imports/preview")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public static JsonPath await(TestTenant tenant, UUID id) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> tenant.get("/api/imports/" + id),
                        running -> List.of("succeeded", "failed").contains(running.getString("status")));
    }

    public static void assertCounts(JsonPath ended, long rows, long created, long updated, long skipped, long failed) {
        assertThat(ended.getString("error")).isNull();
        assertThat(ended.getString("status")).isEqualTo("succeeded");
        assertThat(List.of(
                        ended.getLong("rows"),
                        ended.getLong("created"),
                        ended.getLong("updated"),
                        ended.getLong("skipped"),
                        ended.getLong("failed")))
                .as("rows, created, updated, skipped, failed")
                .containsExactly(rows, created, updated, skipped, failed);
    }

    /** A public data set that lies beside the checkout, or null: it is too large to be part of it. */
    public static @Nullable Path publicDataSet(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve("shared/data").resolve(name);
            if (Files.exists(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    private static MultiPartSpecification text(String name, String value) {
        return new MultiPartSpecBuilder(value)
                .controlName(name)
                .emptyFileName()
                .charset(StandardCharsets.UTF_8)
                .build();
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
