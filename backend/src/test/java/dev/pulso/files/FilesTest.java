package dev.pulso.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.pulso.testing.Operator;
import dev.pulso.testing.Person;
import dev.pulso.testing.TestFiles;
import dev.pulso.testing.TestTenant;
import dev.pulso.testing.TestTenant.Role;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept with records. */
@QuarkusTest
class FilesTest {
    private static final byte[] PDF = "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.US_ASCII);

    @Inject
    @DataSource("owner")
    AgroalDataSource database;

    @ConfigProperty(name = "pulso.files.folder")
    Path folder;

    private TestTenant tenant;
    private UUID deal;

    @BeforeEach
    void tenant() {
        tenant = TestTenant.register();
        deal = tenant.create("/api/crm/deals", Map.of("title", "Site"));
    }

    @Test
    void a_file_is_kept_with_a_record_and_read_again() {
        byte[] content = new byte[300_000];
        new Random(7).nextBytes(content);
        System.arraycopy(PDF, 0, content, 0, PDF.length);
        JsonPath kept = TestFiles.send(token(), Map.of("deal_id", deal), "C:\\Ana\\Orçamento 😀\u202e.exe", content)
                .then()
                .statusCode(201)
                .body("media_type", equalTo("application/pdf"))
                .body("size_bytes", equalTo(300_000))
                .body("state", equalTo("stored"))
                .body("has_thumbnail", equalTo(false))
                .body("deal_id", equalTo(deal.toString()))
                .body("lead_id", nullValue())
                .body("created_by_id", equalTo(tenant.adminId().toString()))
                .extract()
                .jsonPath();
        assertThat(kept.getString("name")).isEqualTo("Orçamento 😀.exe");
        Response read = content(UUID.fromString(kept.getString("id")));
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.asByteArray()).isEqualTo(content);
        assertThat(read.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(read.header("Content-Length")).isEqualTo("300000");
        assertThat(read.header("Content-Disposition"))
                .startsWith("inline;")
                .contains("filename*=UTF-8''Or%C3%A7amento%20%F0%9F%98%80.exe");
        assertThat(read.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(read.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("sandbox");
        assertThat(read.header("Cache-Control")).contains("private");
        JsonPath list = tenant.get("/api/files?deal_id={id}&include=deal,created_by", deal);
        assertThat(list.getList("data.id")).containsExactly(kept.getString("id"));
        assertThat(list.getString("data[0].deal.name")).isEqualTo("Site");
        assertThat(tenant.get("/api/files").getList("data")).hasSize(1);
        assertThat(tenant.get("/api/crm/deals/{id}/timeline?kind=file", deal).getString("data[0].file.media_type"))
                .isEqualTo("application/pdf");
    }

    @Test
    void what_could_be_a_page_is_never_shown_as_one() {
        UUID page = attach("nota.pdf", "<html><script>alert(1)</script>");
        Response read = content(page);
        assertThat(read.header("Content-Disposition")).startsWith("attachment;");
        assertThat(read.header("Content-Type")).startsWith("text/plain");
        assertThat(tenant.get("/api/files/{id}", page).getString("media_type")).isEqualTo("text/html");
        UUID drawing = attach("logo.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>");
        assertThat(content(drawing).header("Content-Disposition")).startsWith("attachment;");
        assertThat(content(drawing).header("Content-Type")).startsWith("text/plain");
    }

    @Test
    void a_part_of_it_is_read_by_its_range() {
        UUID id = attach("a.txt", "0123456789");
        assertThat(range(id, "bytes=2-4").asString()).isEqualTo("234");
        assertThat(range(id, "bytes=2-4").statusCode()).isEqualTo(206);
        assertThat(range(id, "bytes=2-4").header("Content-Range")).isEqualTo("bytes 2-4/10");
        assertThat(range(id, "bytes=7-").asString()).isEqualTo("789");
        assertThat(range(id, "bytes=-2").asString()).isEqualTo("89");
        assertThat(range(id, "bytes=5-999").asString()).isEqualTo("56789");
        for (String nonsense : List.of("bytes=0-1,3-4", "bytes=-", "lines=1-2", "bytes=5-2", "bytes=99-")) {
            assertThat(range(id, nonsense).asString()).as(nonsense).isEqualTo("0123456789");
            assertThat(range(id, nonsense).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_picture_has_a_small_one() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1600, 900, BufferedImage.TYPE_INT_RGB), "png", bytes);
        UUID id = TestFiles.attach(tenant, Map.of("deal_id", deal), "foto.png", bytes.toByteArray());
        JsonPath picture = tenant.get("/api/files/{id}", id);
        assertThat(picture.getBoolean("has_thumbnail")).isTrue();
        assertThat(picture.getInt("width")).isEqualTo(1600);
        Response small = tenant.unchecked().get("/api/files/{id}/thumbnail", id);
        assertThat(small.header("Content-Type")).isEqualTo("image/png");
        assertThat(ImageIO.read(new ByteArrayInputStream(small.asByteArray())).getWidth())
                .isEqualTo(320);
        tenant.unchecked()
                .get("/api/files/{id}/thumbnail", attach("a.txt", "x"))
                .then()
                .statusCode(404);
    }

    @Test
    void what_cannot_be_kept_is_refused_with_its_reason() {
        assertThat(refused(Map.of("deal_id", deal), "", "file")).isEqualTo("file_empty");
        assertThat(refused(Map.of("deal_id", deal), "MZ\u0000", "file")).isEqualTo("program");
        assertThat(refused(Map.of(), "x", "body")).isEqualTo("required");
        assertThat(refused(Map.of("deal_id", UUID.randomUUID()), "x", "deal_id"))
                .isEqualTo("not_found");
        TestFiles.send(token(), Map.of("deal_id", "tomorrow"), "a.txt", new byte[] {'x'})
                .then()
                .statusCode(400);
        TestTenant other = TestTenant.register();
        UUID foreign = other.create("/api/crm/deals", Map.of("title", "Site"));
        assertThat(refused(Map.of("deal_id", foreign), "x", "deal_id")).isEqualTo("not_found");
        assertThat(tenant.get("/api/files").getList("data")).isEmpty();
        assertThat(stored()).isEmpty();
    }

    @Test
    void files_of_another_company_do_not_exist() {
        UUID id = attach("a.txt", "x");
        TestTenant other = TestTenant.register();
        for (String path : List.of("/api/files/{id}", "/api/files/{id}/content", "/api/files/{id}/thumbnail")) {
            other.unchecked().get(path, id).then().statusCode(404);
        }
        other.api().delete("/api/files/{id}", id).then().statusCode(404);
        assertThat(other.get("/api/files?deal_id={id}", deal).getList("data")).isEmpty();
        assertThat(content(id).asString()).isEqualTo("x");
    }

    @Test
    void who_may_not_read_the_kind_of_record_sees_none_of_its_files() {
        UUID customer = tenant.create("/api/customers", Map.of("name", "João", "kind", "person"));
        UUID ofDeal = attach("a.txt", "x");
        UUID ofCustomer = TestFiles.attach(tenant, Map.of("customer_id", customer));
        // Technicians read customers and no deals.
        assertThat(ids(tenant.as(Role.technician).get("/api/files").jsonPath())).containsExactly(ofCustomer.toString());
        tenant.as(Role.technician).get("/api/files/{id}/content", ofDeal).then().statusCode(404);
        tenant.as(Role.technician).get("/api/files?deal_id={id}", deal).then().statusCode(403);
        TestFiles.send(tenant.token(Role.technician), Map.of("deal_id", deal), "a.txt", new byte[] {'x'})
                .then()
                .statusCode(403);
        TestFiles.send(tenant.token(Role.technician), Map.of("customer_id", customer), "a.txt", new byte[] {'x'})
                .then()
                .statusCode(201);
        TestFiles.send(tenant.token(Role.viewer), Map.of("deal_id", deal), "a.txt", new byte[] {'x'})
                .then()
                .statusCode(403);
    }

    @Test
    void who_does_not_reach_a_record_does_not_reach_its_files() {
        UUID role = tenant.create(
                "/api/roles",
                Map.of(
                        "name", "Só os meus",
                        "permissions",
                                List.of(
                                        "crm.deals:read",
                                        "crm.activities:read",
                                        "files.files:read",
                                        "files.files:write"),
                        "record_scopes", Map.of("deals", "own")));
        Person rui = Person.join(tenant, role.toString());
        UUID call = tenant.create("/api/crm/activities", Map.of("type", "note", "subject", "Reunião", "deal_id", deal));
        UUID ofDeal = attach("a.txt", "x");
        UUID ofCall = TestFiles.attach(tenant, Map.of("activity_id", call));
        assertThat(ids(rui.api().get("/api/files").jsonPath())).isEmpty();
        String since = Instant.now().minusSeconds(60).toString();
        UUID gone = attach("b.txt", "x");
        tenant.basedOn(0).delete("/api/files/{id}", gone).then().statusCode(204);
        String left = "/api/files?include=removed&updated_since=" + since;
        await().atMost(Duration.ofSeconds(20))
                .until(() -> tenant.get(left).getList("removed.id").contains(gone.toString()));
        assertThat(rui.api().get(left).jsonPath().getList("removed")).isEmpty();
        assertThat(rui.status("/api/files/" + ofDeal)).isEqualTo(404);
        assertThat(rui.status("/api/files/" + ofDeal + "/content")).isEqualTo(404);
        assertThat(rui.status("/api/files/" + ofCall + "/content")).isEqualTo(404);
        rui.api().delete("/api/files/{id}", ofDeal).then().statusCode(404);
        TestFiles.send(rui.token(), Map.of("deal_id", deal), "a.txt", new byte[] {'x'})
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("not_found"));
        tenant.basedOn(0)
                .body(Map.of("owner_id", rui.id()))
                .patch("/api/crm/deals/{id}", deal)
                .then()
                .statusCode(200);
        assertThat(ids(rui.api().get("/api/files").jsonPath()))
                .containsExactlyInAnyOrder(ofDeal.toString(), ofCall.toString());
        assertThat(rui.status("/api/files/" + ofCall + "/content")).isEqualTo(200);
    }

    @Test
    void a_lead_takes_its_files_along_into_its_deal() {
        UUID lead = tenant.create("/api/crm/leads", Map.of("name", "Ana", "company_name", "Autoescola Progresso"));
        UUID id = TestFiles.attach(tenant, Map.of("lead_id", lead));
        JsonPath made = tenant.post("/api/crm/leads/" + lead + "/convert", Map.of())
                .statusCode(201)
                .extract()
                .jsonPath();
        String newDeal = made.getString("deal.id");
        assertThat(ids(tenant.get("/api/files?deal_id={id}", newDeal))).containsExactly(id.toString());
        JsonPath file = tenant.get("/api/files/{id}", id);
        assertThat(file.getString("contact_id")).isEqualTo(made.getString("contact.id"));
        assertThat(file.getString("company_id")).isEqualTo(made.getString("company.id"));
        assertThat(file.getInt("version")).isEqualTo(1);
    }

    @Test
    void a_deleted_file_is_gone_with_its_bytes() {
        UUID id = attach("a.txt", "x");
        assertThat(stored()).containsExactly(id.toString());
        tenant.api()
                .header("If-Match", "\"7\"")
                .delete("/api/files/{id}", id)
                .then()
                .statusCode(412);
        tenant.api().delete("/api/files/{id}", id).then().statusCode(204);
        tenant.api().delete("/api/files/{id}", id).then().statusCode(404);
        tenant.unchecked().get("/api/files/{id}/content", id).then().statusCode(404);
        await().atMost(Duration.ofSeconds(10)).until(() -> stored().isEmpty());
        assertThat(tenant.get("/api/crm/deals/{id}/timeline?kind=file", deal).getList("data"))
                .isEmpty();
        assertThat(tenant.get("/api/audit?entity=files&action=delete").getString("data[0].before.name"))
                .isEqualTo("a.txt");
    }

    @Test
    void files_go_with_a_lead_that_is_deleted_and_with_a_person_who_is_forgotten() {
        UUID lead = tenant.create("/api/crm/leads", Map.of("name", "Ana"));
        TestFiles.attach(tenant, Map.of("lead_id", lead));
        tenant.api().delete("/api/crm/leads/{id}", lead).then().statusCode(204);
        assertThat(tenant.get("/api/files").getList("data")).isEmpty();

        UUID contact = tenant.create("/api/crm/contacts", Map.of("name", "Bia"));
        UUID call = tenant.create(
                "/api/crm/activities", Map.of("type", "note", "subject", "Ligação", "contact_id", contact));
        TestFiles.attach(tenant, Map.of("contact_id", contact), "RG da Bia.txt", new byte[] {'x'});
        TestFiles.attach(tenant, Map.of("activity_id", call), "Gravação.txt", new byte[] {'x'});
        UUID kept = attach("a.txt", "x");
        tenant.post("/api/privacy/erasures", Map.of("kind", "contacts", "id", contact, "reason", "Pedido"))
                .statusCode(200);
        assertThat(ids(tenant.get("/api/files"))).containsExactly(kept.toString());
        assertThat(tenant.get("/api/audit?entity=files").prettify()).doesNotContain("Bia");
        sweep();
        assertThat(stored()).containsExactly(kept.toString());
    }

    @Test
    void a_full_company_is_told_how_full() throws InterruptedException {
        Operator.plan(tenant.id(), "cramped").statusCode(204);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> "10000"
                        .equals(tenant.unchecked().get("/api/crm/pipelines").header("RateLimit-Limit")));
        byte[] most = new byte[60 * 1024];
        Arrays.fill(most, (byte) 'x');
        TestFiles.attach(tenant, Map.of("deal_id", deal), "a.txt", most);
        JsonPath full = TestFiles.send(token(), Map.of("deal_id", deal), "b.txt", most)
                .then()
                .statusCode(413)
                .extract()
                .jsonPath();
        assertThat(full.getString("type")).endsWith("/storage_full");
        assertThat(full.getInt("used_bytes")).isEqualTo(60 * 1024);
        assertThat(full.getInt("limit_bytes")).isEqualTo(100 * 1024);
        assertThat(stored()).hasSize(1);
        // Room comes back with what is deleted, and of two who want it one gets it.
        tenant.api()
                .delete("/api/files/{id}", tenant.get("/api/files").getString("data[0].id"))
                .then()
                .statusCode(204);
        List<Integer> answers;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> send = () -> TestFiles.send(token(), Map.of("deal_id", deal), "b.txt", most)
                    .statusCode();
            answers = threads.invokeAll(List.of(send, send, send)).stream()
                    .map(Future::resultNow)
                    .sorted()
                    .toList();
        }
        assertThat(answers).containsExactly(201, 413, 413);
        await().atMost(Duration.ofSeconds(10)).until(() -> stored().size() == 1);
    }

    @Test
    void the_sweep_removes_what_no_row_names_and_tells_what_is_lost() throws IOException {
        UUID whole = attach("a.txt", "x");
        UUID lost = attach("b.txt", "y");
        Path shelf = folder.resolve(tenant.id().toString()).resolve("aa");
        Files.createDirectories(shelf);
        Path stray = Files.writeString(shelf.resolve(new UUID(5, 0xaa) + ""), "left by a crash");
        Files.setLastModifiedTime(stray, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        Path young = Files.writeString(shelf.resolve(new UUID(6, 0xaa) + ""), "just being kept");
        Path bytes = place(lost);
        byte[] content = Files.readAllBytes(bytes);
        Files.delete(bytes);
        tenant.unchecked().get("/api/files/{id}/content", lost).then().statusCode(404);
        made(lost, "2 days");
        sweep();
        assertThat(stray).doesNotExist();
        assertThat(young).exists();
        assertThat(tenant.get("/api/files/{id}", lost).getString("state")).isEqualTo("missing");
        assertThat(tenant.get("/api/files/{id}", whole).getString("state")).isEqualTo("stored");
        assertThat(ids(tenant.get("/api/files?state=missing"))).containsExactly(lost.toString());
        Files.write(bytes, content);
        sweep();
        assertThat(tenant.get("/api/files/{id}", lost).getString("state")).isEqualTo("stored");
    }

    private UUID attach(String name, String content) {
        return TestFiles.attach(tenant, Map.of("deal_id", deal), name, content.getBytes(StandardCharsets.UTF_8));
    }

    private String refused(Map<String, ?> records, String content, String field) {
        JsonPath refused = TestFiles.send(token(), records, "a.txt", content.getBytes(StandardCharsets.ISO_8859_1))
                .then()
                .statusCode(400)
                .extract()
                .jsonPath();
        assertThat(refused.getString("violations[0].field")).contains(field);
        return refused.getString("violations[0].code");
    }

    private String token() {
        return tenant.token(Role.admin);
    }

    private Response content(UUID id) {
        return tenant.unchecked().get("/api/files/{id}/content", id);
    }

    private Response range(UUID id, String range) {
        return tenant.unchecked().header("Range", range).get("/api/files/{id}/content", id);
    }

    private void sweep() {
        String run = tenant.post("/api/jobs/file-sweep/runs", Map.of())
                .statusCode(202)
                .extract()
                .path("id");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> tenant.get("/api/jobs/runs/{id}", run)
                        .getString("status")
                        .equals("succeeded"));
    }

    /** Files that have just been kept are left alone. */
    private void made(UUID id, String ago) {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("select set_config('app.tenant_id', '" + tenant.id() + "', true)");
            sql.execute("update files set created_at = created_at - interval '" + ago + "' where id = '" + id + "'");
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path place(UUID id) {
        String name = id.toString();
        return folder.resolve(tenant.id().toString())
                .resolve(name.substring(name.length() - 2))
                .resolve(name);
    }

    /** Names of the files that the store has of the tenant. */
    private Set<String> stored() {
        Path home = folder.resolve(tenant.id().toString());
        if (!Files.isDirectory(home)) {
            return Set.of();
        }
        Set<String> names = new HashSet<>();
        try (Stream<Path> all = Files.walk(home)) {
            all.filter(Files::isRegularFile)
                    .forEach(file -> names.add(file.getFileName().toString()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return names;
    }

    private static List<String> ids(JsonPath page) {
        return page.getList("data.id");
    }
}
