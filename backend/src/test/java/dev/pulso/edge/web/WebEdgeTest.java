package dev.pulso.edge.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.pulso.kernel.Ids;
import dev.pulso.testing.TestTenant;
import dev.pulso.testing.TestTenant.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class WebEdgeTest {
    @TestHTTPResource("/")
    URI server;

    private static @Nullable TestTenant company;

    @ParameterizedTest(name = "{0} -> {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \"x\", \"nmae\": 1} | nmae | unknown_field",
                "{\"name\": \"\"} | name | required",
                "{\"colour\": \"red\"} | name | required",
                "{\"name\": 5} | name | type",
                "{\"name\": true} | name | type",
                "{\"name\": \"x\", \"colour\": \"blue\"} | colour | enum",
                "{\"name\": \"x\", \"colour\": 0} | colour | enum",
                "{\"name\": \"x\", \"dueOn\": \"31/01/2026\"} | dueOn | type",
                "{\"name\": \"x\", \"dueOn\": \"-0044-03-15\"} | dueOn | type",
                "{\"name\": \"x\", \"dueOn\": \"+10000-01-01\"} | dueOn | type",
                "{\"name\": \"x\", \"dueOn\": 20000} | dueOn | type",
                "{\"name\": \"x\", \"amountCents\": \"12\"} | amountCents | type",
                "{\"name\": \"x\", \"amountCents\": 1.5} | amountCents | type",
                "{\"name\": \"x\", \"amountCents\": 99999999999} | amountCents | range",
                "{\"name\": \"x\", \"lines\": {}} | lines | type",
                "{\"name\": \"x\", \"lines\": [{\"unitCents\": 1}, {\"unitCents\": 101}]} | lines[1].unit_cents | max",
                "{\"name\": \"x\", \"lines\": [{\"unitCents\": \"1\"}]} | lines[0].unitCents | type",
                "{\"name\": \"x\", \"lines\": [{\"unitCents\": 1}, null]} | lines[1] | required",
                "{\"name\": \"x\", \"other\": {\"lines\": [[null]]}} | other.lines[0][0] | required",
                "{\"name\": \"a\\u0000b\"} | name | format",
                "{\"name\": \"x\", \"lines\": [{\"text\": \"\\u0000\"}]} | lines[0].text | format",
                "[] | body | type",
            })
    void a_wrong_field_is_named(String body, String field, String code) {
        problem(json(body).post("/api/probe/public").then(), 400, "invalid")
                .body("violations[0].field", equalTo(field))
                .body("violations[0].code", equalTo(code))
                .body("detail", not(containsString("dev.pulso")));
    }

    @Test
    void all_that_cannot_be_read_is_told_at_once() {
        String wrong = """
                {"name": 5, "nmae": "x", "colour": "blue", "dueOn": "31/01/2026", "amountCents": 99999999999,
                 "lines": [{"unitCents": "1"}, {"unitCents": 1, "text": "x"}, {"unitCents": 2}]}""";
        assertThat(problem(json(wrong).post("/api/probe/public").then(), 400, "invalid")
                        .extract()
                        .jsonPath()
                        .getList("violations.collect { it.field + ' ' + it.code }", String.class))
                .containsExactlyInAnyOrder(
                        "name type",
                        "nmae unknown_field",
                        "colour enum",
                        "dueOn type",
                        "amountCents range",
                        "lines[0].unitCents type",
                        "lines[1].text unknown_field");
        StringBuilder many = new StringBuilder("{\"name\": \"x\"");
        for (int i = 0; i < 100; i++) {
            many.append(", \"x").append(i).append("\": 1");
        }
        assertThat(json(many + "}")
                        .post("/api/probe/public")
                        .then()
                        .statusCode(400)
                        .extract()
                        .jsonPath()
                        .getList("violations"))
                .hasSize(20);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{", "{\"name\": }", "nonsense", "{\"name\": \"a\", \"name\": \"b\"}", "{\"name\": \"a\"} {}"})
    void what_is_not_json_is_refused(String body) {
        assertThat(json(body).post("/api/probe/public").then().extract().statusCode())
                .isEqualTo(400);
        assertThat(json(body).post("/api/probe/public").contentType()).startsWith("application/problem+json");
    }

    @Test
    void a_missing_body_is_named() {
        problem(given().contentType(ContentType.JSON).post("/api/probe/public").then(), 400, "invalid")
                .body("violations[0].code", equalTo("required"));
    }

    @Test
    void an_id_that_is_none_is_not_found_but_a_wrong_filter_is_told() {
        problem(as(Role.admin).get("/api/probe/things/17").then(), 404, "not_found");
        problem(
                        as(Role.admin)
                                .get("/api/probe/things/{id}?status=blue", Ids.next())
                                .then(),
                        400,
                        "invalid")
                .body("violations[0].field", equalTo("status"));
        problem(
                        as(Role.admin)
                                .get("/api/probe/things/{id}?customer_id=1-1-1-1-1", Ids.next())
                                .then(),
                        400,
                        "invalid")
                .body("violations[0].field", equalTo("customer_id"));
        problem(
                        as(Role.admin)
                                .get("/api/probe/things/{id}?due_from=-0044-03-15", Ids.next())
                                .then(),
                        400,
                        "invalid")
                .body("violations[0].field", equalTo("due_from"));
        problem(
                        as(Role.admin)
                                .get("/api/probe/things/{id}?limit=many", Ids.next())
                                .then(),
                        400,
                        "invalid")
                .body("violations[0].field", equalTo("limit"));
        problem(
                        as(Role.admin)
                                .get("/api/probe/things/{id}?limit=201", Ids.next())
                                .then(),
                        400,
                        "invalid")
                .body("violations[0].field", equalTo("limit"));
    }

    @Test
    void the_usual_refusals_are_problems_too() {
        problem(given().get("/api/nowhere").then(), 404, "not_found");
        problem(given().delete("/api/probe/public").then(), 405, "method_not_allowed");
        problem(
                given().accept("text/csv")
                        .body("{}")
                        .contentType(ContentType.JSON)
                        .post("/api/probe/public")
                        .then(),
                406,
                "not_acceptable");
        problem(
                given().contentType("text/plain")
                        .body("x")
                        .post("/api/probe/public")
                        .then(),
                415,
                "unsupported_media_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/%zz", "/api/%", "/api/probe/public?x=%z1", "/api/a|b", "/api/probe/public?q={x}"})
    void an_address_that_can_not_be_decoded_is_a_bad_request(String address) throws Exception {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("GET " + address + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            assertThat(readAnswer(socket.getInputStream()))
                    .startsWith("HTTP/1.1 400")
                    .containsIgnoringCase("content-type: application/problem+json")
                    .containsIgnoringCase("x-content-type-options: nosniff")
                    .contains("/docs/problems/malformed");
        }
    }

    @Test
    void an_address_that_is_too_long_is_told_so() {
        problem(given().get("/api/nowhere?q=" + "x".repeat(5000)).then(), 414, "uri_too_long");
    }

    @Test
    void a_body_that_hides_its_size_is_measured() throws Exception {
        byte[] large = ("{\"name\": \"" + "x".repeat(1_100_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(server.resolve("/api/probe/public"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("too_large");
        }
    }

    @Test
    void json_is_written_in_utf8_and_nothing_else_is_guessed() throws Exception {
        String thing = "{\"name\": \"João\"}";
        assertThat(sent("application/json; charset=UTF-8", thing.getBytes(StandardCharsets.UTF_8)))
                .startsWith("200")
                .contains("João");
        assertThat(sent("application/json;charset=\"utf-8\"", thing.getBytes(StandardCharsets.UTF_8)))
                .startsWith("200");
        assertThat(sent("application/json; charset=iso-8859-1", thing.getBytes(StandardCharsets.ISO_8859_1)))
                .startsWith("415")
                .contains("unsupported_media_type");
        assertThat(sent("application/json; charset=utf-16", thing.getBytes(StandardCharsets.UTF_16)))
                .startsWith("415");
        for (byte[] other : List.of(
                thing.getBytes(StandardCharsets.ISO_8859_1),
                thing.getBytes(StandardCharsets.UTF_16),
                thing.getBytes(StandardCharsets.UTF_16LE),
                thing.getBytes(StandardCharsets.UTF_16BE))) {
            assertThat(sent("application/json", other)).startsWith("400").contains("malformed");
        }
    }

    private String sent(String type, byte[] body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(server.resolve("/api/probe/public"))
                            .header("Content-Type", type)
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        }
    }

    @Test
    void who_is_overtaken_by_nobody_knows_what_is_not_told_that_the_record_is_gone() {
        problem(
                        as(Role.admin)
                                .header("If-Match", "\"3\"")
                                .patch("/api/probe/overtaken")
                                .then(),
                        412,
                        "stale")
                .body("current_version", nullValue());
        problem(as(Role.admin).patch("/api/probe/overtaken").then(), 409, "changed_meanwhile");
    }

    @Test
    void a_bug_tells_nothing_of_the_inside() {
        problem(
                        as(Role.viewer)
                                .header("X-Request-Id", "trace-me")
                                .get("/api/probe/bug")
                                .then(),
                        500,
                        "unexpected")
                .body("trace_id", equalTo("trace-me"))
                .body(not(containsString("exploded")))
                .body(not(containsString("dev.pulso.")));
    }

    @Test
    void a_request_id_comes_back_and_a_strange_one_is_replaced() {
        given().header("X-Request-Id", "abc-1").get("/api/nowhere").then().header("X-Request-Id", "abc-1");
        given().header("X-Request-Id", "<script>")
                .get("/api/nowhere")
                .then()
                .header("X-Request-Id", not(containsString("script")));
    }

    @Test
    void who_has_no_valid_token_is_asked_who_it_is() {
        problem(given().get("/api/probe/me").then(), 401, "unauthorized").header("WWW-Authenticate", "Bearer");
        problem(given().auth().oauth2("nonsense").get("/api/probe/me").then(), 401, "unauthorized");
        String token = token(Role.viewer);
        String forged = token.substring(0, token.length() - 6) + "AAAAAA";
        problem(given().auth().oauth2(forged).get("/api/probe/me").then(), 401, "unauthorized");
        String none = "eyJhbGciOiJub25lIn0." + token.split("\\.")[1] + ".";
        problem(given().auth().oauth2(none).get("/api/probe/me").then(), 401, "unauthorized");
        as(Role.viewer)
                .get("/api/probe/me")
                .then()
                .statusCode(200)
                .body("actor", equalTo("viewer@" + company().slug() + ".example"))
                .body("tenant", equalTo(company().id().toString()));
    }

    @Test
    void an_operation_needs_its_permission_and_an_unknown_one_is_refused() {
        problem(
                as(Role.manager)
                        .contentType(ContentType.JSON)
                        .post("/api/probe/operators-only")
                        .then(),
                403,
                "forbidden");
        as(Role.admin)
                .contentType(ContentType.JSON)
                .post("/api/probe/operators-only")
                .then()
                .statusCode(200);
        problem(as(Role.admin).get("/api/probe/outside-of-the-contract").then(), 403, "forbidden");
    }

    @Test
    void a_version_travels_as_etag_and_guards_updates() {
        String read = as(Role.admin)
                .get("/api/probe/things/{id}", Ids.next())
                .then()
                .extract()
                .header("ETag");
        assertThat(read).matches("W/\"3-[0-9a-f]{16}\"");
        patch("{}")
                .header("If-Match", read)
                .patch("/api/probe/things/{id}", Ids.next())
                .then()
                .statusCode(200);
        patch("{\"name\": null}")
                .header("If-Match", "\"3\"")
                .patch("/api/probe/things/{id}", Ids.next())
                .then()
                .statusCode(200)
                .header("ETag", "\"4\"")
                .body("name", equalTo("true/null"));
        patch("{}")
                .header("If-Match", "W/\"3\"")
                .patch("/api/probe/things/{id}", Ids.next())
                .then()
                .statusCode(200)
                .body("name", equalTo("false/null"));
        problem(
                patch("{}")
                        .header("If-Match", "\"2\"")
                        .patch("/api/probe/things/{id}", Ids.next())
                        .then(),
                412,
                "stale");
        problem(
                patch("{}")
                        .header("If-Match", "\"x\"")
                        .patch("/api/probe/things/{id}", Ids.next())
                        .then(),
                412,
                "stale");
        // A body names no version, whatever it says.
        problem(
                patch("{\"version\": 3}")
                        .patch("/api/probe/things/{id}", Ids.next())
                        .then(),
                428,
                "version_required");
        problem(patch("{}").patch("/api/probe/things/{id}", Ids.next()).then(), 428, "version_required");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "select 1 / 0 | 400 | invalid",
                "select 2147483647 + 1 | 400 | invalid",
                "select 'x'::uuid | 400 | invalid",
                "insert into tenants (id, slug, name) values (current_setting('app.tenant_id')::uuid, 'NOT OK', 'x')"
                        + " | 400 | invalid",
                "insert into tenants (id, slug) values (current_setting('app.tenant_id')::uuid, 'ok') | 400 | invalid",
                "select * from nowhere | 500 | unexpected",
            })
    void what_the_database_refuses_is_told_without_its_words(String sql, int status, String code) {
        problem(
                        as(Role.admin)
                                .contentType(ContentType.JSON)
                                .body(Map.of("sql", sql))
                                .post("/api/probe/sql")
                                .then(),
                        status,
                        code)
                .body("detail", not(containsString("ERROR")));
    }

    @Test
    void a_taken_name_says_which_field() {
        String slug = "s" + Ids.next().toString().replace("-", "");
        String sql = "update tenants set slug = '" + slug + "'";
        given().auth()
                .oauth2(TestTenant.register().token(Role.admin))
                .contentType(ContentType.JSON)
                .body(Map.of("sql", sql))
                .post("/api/probe/sql")
                .then()
                .statusCode(200);
        String again = TestTenant.register().token(Role.admin);
        problem(
                        given().auth()
                                .oauth2(again)
                                .contentType(ContentType.JSON)
                                .body(Map.of("sql", sql))
                                .post("/api/probe/sql")
                                .then(),
                        409,
                        "duplicate")
                .body("violations[0].field", equalTo("slug"))
                .body("detail", not(containsString(slug)));
    }

    @Test
    void a_repeated_request_gets_the_stored_answer() {
        String key = Ids.next().toString();
        String first = once(key, "{\"a\": \"1\"}").statusCode(200).extract().path("name");
        int effects = ProbeResource.EFFECTS.get();
        once(key, "{\"a\": \"1\"}")
                .statusCode(200)
                .header("Idempotent-Replayed", "true")
                .body("name", equalTo(first));
        assertThat(ProbeResource.EFFECTS.get()).isEqualTo(effects);
        problem(once(key, "{\"a\": \"2\"}"), 422, "idempotency_key_reused");
    }

    @Test
    void a_key_compares_what_is_asked_not_how_it_is_written() {
        String key = Ids.next().toString();
        String first = once(key, "{\"a\": \"1\", \"b\": \"ä\"}").extract().path("name");
        once(key, "{ \"b\":\"\\u00e4\",\n\"a\":\"1\" }").statusCode(200).body("name", equalTo(first));
        problem(once(key, "{\"a\": \"1\"}"), 422, "idempotency_key_reused");
        assertThat(RequestDigest.canonical(
                        "{\"b\": 1.50, \"a\": [1, {\"d\": 2, \"c\": null}]}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(RequestDigest.canonical(
                        "{\"a\": [1.0, {\"c\": null, \"d\": 2e0}], \"b\": 1.5}".getBytes(StandardCharsets.UTF_8)))
                .isNotEqualTo(RequestDigest.canonical(
                        "{\"a\": [{\"c\": null, \"d\": 2}, 1], \"b\": 1.5}".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_key_belongs_to_who_sent_it() {
        String key = Ids.next().toString();
        String mine = once(key, "{}").extract().path("name");
        String theirs = as(Role.finance)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body("{}")
                .post("/api/probe/once")
                .then()
                .statusCode(200)
                .header("Idempotent-Replayed", nullValue())
                .extract()
                .path("name");
        assertThat(theirs).isNotEqualTo(mine);
    }

    @Test
    void a_key_has_1_to_200_characters() {
        once("k".repeat(200), "{}").statusCode(200);
        problem(once("k".repeat(201), "{}"), 400, "invalid").body("violations[0].field", equalTo("Idempotency-Key"));
    }

    @Test
    void an_unknown_or_repeated_query_parameter_is_refused() {
        for (String path :
                List.of("/api/customers?update_since=2026-01-01T00:00:00Z", "/api/profile?x", "/api/teams?%20=1")) {
            problem(as(Role.admin).urlEncodingEnabled(false).get(path).then(), 400, "invalid")
                    .body("violations[0].code", equalTo("unknown_parameter"));
        }
        problem(as(Role.admin).get("/api/crm/leads?stage=new&stage=contacted").then(), 400, "invalid")
                .body("violations[0].field", equalTo("stage"))
                .body("violations[0].code", equalTo("repeated_parameter"));
        problem(json("{}").post("/api/auth/logout?x=1").then(), 400, "invalid");
        problem(given().get("/api/customers?x=1").then(), 401, "unauthorized");
    }

    @Test
    void the_same_key_at_the_same_time_runs_once() {
        String key = Ids.next().toString();
        int before = ProbeResource.EFFECTS.get();
        as(Role.admin);
        List<CompletableFuture<Response>> answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> once(key, "{}").extract().response()))
                .limit(3)
                .toList();
        List<Response> got = answers.stream().map(CompletableFuture::join).toList();
        assertThat(got.stream().map(Response::statusCode)).isSubsetOf(200, 409).contains(200);
        got.stream().filter(each -> each.statusCode() == 409).forEach(running -> {
            assertThat(running.header("Retry-After")).isEqualTo("1");
            assertThat(running.jsonPath().getString("type")).endsWith("/idempotency_running");
        });
        assertThat(ProbeResource.EFFECTS.get()).isEqualTo(before + 1);
    }

    @Test
    void a_body_over_one_mebibyte_is_too_large_but_a_file_may_have_fifty() {
        problem(
                json("{\"name\": \"" + "x".repeat(1_100_000) + "\"}")
                        .post("/api/probe/public")
                        .then(),
                413,
                "too_large");
        as(Role.admin)
                .multiPart("kind", "deals")
                .multiPart(
                        "file", "rows.csv", "title\nOne\n".repeat(800_000).getBytes(StandardCharsets.UTF_8), "text/csv")
                .post("/api/imports/preview")
                .then()
                .statusCode(200);
    }

    @Test
    void only_where_files_are_sent_may_a_form_be_large() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(server.resolve("/api/crm/leads"))
                            .header("Content-Type", "multipart/form-data; boundary=b")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[2 * 1024 * 1024]))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
        }
    }

    @Test
    void a_browser_that_came_by_tls_is_told_to_stay_with_it() {
        given().header("X-Forwarded-Proto", "https")
                .get("/openapi.json")
                .then()
                .header("Strict-Transport-Security", containsString("max-age=31536000"));
        given().get("/openapi.json").then().header("Strict-Transport-Security", nullValue());
    }

    @Test
    void two_hundred_megabytes_are_refused_and_the_connection_stays_usable() throws Exception {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(30_000);
            long size = 200L * 1024 * 1024;
            var out = socket.getOutputStream();
            out.write(("POST /api/probe/upload HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                            + "Content-Length: " + size + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] block = new byte[1024 * 1024];
            for (int i = 0; i < 200; i++) {
                out.write(block);
            }
            out.flush();
            String answer = readAnswer(socket.getInputStream());
            assertThat(answer)
                    .startsWith("HTTP/1.1 413")
                    .contains("application/problem+json")
                    .contains("too_large");
            out.write("GET /openapi.json HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(readAnswer(socket.getInputStream())).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void answers_carry_security_headers_and_the_contract_is_served() {
        given().get("/openapi.json")
                .then()
                .statusCode(200)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", containsString("style-src 'self';"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .body("openapi", notNullValue());
        given().get("/api/nowhere").then().header("Cache-Control", "no-store");
        given().get("/q/ping").then().statusCode(200).body("pong", equalTo(true));
    }

    private static String readAnswer(InputStream in) throws Exception {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        var length =
                java.util.regex.Pattern.compile("(?i)content-length: (\\d+)").matcher(head);
        String body = length.find()
                ? new String(in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.UTF_8)
                : "";
        return head + body;
    }

    private ValidatableResponse once(String key, String body) {
        return as(Role.admin)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/probe/once")
                .then();
    }

    private RequestSpecification patch(String body) {
        return as(Role.admin).contentType(ContentType.JSON).body(body);
    }

    private static RequestSpecification json(String body) {
        return given().contentType(ContentType.JSON).body(body);
    }

    private RequestSpecification as(Role role) {
        return given().auth().oauth2(token(role));
    }

    private static String token(Role role) {
        return company().token(role);
    }

    private static TestTenant company() {
        if (company == null) {
            company = TestTenant.register();
        }
        return company;
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/docs/problems/" + code))
                .body("status", equalTo(status))
                .body("title", notNullValue())
                .body("trace_id", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip, deflate, br, zstd", "BR;q=0.5"})
    void what_the_build_compressed_is_handed_out_as_it_is(String accepted) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/assets/sample-1a2b3c.js"))
                .header("Accept-Encoding", accepted)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().allValues("Content-Encoding")).containsExactly("br");
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/javascript; charset=utf-8");
            assertThat(answer.headers().firstValue("Vary")).hasValue("Accept-Encoding");
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
            try (InputStream file = getClass().getResourceAsStream("/META-INF/resources/assets/sample-1a2b3c.js.br")) {
                assertThat(file).isNotNull();
                assertThat(answer.body()).isEqualTo(file.readAllBytes());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip", "gzip, br;q=0"})
    void a_browser_without_brotli_gets_the_same_file(String accepted) {
        given().header("Accept-Encoding", accepted)
                .get("/assets/sample-1a2b3c.js")
                .then()
                .statusCode(200)
                .header("Content-Encoding", not(equalTo("br")))
                .body(containsString("sample"));
    }

    @Test
    void a_file_that_was_not_built_is_not_found() {
        given().header("Accept-Encoding", "br")
                .get("/assets/other-1a2b3c.js")
                .then()
                .statusCode(404);
    }
}
