package dev.pulso.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is refused before anything is kept. */
@QuarkusTest
class RefusedImportsTest {
    private TestTenant tenant;

    @BeforeEach
    void a_company() {
        tenant = TestTenant.register();
    }

    @Test
    void a_file_that_is_no_table_is_refused_at_once_and_nothing_is_kept() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write("Título\nUm\n".getBytes(StandardCharsets.UTF_8));
        }
        Map<String, byte[]> files = Map.of(
                "csv_empty", new byte[0],
                "csv_no_rows", "Título;Valor\n".getBytes(StandardCharsets.UTF_8),
                "csv_not_text", packed.toByteArray(),
                "csv_is_spreadsheet", "PK\u0003\u0004 a spreadsheet".getBytes(StandardCharsets.ISO_8859_1),
                "csv_header_too_long", ("Título;" + "x".repeat(201) + "\na;b\n").getBytes(StandardCharsets.UTF_8),
                "csv_header_blank", "Título;;Valor\na;b;1\n".getBytes(StandardCharsets.UTF_8),
                "csv_unclosed_quote", "Título;Valor\n\"a;1\nb;2\n".getBytes(StandardCharsets.UTF_8));
        files.forEach((code, bytes) -> deals("")
                .file(bytes)
                .post()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItem("file"))
                .body("violations.code", hasItem(code)));
        assertThat(tenant.get("/api/imports").getList("data")).isEmpty();
        assertThat(tenant.get("/api/crm/deals").getList("data")).isEmpty();
    }

    @Test
    void a_mapping_with_faults_is_refused_and_each_fault_is_named() {
        TestImport file = TestImport.of(tenant, "deals").lines("Título;Valor", "a;1");
        file.post("{\"title\": \"Titulo\", \"amount\": {\"colum\": \"Valor\"}, \"color\": \"Valor\"}")
                .statusCode(400)
                .body("violations.field", hasItems("mapping.title", "mapping.amount.colum", "mapping.color"))
                .body("violations.code", hasItems("unknown_column", "unknown_field"));
        file.post("{\"amount\": \"Valor\"}").statusCode(400).body("violations.field", hasItem("mapping.title"));
        file.post("{\"title\": {\"column\": \"Título\", \"template\": \"x\"}, \"amount\": {\"default\": \"much\"},"
                        + " \"stage\": {}, \"status\": {\"column\": \"Valor\", \"values\": {\"1\": \"sold\"}}}")
                .statusCode(400)
                .body(
                        "violations.field",
                        hasItems(
                                "mapping.title", "mapping.amount.default", "mapping.stage", "mapping.status.values.1"));
        for (String broken : List.of("{", "[]", "7", "\"title\"", "")) {
            file.post(broken).statusCode(400).body("violations.field", hasItem("mapping"));
        }
        file.post(null).statusCode(400).body("violations.field", hasItem("mapping"));
        file.map("title", "Título")
                .option("currency", "reais")
                .option("date_order", "mixed")
                .option("decimal", ".")
                .option("pipeline_id", "7")
                .option("colour", "red")
                .post()
                .statusCode(400)
                .body(
                        "violations.field",
                        hasItems(
                                "options.currency",
                                "options.date_order",
                                "options.decimal",
                                "options.pipeline_id",
                                "options.colour"));
        assertThat(tenant.get("/api/imports").getList("data")).isEmpty();
    }

    @Test
    void an_unknown_entity_and_a_missing_file_are_refused() {
        String token = tenant.token(TestTenant.Role.admin);
        given().header("Authorization", "Bearer " + token)
                .multiPart("kind", "planets")
                .multiPart("mapping", "{\"title\": \"t\"}")
                .multiPart("file", "file.csv", "t\n1\n".getBytes(StandardCharsets.UTF_8), "text/csv")
                .post("/api/imports")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        given().header("Authorization", "Bearer " + token)
                .multiPart("kind", "deals")
                .multiPart("mapping", "{\"title\": \"t\"}")
                .post("/api/imports")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("file"));
    }

    @Test
    void its_kind_is_taken_by_the_name_it_had_before_and_one_of_both_is_needed() {
        for (Map<String, String> parts : List.of(
                Map.of("kind", "deals"),
                Map.of("entity", "deals"),
                Map.of("kind", "deals", "entity", "deals"),
                Map.<String, String>of())) {
            RequestSpecification request = given().header(
                            "Authorization", "Bearer " + tenant.token(TestTenant.Role.admin))
                    .multiPart("file", "file.csv", "title\nSite\n".getBytes(StandardCharsets.UTF_8), "text/csv");
            parts.forEach(request::multiPart);
            ValidatableResponse answer = request.post("/api/imports/preview").then();
            switch (parts.size()) {
                case 1 -> answer.statusCode(200).body("fields.name", hasItem("title"));
                case 2 -> answer.statusCode(400).body("violations.code", hasItem("ambiguous"));
                default -> answer.statusCode(400).body("violations.field", hasItem("kind"));
            }
        }
    }

    @Test
    void two_hundred_megabytes_are_refused_without_being_read() throws IOException {
        URI server = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/imports HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                            + tenant.token(TestTenant.Role.admin)
                            + "\r\n"
                            + "Content-Type: multipart/form-data; boundary=x\r\n"
                            + "Content-Length: 209715200\r\n\r\n"
                            + "--x\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            byte[] answer = new byte[4_096];
            String text = new String(answer, 0, in.read(answer), StandardCharsets.UTF_8);
            assertThat(text).startsWith("HTTP/1.1 413").contains("application/problem+json");
        }
    }

    private TestImport deals(String... lines) {
        return TestImport.of(tenant, "deals")
                .lines(lines)
                .map("title", "Título")
                .map("amount", "Valor");
    }
}
