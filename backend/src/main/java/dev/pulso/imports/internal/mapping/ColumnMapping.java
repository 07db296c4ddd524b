package dev.pulso.imports.internal.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pulso.kernel.DateParser;
import dev.pulso.kernel.DateStyle;
import dev.pulso.kernel.DecimalStyle;
import dev.pulso.kernel.Parsed;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.Texts;
import dev.pulso.kernel.Violation;
import dev.pulso.store.imports.ImportField;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which field is filled from where, as the person said it, checked against the fields and the columns there are. */
public final class ColumnMapping {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> PROPERTIES = Set.of("column", "values", "default", "template");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)}");

    private final Map<String, FieldSource> sources = new LinkedHashMap<>();
    private final List<Violation> violations = new ArrayList<>();
    private final List<String> columns;
    private final Currency currency;
    private final DateParser dates;

    private ColumnMapping(List<String> columns, Currency currency, DateParser dates) {
        this.columns = columns;
        this.currency = currency;
        this.dates = dates;
    }

    /**
     * @param json {@code field -> column} or {@code field -> {column, values, default, template}}
     * @param settings whose currency and dates defaults and meanings are written in
     * @param zone in which an instant becomes a day
     * @throws Problem 400 with a violation for everything that is wrong
     */
    public static ColumnMapping parse(
            String json, List<ImportField> fields, List<String> columns, ImportSettings settings, ZoneId zone) {
        DateStyle style = settings.dates() == null ? DateStyle.DAY_FIRST : settings.dates();
        ColumnMapping mapping = new ColumnMapping(columns, settings.currency(), new DateParser(style, zone));
        mapping.read(json, fields);
        if (!mapping.violations.isEmpty()) {
            throw Problem.invalid(mapping.violations.toArray(Violation[]::new));
        }
        return mapping;
    }

    /** The fields that are filled. */
    public Set<String> fields() {
        return Set.copyOf(sources.keySet());
    }

    Map<String, FieldSource> sources() {
        return sources;
    }

    private void read(String json, List<ImportField> fields) {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            refuse("mapping", "malformed", "is not JSON");
            return;
        }
        if (root == null || !root.isObject()) {
            refuse("mapping", "malformed", "must be a JSON object of field -> column");
            return;
        }
        Map<String, ImportField> known = new LinkedHashMap<>();
        fields.forEach(field -> known.put(field.name(), field));
        root.properties().forEach(entry -> {
            ImportField field = known.get(entry.getKey());
            if (field == null) {
                refuse(
                        "mapping." + entry.getKey(),
                        "unknown_field",
                        "is not a field; there are " + String.join(", ", known.keySet()));
            } else if (!entry.getValue().isNull()) {
                source(field, entry.getValue());
            }
        });
        fields.stream()
                .filter(field -> field.required() && !root.hasNonNull(field.name()))
                .forEach(field -> refuse("mapping." + field.name(), "required", "must be filled from a column"));
    }

    private void source(ImportField field, JsonNode node) {
        String at = "mapping." + field.name();
        if (node.isTextual()) {
            sources.put(field.name(), new FieldSource(field, column(at, node.asText()), Map.of(), null));
            return;
        }
        if (!node.isObject()) {
            refuse(
                    at,
                    "malformed",
                    "must be the name of a column, or an object with column, values, default, template");
            return;
        }
        node.fieldNames().forEachRemaining(property -> {
            if (!PROPERTIES.contains(property)) {
                refuse(at + "." + property, "unknown_field", "must be one of column, values, default, template");
            }
        });
        if (!node.hasNonNull("column") && !node.hasNonNull("template") && !node.hasNonNull("default")) {
            refuse(at, "required", "needs a column, a template or a default");
            return;
        }
        if (node.hasNonNull("column") && node.hasNonNull("template")) {
            refuse(at, "malformed", "may have a column or a template, not both");
            return;
        }
        List<FieldSource.Part> parts = List.of();
        if (node.hasNonNull("column")) {
            parts = column(at + ".column", node.get("column").asText());
        } else if (node.hasNonNull("template")) {
            parts = template(at + ".template", field, node.get("template").asText());
        }
        sources.put(
                field.name(),
                new FieldSource(
                        field,
                        parts,
                        meanings(at + ".values", field, node.get("values"), node.hasNonNull("template")),
                        constant(at + ".default", field, node.get("default"))));
    }

    private List<FieldSource.Part> column(String at, String name) {
        String wanted = Texts.trim(name);
        int index = columns.indexOf(wanted);
        for (int i = 0; index < 0 && i < columns.size(); i++) {
            index = columns.get(i).equalsIgnoreCase(wanted) ? i : -1;
        }
        if (index < 0) {
            refuse(
                    at,
                    "unknown_column",
                    "the file has no column \"" + name + "\"; it has " + String.join(", ", columns));
            return List.of();
        }
        return List.of(new FieldSource.Part(index, ""));
    }

    private List<FieldSource.Part> template(String at, ImportField field, String template) {
        if (field.type() != ImportField.Type.text) {
            refuse(at, "malformed", "only texts can be put together from several columns");
            return List.of();
        }
        List<FieldSource.Part> parts = new ArrayList<>();
        Matcher placeholder = PLACEHOLDER.matcher(template);
        int end = 0;
        while (placeholder.find()) {
            if (placeholder.start() > end) {
                parts.add(new FieldSource.Part(-1, template.substring(end, placeholder.start())));
            }
            parts.addAll(column(at, placeholder.group(1)));
            end = placeholder.end();
        }
        if (end < template.length()) {
            parts.add(new FieldSource.Part(-1, template.substring(end)));
        }
        // A single column is read as such; the empty text keeps a template a template.
        parts.add(new FieldSource.Part(-1, ""));
        return parts;
    }

    /** @param inTemplate then a meaning is a piece of the text, not the value of the field */
    private Map<String, FieldSource.Meaning> meanings(
            String at, ImportField field, @Nullable JsonNode values, boolean inTemplate) {
        if (values == null || values.isNull()) {
            return Map.of();
        }
        if (!values.isObject()) {
            refuse(at, "malformed", "must be an object of \"in the file\" -> \"meant\"");
            return Map.of();
        }
        Map<String, FieldSource.Meaning> meanings = new HashMap<>();
        values.properties().forEach(entry -> {
            JsonNode meant = entry.getValue();
            String text = meant.isNull() || Texts.isBlank(meant.asText()) ? null : Texts.trim(meant.asText());
            meanings.put(
                    FieldSource.key(entry.getKey()),
                    new FieldSource.Meaning(
                            text, inTemplate ? null : constant(at + "." + entry.getKey(), field, meant)));
        });
        return meanings;
    }

    /** A value that stands in the mapping itself: numbers as JSON writes them, texts as a cell would hold them. */
    private @Nullable Object constant(String at, ImportField field, @Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return null;
        }
        if (node.isContainerNode()) {
            refuse(at, "malformed", "must be a text or a number");
            return null;
        }
        DecimalStyle decimals = node.isNumber() ? DecimalStyle.POINT : DecimalStyle.detect(List.of(node.asText()));
        CellReader reader = new CellReader(field, new CellReader.Style(decimals, dates), currency);
        return switch (reader.read(node.asText())) {
            case Parsed.Value<?>(Object value) -> value;
            case Parsed.Blank<?> blank -> null;
            case Parsed.Refused<?>(var reason) -> {
                refuse(at, reason.code(), reason.message());
                yield null;
            }
        };
    }

    private void refuse(String field, String code, String message) {
        violations.add(violation(field, code, message));
    }

    private static Violation violation(String field, String code, String message) {
        return new Violation(field, message, code);
    }
}
