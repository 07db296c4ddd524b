package dev.pulso.store.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue of events and the records that are published say the same. */
class EventCatalogueTest {
    private static final PropertyNamingStrategies.SnakeCaseStrategy SNAKE =
            new PropertyNamingStrategies.SnakeCaseStrategy();
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

    private static JsonNode catalogue;
    private static Map<String, Class<?>> records;

    @BeforeAll
    static void read() throws Exception {
        catalogue = new ObjectMapper()
                .readTree(Path.of("../openapi/dist/events.json").toFile())
                .get("events");
        records = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.pulso")) {
            if (type.isRecord() && type.tryGetField("TYPE").isPresent()) {
                Class<?> found = Class.forName(type.getName());
                records.put((String) found.getField("TYPE").get(null), found);
            }
        }
    }

    static Stream<String> types() throws Exception {
        if (records == null) {
            read();
        }
        return Stream.concat(records.keySet().stream(), names(catalogue).stream())
                .distinct();
    }

    @Test
    void what_is_published_is_in_the_catalogue_and_the_reverse() {
        assertThat(names(catalogue)).isNotEmpty().containsExactlyInAnyOrderElementsOf(records.keySet());
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_field_has_the_same_name_form_and_nullability(String type) {
        JsonNode fields = catalogue.at("/" + type + "/schema/properties/data/properties");
        Map<String, String> declared = new TreeMap<>();
        fields.properties().forEach(field -> declared.put(field.getKey(), form(field.getValue())));
        Map<String, String> published = Arrays.stream(records.get(type).getRecordComponents())
                .collect(Collectors.toMap(
                        component -> SNAKE.translate(component.getName()),
                        EventCatalogueTest::form,
                        (a, b) -> a,
                        TreeMap::new));
        assertThat(published).isEqualTo(declared);
        assertThat(names(fields))
                .containsExactlyInAnyOrderElementsOf(
                        texts(catalogue.at("/" + type + "/schema/properties/data/required")));
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_example_is_what_would_be_published(String type) throws IOException {
        JsonNode example = catalogue.get(type).get("example").get("data");
        Object event = JSON.treeToValue(example, records.get(type));
        assertThat(JSON.readTree(JSON.writeValueAsString(event))).isEqualTo(example);
    }

    @Test
    void an_event_goes_out_in_the_envelope_of_the_catalogue_without_the_address_of_who_caused_it() {
        UUID user = UUID.randomUUID();
        DomainEvent event = new DomainEvent(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "deal.won",
                1,
                UUID.randomUUID(),
                7,
                new io.vertx.core.json.JsonObject(),
                Instant.EPOCH,
                user,
                "ana@empresa.com.br",
                "request",
                null);
        JsonNode schema = catalogue.at("/deal.won/schema");
        assertThat(event.envelope().fieldNames()).containsExactlyInAnyOrderElementsOf(texts(schema.get("required")));
        for (String part : List.of("record", "actor")) {
            assertThat(event.envelope().getJsonObject(part).fieldNames())
                    .containsExactlyInAnyOrderElementsOf(texts(schema.at("/properties/" + part + "/required")));
        }
        assertThat(event.envelope().encode()).contains(user.toString()).doesNotContain("ana@", "request");
    }

    @Test
    void an_event_that_an_api_key_caused_tells_its_id_and_not_its_name() {
        UUID key = UUID.randomUUID();
        JsonNode actor = catalogue.at("/deal.won/schema/properties/actor/properties");
        var told = new DomainEvent(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        "deal.won",
                        1,
                        UUID.randomUUID(),
                        7,
                        new io.vertx.core.json.JsonObject(),
                        Instant.EPOCH,
                        key,
                        "api-key:Loja da Ação",
                        "request",
                        null)
                .envelope()
                .getJsonObject("actor");
        assertThat(texts(actor.at("/type/enum"))).contains(told.getString("type"));
        assertThat(told.getMap()).containsEntry("type", "api_key").containsEntry("id", key.toString());
        assertThat(told.getString("id")).matches(actor.at("/id/pattern").asText());
    }

    private static String form(JsonNode field) {
        List<String> types = field.get("type").isArray()
                ? texts(field.get("type"))
                : List.of(field.get("type").asText());
        String plain =
                types.stream().filter(each -> !each.equals("null")).findFirst().orElseThrow();
        String format = field.has("format") ? "/" + field.get("format").asText() : "";
        String items = field.has("items") ? "<" + form(field.get("items")) + ">" : "";
        return plain + format + items + (types.contains("null") ? "?" : "");
    }

    private static String form(RecordComponent component) {
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        String plain = component.getType() == List.class
                ? "array<" + form(elementOf(component)) + ">"
                : form(component.getType());
        return plain + (nullable ? "?" : "");
    }

    private static Class<?> elementOf(RecordComponent component) {
        return (Class<?>) ((AnnotatedParameterizedType) component.getAnnotatedType())
                .getAnnotatedActualTypeArguments()[0].getType();
    }

    private static String form(Class<?> type) {
        if (type == UUID.class) {
            return "string/uuid";
        }
        if (type == LocalDate.class) {
            return "string/date";
        }
        if (type == Instant.class) {
            return "string/date-time";
        }
        if (type == long.class || type == Long.class) {
            return "integer/int64";
        }
        if (type == int.class || type == Integer.class) {
            return "integer/int32";
        }
        if (type == boolean.class) {
            return "boolean";
        }
        return type == String.class || type.isEnum() ? "string" : type.getName();
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
