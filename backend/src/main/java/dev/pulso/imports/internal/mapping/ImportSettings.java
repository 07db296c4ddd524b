package dev.pulso.imports.internal.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pulso.kernel.DateStyle;
import dev.pulso.kernel.DecimalStyle;
import dev.pulso.kernel.Money;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.Texts;
import dev.pulso.kernel.Violation;
import dev.pulso.store.imports.ImportRequest;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The options of an import, read and checked.
 *
 * @param currency of the amounts
 * @param decimals how amounts are written, when the person said so; else each column tells
 * @param dates likewise
 */
public record ImportSettings(
        ImportRequest.Options options,
        Currency currency,
        @Nullable DecimalStyle decimals,
        @Nullable DateStyle dates) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> NAMES =
            Set.of("pipeline_id", "pipeline_name", "currency", "date_order", "decimal");

    /** @throws Problem 400 with a violation for everything that is wrong */
    public static ImportSettings parse(@Nullable String json, Currency tenantCurrency) {
        if (json == null || Texts.isBlank(json)) {
            return new ImportSettings(
                    new ImportRequest.Options(null, null, tenantCurrency.getCurrencyCode()),
                    tenantCurrency,
                    null,
                    null);
        }
        List<Violation> violations = new ArrayList<>();
        JsonNode root = read(json);
        root.properties().forEach(entry -> {
            if (!NAMES.contains(entry.getKey())) {
                violations.add(new Violation("options." + entry.getKey(), "is not an option", "unknown_field"));
            } else if (!entry.getValue().isTextual() && !entry.getValue().isNull()) {
                violations.add(new Violation("options." + entry.getKey(), "must be a text", "malformed"));
            }
        });
        UUID pipeline = pipeline(text(root, "pipeline_id"), violations);
        String pipelineName = text(root, "pipeline_name");
        if (pipelineName != null && Texts.length(pipelineName) > 100) {
            violations.add(new Violation("options.pipeline_name", "is longer than 100 characters", "too_long"));
        }
        String code = text(root, "currency");
        Currency currency = code == null ? tenantCurrency : currency(code, tenantCurrency, violations);
        DateStyle dates = dates(text(root, "date_order"), violations);
        String decimal = text(root, "decimal");
        DecimalStyle decimals = decimal == null ? null : decimals(decimal, violations);
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        return new ImportSettings(
                new ImportRequest.Options(pipeline, pipelineName, currency.getCurrencyCode()),
                currency,
                decimals,
                dates);
    }

    private static JsonNode read(String json) {
        try {
            JsonNode root = JSON.readTree(json);
            if (root != null && root.isObject()) {
                return root;
            }
        } catch (JsonProcessingException e) {
            throw Problem.invalid("options", "is not JSON", "malformed");
        }
        throw Problem.invalid("options", "must be a JSON object", "malformed");
    }

    private static @Nullable String text(JsonNode root, String name) {
        JsonNode node = root.get(name);
        return node == null || Texts.isBlank(node.asText()) || node.isNull() ? null : Texts.trim(node.asText());
    }

    private static @Nullable UUID pipeline(@Nullable String text, List<Violation> violations) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            violations.add(new Violation("options.pipeline_id", "must be a UUID", "malformed"));
            return null;
        }
    }

    private static Currency currency(String code, Currency otherwise, List<Violation> violations) {
        try {
            return Money.of(0, code).currency();
        } catch (IllegalArgumentException e) {
            violations.add(new Violation("options.currency", "must be an ISO 4217 currency", "unknown_value"));
            return otherwise;
        }
    }

    private static @Nullable DecimalStyle decimals(String text, List<Violation> violations) {
        return switch (text) {
            case "comma" -> DecimalStyle.COMMA;
            case "point" -> DecimalStyle.POINT;
            default -> {
                violations.add(new Violation("options.decimal", "must be comma or point", "unknown_value"));
                yield null;
            }
        };
    }

    private static @Nullable DateStyle dates(@Nullable String text, List<Violation> violations) {
        return switch (text) {
            case null -> null;
            case "dmy" -> DateStyle.DAY_FIRST;
            case "mdy" -> DateStyle.MONTH_FIRST;
            case "ymd" -> DateStyle.YEAR_FIRST;
            default -> {
                violations.add(new Violation("options.date_order", "must be dmy, mdy or ymd", "unknown_value"));
                yield null;
            }
        };
    }
}
