package dev.pulso.testing;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.UUID;

/** Files attached to records through the API. */
public final class TestFiles {
    private static final String BOUNDARY = "----file-of-a-record";

    private TestFiles() {}

    /** A small text, kept with these records. */
    public static UUID attach(TestTenant tenant, Map<String, ?> records) {
        return attach(tenant, records, "Proposta.txt", "Proposta".getBytes(UTF_8));
    }

    public static UUID attach(TestTenant tenant, Map<String, ?> records, String name, byte[] content) {
        return UUID.fromString(send(tenant.token(TestTenant.Role.admin), records, name, content)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    /** As browsers do, whose names are UTF-8, and past the contract's checks, which do not see the parts of a form. */
    public static Response send(String token, Map<String, ?> records, String name, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        records.forEach((field, id) -> body.writeBytes(
                part("name=\"" + field + "\"", "", String.valueOf(id).getBytes(UTF_8))));
        body.writeBytes(
                part("name=\"file\"; filename=\"" + name + "\"", "Content-Type: application/x-whatever\r\n", content));
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("multipart/form-data", ContentType.BINARY)))
                .header("Authorization", "Bearer " + token)
                .contentType("multipart/form-data; boundary=" + BOUNDARY)
                .body(body.toByteArray())
                .post("/api/files");
    }

    private static byte[] part(String disposition, String more, byte[] content) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n" + more + "\r\n")
                        .getBytes(UTF_8));
        part.writeBytes(content);
        part.writeBytes("\r\n".getBytes(UTF_8));
        return part.toByteArray();
    }
}
