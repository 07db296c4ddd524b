package dev.pulso.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.sun.net.httpserver.HttpServer;
import dev.pulso.client.api.CustomersApi;
import dev.pulso.client.model.Customer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A client that was generated today reads what a later version answers: one more field in each object, one more value of each state. */
class AnswersOfTomorrowTest {
    private static final String FIELD = "a_field_of_tomorrow";
    private static final String VALUE = "a_value_of_tomorrow";
    private static final JsonObject CONTRACT = contract();

    @TestFactory
    Stream<DynamicTest> every_answer_with_a_new_field_and_new_values_is_read() {
        List<DynamicTest> tests = new ArrayList<>();
        CONTRACT.getAsJsonObject("paths").entrySet().forEach(path -> path.getValue().getAsJsonObject().entrySet().stream()
                .filter(each -> each.getValue().isJsonObject() && each.getValue().getAsJsonObject().has("operationId"))
                .forEach(each -> {
                    JsonObject operation = each.getValue().getAsJsonObject();
                    operation.getAsJsonObject("responses").entrySet().stream()
                            .filter(answer -> answer.getKey().startsWith("2"))
                            .forEach(answer -> test(operation, answer.getValue().getAsJsonObject(), tests));
                }));
        assertTrue(tests.size() > 80, "answers of the contract: " + tests.size());
        return tests.stream();
    }

    private static void test(JsonObject operation, JsonObject answer, List<DynamicTest> tests) {
        JsonObject content = answer.getAsJsonObject("content");
        JsonObject media = content == null ? null : content.getAsJsonObject("application/json");
        if (media == null || !media.has("example") || !media.getAsJsonObject("schema").has("$ref")) {
            return;
        }
        JsonObject schema = media.getAsJsonObject("schema");
        String name = schema.get("$ref").getAsString().replaceAll(".*/", "");
        tests.add(dynamicTest(operation.get("operationId").getAsString() + " " + name, () -> {
            int[] values = {0};
            JsonElement tomorrow = tomorrow(media.get("example").deepCopy(), schema, values);
            Class<?> type = model(name);
            // Makes the readers of all models.
            new JSON();
            Object read = JSON.getGson().fromJson(tomorrow, type);
            assertNotNull(read);
            String written = JSON.getGson().toJson(read);
            assertEquals(values[0], written.split(VALUE, -1).length - 1, "values of tomorrow are kept: " + written);
        }));
    }

    /** The generator calls a model otherwise whose name is a word of Java. */
    private static Class<?> model(String name) throws ClassNotFoundException {
        String called = name.equals("Import") ? "ModelImport" : name;
        return Class.forName("dev.pulso.client.model." + called);
    }

    /** Adds a field to each object, and changes each value of an open enumeration. */
    private static JsonElement tomorrow(JsonElement value, JsonObject schema, int[] values) {
        JsonObject target = resolved(schema);
        if (value.isJsonArray()) {
            JsonArray changed = new JsonArray();
            value.getAsJsonArray().forEach(each -> changed.add(tomorrow(each, target.getAsJsonObject("items"), values)));
            return changed;
        }
        if (value.isJsonObject()) {
            JsonObject object = value.getAsJsonObject();
            JsonObject properties = properties(target);
            for (Map.Entry<String, JsonElement> field : List.copyOf(object.entrySet())) {
                if (properties.has(field.getKey())) {
                    object.add(field.getKey(), tomorrow(field.getValue(), properties.getAsJsonObject(field.getKey()), values));
                }
            }
            if (properties.size() > 0) {
                object.addProperty(FIELD, 1);
            }
            return object;
        }
        if (target.has("x-extensible-enum") && !value.isJsonNull()) {
            values[0]++;
            return new JsonPrimitive(VALUE);
        }
        return value;
    }

    private static JsonObject properties(JsonObject schema) {
        JsonObject all = new JsonObject();
        if (schema.has("allOf")) {
            schema.getAsJsonArray("allOf").forEach(part -> properties(resolved(part.getAsJsonObject()))
                    .entrySet()
                    .forEach(each -> all.add(each.getKey(), each.getValue())));
        }
        if (schema.has("properties")) {
            schema.getAsJsonObject("properties").entrySet().forEach(each -> all.add(each.getKey(), each.getValue()));
        }
        return all;
    }

    private static JsonObject resolved(JsonObject schema) {
        if (schema.has("$ref")) {
            return resolved(CONTRACT.getAsJsonObject("components")
                    .getAsJsonObject("schemas")
                    .getAsJsonObject(schema.get("$ref").getAsString().replaceAll(".*/", "")));
        }
        for (String choice : List.of("anyOf", "oneOf")) {
            if (schema.has(choice)) {
                for (JsonElement each : schema.getAsJsonArray(choice)) {
                    if (!"null".equals(each.getAsJsonObject().has("type") ? each.getAsJsonObject().get("type").toString().replace("\"", "") : "")) {
                        return resolved(each.getAsJsonObject());
                    }
                }
            }
        }
        return schema;
    }

    @Test
    void a_whole_call_of_the_client_goes_on_too() throws Exception {
        JsonObject media = CONTRACT.getAsJsonObject("paths")
                .getAsJsonObject("/api/customers/{id}")
                .getAsJsonObject("get")
                .getAsJsonObject("responses")
                .getAsJsonObject("200")
                .getAsJsonObject("content")
                .getAsJsonObject("application/json");
        byte[] body = tomorrow(media.get("example").deepCopy(), media.getAsJsonObject("schema"), new int[1])
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            ApiClient client = new ApiClient()
                    .setBasePath("http://127.0.0.1:" + server.getAddress().getPort());
            Customer customer = new CustomersApi(client).getCustomer(UUID.randomUUID(), null, null);
            assertEquals(VALUE, customer.getBillingStatus());
        } finally {
            server.stop(0);
        }
    }

    private static JsonObject contract() {
        try {
            return JsonParser.parseString(Files.readString(Path.of("../dist/openapi.json"))).getAsJsonObject();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
