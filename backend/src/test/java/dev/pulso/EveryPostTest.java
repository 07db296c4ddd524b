package dev.pulso;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pulso.testing.Contract;
import dev.pulso.testing.PublishedContract;
import dev.pulso.testing.SampleRecords;
import dev.pulso.testing.TestNotifications;
import dev.pulso.testing.TestTenant;
import dev.pulso.testing.TestTenant.Role;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The same key sent twice to each POST of the contract makes one record; a POST that is added to the contract is tried here too. */
@QuarkusTest
class EveryPostTest {
    private record Post(String id, String path, JsonNode definition) {}

    /**
     * They want a link or a code of the moment, or a minute since the last mail, so the first request is refused, and so is
     * the second: a key keeps no refusal.
     */
    private static final Set<String> REFUSED = Set.of(
            "confirmEmail",
            // Nothing had to be changed, so there is nothing to take back.
            "undoBulkJob",
            "confirmSecondFactor",
            "renewRecoveryCodes",
            "disableSecondFactor",
            "resendInvitation",
            "changeEmail",
            // This company is at work, not a sandbox.
            "moveClock",
            "requestEmailVerification");

    @Inject
    @DataSource("owner")
    AgroalDataSource database;

    @TestFactory
    Stream<DynamicTest> the_same_key_twice_makes_one_record() {
        return posts().map(post -> dynamicTest(post.id(), () -> {
            TestTenant tenant = TestTenant.register();
            Ready ready = new Ready(tenant);
            String path = ready.path(post);
            Object body = ready.body(post);
            String key = UUID.randomUUID().toString();
            Response first = send(tenant, post, path, body, key);
            Map<String, Long> after = rows(tenant);
            Response again = send(tenant, post, path, body, key);
            if (REFUSED.contains(post.id())) {
                assertThat(first.statusCode()).as(first.asString()).isIn(400, 409, 429);
                assertThat(again.statusCode()).isEqualTo(first.statusCode());
                return;
            }
            assertThat(first.statusCode()).as(first.asString()).isIn(200, 201, 202, 204);
            assertThat(again.statusCode()).as(again.asString()).isEqualTo(first.statusCode());
            assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
            assertThat(first.header("Idempotent-Replayed")).isNull();
            assertThat(again.asString()).isEqualTo(first.asString());
            assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
            assertThat(again.header("Location")).isEqualTo(first.header("Location"));
            Map<String, Long> now = rows(tenant);
            // An import goes on in the background.
            if (post.id().equals("createImport")) {
                now.remove("deals");
                after.remove("deals");
            }
            // And an export, which ends with a file.
            if (post.id().equals("createExport")) {
                List.of("files", "file_usage", "export_progress").forEach(table -> {
                    now.remove(table);
                    after.remove(table);
                });
            }
            assertThat(now).isEqualTo(after);
        }));
    }

    /** Of all steps that the contract does not except: none of them is a fault where it is so already. */
    @TestFactory
    Stream<DynamicTest> a_step_to_where_the_record_is_already_does_nothing() {
        List<Post> steps = all().filter(post -> post.path().contains("{id}/")
                        && post.definition().at("/parameters").toString().contains("/IfMatch")
                        && !post.definition().has("x-again"))
                .toList();
        assertThat(steps).hasSizeGreaterThanOrEqualTo(10);
        return steps.stream()
                .map(post -> dynamicTest(post.id(), () -> {
                    TestTenant tenant = TestTenant.register();
                    Ready ready = new Ready(tenant);
                    String path = ready.path(post);
                    Object body = ready.body(post);
                    Response first =
                            send(tenant, post, path, body, UUID.randomUUID().toString());
                    assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
                    Map<String, Long> after = rows(tenant);
                    Response again =
                            send(tenant, post, path, body, UUID.randomUUID().toString());
                    assertThat(again.statusCode()).as(again.asString()).isEqualTo(200);
                    assertThat(again.header("Idempotent-Replayed")).isNull();
                    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
                    if (!post.id().equals("winDeal")) {
                        assertThat(again.asString()).isEqualTo(first.asString());
                    }
                    Map<String, Long> now = rows(tenant);
                    // The two keys themselves.
                    now.remove("idempotency_keys");
                    after.remove("idempotency_keys");
                    assertThat(now).isEqualTo(after);
                }));
    }

    @TestFactory
    Stream<DynamicTest> what_needs_nothing_is_sent_without_a_body_and_its_type() {
        List<Post> steps = all().filter(post -> post.path().contains("{id}/")
                        && !REFUSED.contains(post.id())
                        && !post.definition().at("/requestBody/required").asBoolean()
                        && post.definition().at("/parameters").toString().contains("/IfMatch"))
                .toList();
        assertThat(steps).hasSizeGreaterThanOrEqualTo(8);
        return steps.stream()
                .map(post -> dynamicTest(post.id(), () -> {
                    TestTenant tenant = TestTenant.register();
                    given().filter(Contract.RESPONSE)
                            .header("Authorization", "Bearer " + tenant.token(Role.admin))
                            .post(new Ready(tenant).path(post))
                            .then()
                            .statusCode(org.hamcrest.Matchers.oneOf(200, 201));
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_key_that_is_not_taken_is_refused_and_never_passed_over() {
        List<Post> without = all().filter(
                        post -> !post.definition().at("/parameters").toString().contains("/IdempotencyKey"))
                .toList();
        assertThat(without).hasSizeGreaterThanOrEqualTo(9);
        return without.stream()
                .map(post -> dynamicTest(post.id(), () -> {
                    TestTenant tenant = TestTenant.register();
                    Response answer = send(tenant, post, post.path(), example(post), "k");
                    assertThat(answer.statusCode()).isEqualTo(400);
                    assertThat(answer.jsonPath().getString("violations[0].field"))
                            .isEqualTo("Idempotency-Key");
                }));
    }

    private static Response send(TestTenant tenant, Post post, String path, Object body, String key) {
        RequestSpecification request = given().filter(Contract.RESPONSE)
                .header("Authorization", "Bearer " + tenant.token(Role.admin))
                .header("Idempotency-Key", key);
        if (post.definition().path("responses").has("428")) {
            request.header("If-Match", "*");
        }
        if (post.definition().at("/requestBody/content/multipart~1form-data").isObject()) {
            if (post.id().equals("createFile")) {
                ((Map<?, ?>) body).forEach((field, id) -> request.multiPart(String.valueOf(field), String.valueOf(id)));
                return request.multiPart("file", "a.txt", new byte[] {'x'}).post(path);
            }
            return request.multiPart("kind", "deals")
                    .multiPart("mapping", "{\"title\": \"title\"}")
                    .multiPart(
                            "file",
                            "deals.csv",
                            "title\nOne\n".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                            "text/csv")
                    .post(path);
        }
        return body == null
                ? request.post(path)
                : request.contentType(ContentType.JSON).body(body).post(path);
    }

    /** How many rows the tenant has in each table that a POST may add to; what runs in the background comes and goes. */
    private Map<String, Long> rows(TestTenant tenant) {
        Map<String, Long> found = new LinkedHashMap<>();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("select set_config('app.tenant_id', '" + tenant.id() + "', true)");
            for (String table : List.of(
                    "leads",
                    "lead_signals",
                    "duplicate_pairs",
                    "merges",
                    "companies",
                    "contacts",
                    "deals",
                    "activities",
                    "products",
                    "deal_lines",
                    "deal_closings",
                    "goals",
                    "lost_reasons",
                    "files",
                    "file_usage",
                    "pipelines",
                    "customers",
                    "contracts",
                    "invoices",
                    "invoice_items",
                    "payments",
                    "users",
                    "roles",
                    "teams",
                    "views",
                    "custom_fields",
                    "api_keys",
                    "invitations",
                    "holidays",
                    "service_types",
                    "imports",
                    "job_runs",
                    "idempotency_keys")) {
                try (ResultSet count = connection
                        .createStatement()
                        .executeQuery("select count(*) from " + table + " where tenant_id = '" + tenant.id() + "'")) {
                    count.next();
                    found.put(table, count.getLong(1));
                }
            }
            connection.rollback();
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A tenant with what the operations work on. */
    private static final class Ready {
        private final TestTenant tenant;

        Ready(TestTenant tenant) {
            this.tenant = tenant;
        }

        private static Object merged(String other) {
            return Map.of("other_id", other, "other_version", 0);
        }

        String path(Post post) {
            if (!post.path().contains("{")) {
                return post.path();
            }
            String id = switch (post.id()) {
                case "disableUser", "enableUser" -> user();
                case "resendInvitation", "createInvitationLink" ->
                    made("/api/tenant/users/invitations", Map.of("email", "a@example.com", "role", "viewer"));
                case "rotateApiKey" ->
                    tenant.post(
                                    "/api/tenant/api-keys",
                                    Map.of("name", "ERP", "scopes", List.of("customers.customers:read")))
                            .statusCode(201)
                            .extract()
                            .path("key.id");
                case "mergeCompany" -> made("/api/crm/companies", Map.of("name", "Um"));
                case "mergeContact" -> made("/api/crm/contacts", Map.of("name", "Um"));
                case "mergeCustomer" -> made("/api/customers", Map.of("name", "Um", "kind", "person"));
                case "undoMerge" -> {
                    String kept = made("/api/crm/leads", Map.of("name", "Ana"));
                    String other = made("/api/crm/leads", Map.of("name", "Ana"));
                    yield tenant.basedOn(0)
                            .body(Map.of("other_id", other, "other_version", 0))
                            .post("/api/crm/leads/{id}/merge", kept)
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("id");
                }
                case "convertLead", "addLeadSignal", "mergeLead" -> made("/api/crm/leads", Map.of("name", "Ana"));
                case "moveDeal", "winDeal", "loseDeal", "createDealLine" ->
                    made("/api/crm/deals", Map.of("title", "Site"));
                case "completeActivity", "reopenActivity" ->
                    made("/api/crm/activities", Map.of("type", "task", "subject", "Ligar"));
                case "releaseClosing" -> SampleRecords.closing(tenant).toString();
                case "undoBulkJob" ->
                    tenant.post(
                                    "/api/crm/leads/bulk",
                                    bulk("set_source", made("/api/crm/leads", Map.of("name", "Ana"))))
                            .statusCode(202)
                            .extract()
                            .path("id");
                case "reopenDeal" -> {
                    String deal = made("/api/crm/deals", Map.of("title", "Site"));
                    tenant.post("/api/crm/deals/" + deal + "/lose", Map.of("reason", "Preço"))
                            .statusCode(200);
                    yield deal;
                }
                case "activateContract" -> contract("trial");
                case "freezeContract", "cancelContract" -> contract("active");
                case "issueInvoice", "cancelInvoice" -> invoice();
                case "recordPayment" -> {
                    String invoice = invoice();
                    tenant.api()
                            .post("/api/invoices/" + invoice + "/issue")
                            .then()
                            .statusCode(200);
                    yield invoice;
                }
                case "readNotification", "unreadNotification" ->
                    TestNotifications.of(
                                    tenant,
                                    tenant.adminId(),
                                    UUID.fromString(made("/api/crm/deals", Map.of("title", "Site"))))
                            .toString();
                case "runJob" -> "invoice-run";
                default -> throw new IllegalArgumentException(post.id() + ": say here what it works on");
            };
            return post.path().replaceAll("\\{[^}]+}", id);
        }

        Object body(Post post) {
            return switch (post.id()) {
                case "createUser" ->
                    Map.of(
                            "name",
                            "Rui",
                            "email",
                            "rui@" + tenant.slug() + ".example",
                            "role",
                            "viewer",
                            "password",
                            tenant.password());
                case "createApiKey" -> Map.of("name", "ERP", "scopes", List.of("customers.customers:read"));
                case "createInvitation" -> Map.of("email", "guest@" + tenant.slug() + ".example", "role", "viewer");
                case "changePassword" ->
                    Map.of("current_password", tenant.password(), "new_password", "correct horse battery 9");
                case "changeEmail" ->
                    Map.of("email", "new@" + tenant.slug() + ".example", "password", tenant.password());
                case "beginSecondFactor" -> Map.of("password", tenant.password());
                case "renewRecoveryCodes", "disableSecondFactor" ->
                    Map.of("password", tenant.password(), "code", "123456");
                case "createCompany", "createContact", "createTeam", "createLead" -> Map.of("name", "Um");
                case "createDeal" -> Map.of("title", "Site");
                case "bulkLeads" -> bulk("assign", made("/api/crm/leads", Map.of("name", "Ana")));
                case "bulkCompanies" -> bulk("set_industry", made("/api/crm/companies", Map.of("name", "Ana")));
                case "bulkContacts" -> bulk("set_company", made("/api/crm/contacts", Map.of("name", "Ana")));
                case "bulkDeals" -> bulk("assign", made("/api/crm/deals", Map.of("title", "Ana")));
                case "bulkActivities" ->
                    bulk("complete", made("/api/crm/activities", Map.of("type", "task", "subject", "Ligar")));
                case "bulkCustomers" -> bulk("assign", made("/api/customers", Map.of("name", "Ana", "kind", "person")));
                case "bulkContracts" -> bulk("freeze", contract("active"));
                case "createExport" -> Map.of("question", Map.of("kind", "leads"), "format", "csv");
                case "createCustomField" -> Map.of("kind", "leads", "key", "placa", "label", "Placa", "type", "text");
                case "createView" -> Map.of("name", "Um", "question", Map.of("kind", "leads"));
                case "createLostReason" -> Map.of("name", "Prazo");
                case "createGoal" -> Map.of("owner_id", tenant.adminId(), "month", "2026-12-01", "amount_cents", 100);
                case "createProduct" -> Map.of("name", "Hospedagem", "unit_price", "10", "charge", "monthly");
                case "createDealLine" -> Map.of("description", "Site", "unit_price", "10", "charge", "one_off");
                case "addLeadSignal" -> Map.of("type", "email_open");
                case "createFile" -> Map.of("company_id", made("/api/crm/companies", Map.of("name", "Um")));
                case "findSimilar" -> Map.of("kind", "lead", "email", "ana@example.com");
                case "dismissDuplicate", "restoreDuplicate" ->
                    Map.of(
                            "kind",
                            "lead",
                            "first_id",
                            made("/api/crm/leads", Map.of("name", "Ana")),
                            "second_id",
                            made("/api/crm/leads", Map.of("name", "Ana")));
                case "mergeLead" -> merged(made("/api/crm/leads", Map.of("name", "Ana")));
                case "mergeCompany" -> merged(made("/api/crm/companies", Map.of("name", "Um")));
                case "mergeContact" -> merged(made("/api/crm/contacts", Map.of("name", "Um")));
                case "mergeCustomer" -> merged(made("/api/customers", Map.of("name", "Um", "kind", "person")));
                case "undoMerge" -> null;
                case "createActivity" -> Map.of("type", "task", "subject", "Ligar");
                case "createPipeline" ->
                    Map.of(
                            "name",
                            "Parcerias",
                            "stages",
                            List.of(
                                    Map.of("name", "Novo", "type", "open", "probability", 10),
                                    Map.of("name", "Ganho", "type", "won", "probability", 100),
                                    Map.of("name", "Perdido", "type", "lost", "probability", 0)));
                case "createRole" -> Map.of("name", "Pré-vendas", "permissions", List.of("crm.leads:read"));
                case "createCustomer" -> Map.of("name", "João", "kind", "person");
                case "createContract" -> contractBody("active");
                case "createInvoice" -> invoiceBody();
                case "convertLead", "winDeal", "reopenDeal" -> Map.of();
                case "activateContract", "freezeContract", "releaseClosing" -> null;
                case "moveDeal" -> Map.of("stage_id", stage());
                case "loseDeal", "cancelInvoice" -> Map.of("reason", "Preço");
                case "cancelContract" ->
                    Map.of("end_on", LocalDate.now().plusYears(1).toString());
                case "recordPayment" -> Map.of("amount_cents", 100, "method", "pix");
                case "erasePerson" ->
                    Map.of("kind", "leads", "id", made("/api/crm/leads", Map.of("name", "Ana")), "reason", "Pedido");
                case "runJob" -> Map.of("on", "2026-01-31");
                default -> example(post);
            };
        }

        private String stage() {
            return tenant.get("/api/crm/pipelines").getString("data[0].stages[1].id");
        }

        private String user() {
            return made("/api/tenant/users", body(new Post("createUser", "", null)));
        }

        private Map<String, Object> contractBody(String status) {
            return Map.of(
                    "customer_id", made("/api/customers", Map.of("name", "João", "kind", "person")),
                    "service_type", "hospedagem_site",
                    "title", "Hospedagem",
                    "billing_cycle", "monthly",
                    "amount_cents", 5000,
                    "status", status,
                    "start_on", "2026-01-31");
        }

        private String contract(String status) {
            return made("/api/contracts", contractBody(status));
        }

        private Map<String, Object> invoiceBody() {
            return Map.of(
                    "customer_id",
                    made("/api/customers", Map.of("name", "João", "kind", "person")),
                    "items",
                    List.of(Map.of("description", "Logotipo", "kind", "service", "unit_price", "800.00")));
        }

        private String invoice() {
            return made("/api/invoices", invoiceBody());
        }

        private static Map<String, Object> bulk(String type, String id) {
            return Map.of("action", Map.of("type", type), "records", List.of(Map.of("id", id)));
        }

        private String made(String path, Object body) {
            return tenant.create(path, body).toString();
        }
    }

    private static Object example(Post post) {
        JsonNode example = post.definition().at("/requestBody/content/application~1json/example");
        return example.isMissingNode() ? null : example.toString();
    }

    private static Stream<Post> posts() {
        return all().filter(post -> post.definition().at("/responses/422").isObject());
    }

    private static Stream<Post> all() {
        return PublishedContract.ROOT.get("paths").properties().stream()
                .filter(path -> path.getValue().has("post"))
                .map(path -> {
                    JsonNode post = path.getValue().get("post");
                    return new Post(post.get("operationId").asText(), path.getKey(), post);
                });
    }
}
