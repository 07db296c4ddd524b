package dev.pulso.testing;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** An operation of the contract, and how to send it something that is well-formed; for tests of what holds for all of them. */
public record ContractOperation(String id, Method method, String path, List<String> permissions, JsonNode definition) {
    private static final Set<String> METHODS = Set.of("get", "post", "patch", "put", "delete");

    public static List<ContractOperation> all() {
        List<ContractOperation> operations = new ArrayList<>();
        PublishedContract.ROOT
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method -> operations.add(new ContractOperation(
                                method.getValue().get("operationId").asText(),
                                Method.valueOf(method.getKey().toUpperCase(Locale.ROOT)),
                                path.getKey(),
                                permissions(method.getValue().get("x-permission")),
                                method.getValue()))));
        return operations;
    }

    private static List<String> permissions(JsonNode wanted) {
        List<String> all = new ArrayList<>();
        if (wanted.isArray()) {
            wanted.forEach(each -> all.add(each.asText()));
        } else {
            all.add(wanted.asText());
        }
        return all;
    }

    public boolean isPublic() {
        return permissions.contains("public");
    }

    /** An answer without an end; its own test tells whom it lets hear what. */
    public boolean streams() {
        return definition.at("/responses/200/content/text~1event-stream").isObject();
    }

    public boolean multipart() {
        return definition.at("/requestBody/content/multipart~1form-data").isObject();
    }

    public boolean forPeople() {
        return definition.path("x-people").asBoolean();
    }

    /** Its address about this record. */
    public String path(UUID id) {
        return path.replace("{id}", id.toString())
                .replace("{source}", "erp")
                .replace("{external_id}", id.toString())
                .replace("{name}", "invoice-run")
                .replace("{rule}", "bant_budget")
                .replace("{hash}", "0".repeat(64));
    }

    /** The example of the contract; for a patch, nothing. */
    public String body() {
        if (method == Method.PATCH) {
            return "{}";
        }
        JsonNode example = definition.at("/requestBody/content/application~1json/example");
        return example.isMissingNode() ? "{}" : example.toString();
    }

    /** A request as the admin, who takes any version of what is edited. */
    public RequestSpecification as(TestTenant tenant) {
        RequestSpecification request = with(tenant.token(TestTenant.Role.admin));
        boolean asked = path.contains("{id}") && definition.path("responses").has("428");
        return asked ? request.header("If-Match", "*") : request;
    }

    /** A request with this token. */
    public RequestSpecification with(String token) {
        return plain().header("Authorization", "Bearer " + token);
    }

    /** A request without a token. */
    public RequestSpecification plain() {
        return given().contentType(multipart() ? ContentType.MULTIPART : ContentType.JSON);
    }

    /** Sends it, about this record, with {@link #body()}. */
    public Response send(RequestSpecification request, UUID id) {
        if (multipart()) {
            return request.multiPart("kind", "deals")
                    .multiPart("mapping", "{\"title\": \"title\"}")
                    .multiPart("file", "deals.csv", "title\nOne\n".getBytes(), "text/csv")
                    .request(method, path(id));
        }
        if (method == Method.GET || method == Method.DELETE) {
            return request.request(method, path(id));
        }
        return request.body(body()).request(method, path(id));
    }
}
