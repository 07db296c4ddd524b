package dev.pulso.company;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.pulso.testing.Contract;
import dev.pulso.testing.TestTenant;
import dev.pulso.testing.TestTenant.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CompanyLookTest {
    private TestTenant tenant;

    @BeforeEach
    void a_company() {
        tenant = TestTenant.register();
    }

    @Test
    void the_accent_colour_is_set_and_cleared() {
        patch("#0F766E", 0).statusCode(200).body("accent_color", equalTo("#0f766e"));
        assertThat(tenant.get("/api/profile").getString("tenant.accent_color")).isEqualTo("#0f766e");
        patch(null, 1).statusCode(200).body("accent_color", nullValue());
        for (String nonsense : List.of("red", "#12345", "#1234567", "url(x)", "#gggggg")) {
            Map<String, Object> body = Map.of("accent_color", nonsense);
            tenant.unchecked()
                    .header("If-Match", "\"2\"")
                    .body(body)
                    .patch("/api/tenant")
                    .then()
                    .statusCode(400)
                    .body("violations.field", hasItem("accent_color"));
        }
    }

    @Test
    void an_uploaded_logo_is_served_by_its_hash_and_cannot_become_a_page() {
        byte[] png = image("png", 64, 32);
        String hash = upload(png, "logo.png", 0)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .extract()
                .path("logo_hash");
        byte[] served = logo(tenant, Role.viewer, hash)
                .statusCode(200)
                .contentType("image/png")
                .header("ETag", "\"" + hash + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", containsString("sandbox"))
                .header("Cache-Control", containsString("private"))
                .extract()
                .asByteArray();
        assertThat(served).isEqualTo(png);
        given().header("Authorization", "Bearer " + tenant.token(Role.viewer))
                .header("If-None-Match", "\"" + hash + "\"")
                .get("/api/tenant/logo/{hash}", hash)
                .then()
                .statusCode(304);
        given().get("/api/tenant/logo/{hash}", hash).then().statusCode(401);
    }

    @Test
    void another_logo_takes_the_place_of_the_first_and_removing_leaves_none() {
        String first =
                upload(image("png", 8, 8), "a.png", 0).statusCode(200).extract().path("logo_hash");
        String second =
                upload(image("jpg", 8, 8), "b.jpg", 1).statusCode(200).extract().path("logo_hash");
        logo(tenant, Role.admin, first).statusCode(404);
        logo(tenant, Role.admin, second).statusCode(200).contentType("image/jpeg");
        tenant.api().delete("/api/tenant/logo").then().statusCode(428);
        tenant.api()
                .header("If-Match", "\"1\"")
                .delete("/api/tenant/logo")
                .then()
                .statusCode(412);
        tenant.api()
                .header("If-Match", "\"2\"")
                .delete("/api/tenant/logo")
                .then()
                .statusCode(200)
                .body("logo_hash", nullValue());
        logo(tenant, Role.admin, second).statusCode(404);
        assertThat(tenant.get("/api/audit?entity=tenants").getString("data[0].before.logo_hash"))
                .isEqualTo(second);
    }

    @Test
    void the_three_beginnings_of_a_webp_are_known() {
        int version = 0;
        for (byte[] webp : List.of(lossy(40, 30), lossless(40, 30), extended(40, 30))) {
            String hash = upload(webp, "logo.webp", version++)
                    .statusCode(200)
                    .extract()
                    .path("logo_hash");
            logo(tenant, Role.admin, hash).statusCode(200).contentType("image/webp");
        }
        upload(extended(2001, 10), "wide.webp", version)
                .statusCode(400)
                .body("violations.code", hasItem("picture_pixels"));
    }

    @Test
    void what_is_no_picture_is_refused_whatever_it_is_called() {
        for (String text : List.of(
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
                "<!doctype html><script>alert(1)</script>",
                "GIF89a................",
                "RIFF....WEBPVP8 ",
                "x",
                "")) {
            upload(text.getBytes(StandardCharsets.UTF_8), "logo.png", 0)
                    .statusCode(400)
                    .body("violations.field", hasItem("file"));
        }
        byte[] broken = image("png", 8, 8);
        upload(Arrays.copyOf(broken, 18), "cut.png", 0).statusCode(400);
        assertThat(tenant.get("/api/tenant").getString("logo_hash")).isNull();
    }

    @Test
    void a_logo_has_an_end_in_bytes_and_in_pixels() {
        upload(Arrays.copyOf(image("png", 8, 8), 256 * 1024), "full.png", 0).statusCode(200);
        upload(Arrays.copyOf(image("png", 8, 8), 256 * 1024 + 1), "over.png", 1).statusCode(413);
        upload(image("png", 2001, 1), "wide.png", 1).statusCode(400).body("violations.code", hasItem("picture_pixels"));
        assertThat(tenant.get("/api/tenant").getInt("version")).isEqualTo(1);
    }

    @Test
    void an_upload_is_based_on_a_version_and_needs_a_file() {
        given().header("Authorization", "Bearer " + tenant.token(Role.admin))
                .multiPart("file", "a.png", image("png", 8, 8), "image/png")
                .put("/api/tenant/logo")
                .then()
                .statusCode(428);
        upload(image("png", 8, 8), "a.png", 3).statusCode(412);
        given().header("Authorization", "Bearer " + tenant.token(Role.admin))
                .header("If-Match", "\"0\"")
                .multiPart("picture", "a.png", image("png", 8, 8), "image/png")
                .put("/api/tenant/logo")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("file"));
    }

    @Test
    void a_logo_is_seen_and_changed_by_its_own_company_only() {
        String hash =
                upload(image("png", 8, 8), "a.png", 0).statusCode(200).extract().path("logo_hash");
        TestTenant other = TestTenant.register();
        logo(other, Role.admin, hash).statusCode(404);
        given().header("Authorization", "Bearer " + other.token(Role.admin))
                .header("If-Match", "\"0\"")
                .delete("/api/tenant/logo")
                .then()
                .statusCode(200);
        logo(tenant, Role.admin, hash).statusCode(200);
        given().header("Authorization", "Bearer " + tenant.token(Role.manager))
                .header("If-Match", "\"1\"")
                .multiPart("file", "a.png", image("png", 9, 9), "image/png")
                .put("/api/tenant/logo")
                .then()
                .statusCode(403);
    }

    private ValidatableResponse patch(String color, int version) {
        Map<String, Object> body = new HashMap<>();
        body.put("accent_color", color);
        return tenant.basedOn(version).body(body).patch("/api/tenant").then();
    }

    private ValidatableResponse upload(byte[] content, String name, int version) {
        return given().filter(Contract.RESPONSE)
                .header("Authorization", "Bearer " + tenant.token(Role.admin))
                .header("If-Match", "\"" + version + "\"")
                .multiPart("file", name, content, "image/png")
                .put("/api/tenant/logo")
                .then();
    }

    private static ValidatableResponse logo(TestTenant of, Role role, String hash) {
        return given().header("Authorization", "Bearer " + of.token(role))
                .get("/api/tenant/logo/{hash}", hash)
                .then();
    }

    private static byte[] image(String format, int width, int height) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] lossy(int width, int height) {
        return webp("VP8 ", new byte[] {0, 0, 0, (byte) 0x9d, 1, 0x2a}, (short) width, (short) height);
    }

    private static byte[] lossless(int width, int height) {
        int packed = width - 1 | height - 1 << 14;
        return webp("VP8L", new byte[] {0x2f}, (short) packed, (short) (packed >>> 16));
    }

    private static byte[] extended(int width, int height) {
        byte[] size = {
            0, 0, 0, 0, (byte) (width - 1), (byte) (width - 1 >> 8), 0, (byte) (height - 1), (byte) (height - 1 >> 8), 0
        };
        return webp("VP8X", size);
    }

    private static byte[] webp(String chunk, byte[] head, short... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(32);
        bytes.put(("WEBP" + chunk).getBytes(StandardCharsets.US_ASCII)).putInt(20);
        bytes.put(head);
        for (short number : numbers) {
            bytes.putShort(number);
        }
        return bytes.array();
    }
}
