package dev.pulso.store.data;

import dev.pulso.kernel.Checks;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.Texts;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A field that a company has added to a kind of records, and what may stand in it.
 *
 * @param kind as lists call it ({@code leads})
 * @param decimals of a number
 * @param pipelineIds of deals: where it is asked for; empty: everywhere
 */
public record CustomField(
        UUID id,
        String kind,
        String key,
        String label,
        CustomFieldType type,
        int decimals,
        boolean required,
        List<CustomOption> options,
        List<UUID> pipelineIds) {
    /** For the list of a SELECT from {@code custom_fields}. */
    public static final String COLUMNS = "id, kind, key, label, type, decimals, required, options, pipeline_ids";

    /** Which of them are there: one that is leaving is there for nobody. */
    public static final String PRESENT = "leaving_at is null";

    public static final int LONGEST_TEXT = 255;
    private static final int MOST_CHOSEN = 50;

    /** A number with more digits is no figure of a company, and a whole number of its decimals fits into a bigint. */
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]{0,12})(?:\\.[0-9]{1,12})?");

    private static final int FIRST_YEAR = 1000;

    public static CustomField read(Row row) {
        return new CustomField(
                row.getUUID("id"),
                row.getString("kind"),
                row.getString("key"),
                row.getString("label"),
                CustomFieldType.valueOf(row.getString("type")),
                row.getInteger("decimals"),
                row.getBoolean("required"),
                CustomOption.read(row.getString("options")),
                List.of(row.getArrayOfUUIDs("pipeline_ids")));
    }

    /** Whether it is asked for in that pipeline; null: of a record that has none. */
    public boolean appliesTo(@Nullable UUID pipeline) {
        return pipeline == null || pipelineIds.isEmpty() || pipelineIds.contains(pipeline);
    }

    private Optional<CustomOption> option(UUID wanted) {
        return options.stream().filter(option -> option.id().equals(wanted)).findFirst();
    }

    /**
     * A value as it is kept, or null when nothing stands in it.
     *
     * @param at where in the request it stands
     * @param present what the record has there; an option that is not offered any more may stay
     */
    public @Nullable Object checked(String at, @Nullable Object value, @Nullable Object present) {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case text -> line(at, value);
            case url -> Checks.website(at, line(at, value));
            case number -> number(at, value);
            case date -> day(at, value);
            case checkbox -> {
                if (!(value instanceof Boolean)) {
                    throw Problem.invalid(at, "must be true or false", "type");
                }
                yield value;
            }
            case select -> option(at, text(at, value), present).toString();
            case multiselect -> options(at, value, present);
        };
    }

    private static String text(String at, Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw Problem.invalid(at, "must be a text", "type");
    }

    private static @Nullable String line(String at, Object value) {
        String trimmed = Checks.trimmed(text(at, value));
        if (trimmed == null) {
            return null;
        }
        if (Texts.length(trimmed) > LONGEST_TEXT) {
            throw Problem.invalid(at, "must have at most " + LONGEST_TEXT + " characters", "too_long");
        }
        return Checks.text(at, trimmed);
    }

    private String number(String at, Object value) {
        BigDecimal number =
                decimal(at, value instanceof Integer || value instanceof Long ? value.toString() : text(at, value));
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private BigDecimal decimal(String at, String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw Problem.invalid(at, "must be a decimal number such as -12.5, of 13 digits at most", "format");
        }
        BigDecimal number = new BigDecimal(text);
        if (number.stripTrailingZeros().scale() > decimals) {
            throw Problem.invalid(at, "must have at most " + decimals + " decimals", "decimals");
        }
        return number;
    }

    private static String day(String at, Object value) {
        LocalDate day = (LocalDate) FilterGrammar.value(at, text(at, value), "date");
        if (day.getYear() < FIRST_YEAR) {
            throw Problem.invalid(at, "must be of this age", "range");
        }
        return day.toString();
    }

    private UUID option(String at, String text, @Nullable Object present) {
        UUID wanted = FilterGrammar.ids(at, text)[0];
        CustomOption option =
                option(wanted).orElseThrow(() -> Problem.invalid(at, "is no option of the field", "enum"));
        if (option.archived() && !had(wanted, present)) {
            throw Problem.invalid(at, "is not offered any more", "inactive");
        }
        return wanted;
    }

    private static boolean had(UUID option, @Nullable Object present) {
        return present instanceof List<?> several
                ? several.contains(option.toString())
                : option.toString().equals(present);
    }

    private @Nullable List<String> options(String at, Object value, @Nullable Object present) {
        if (!(value instanceof List<?> several)) {
            throw Problem.invalid(at, "must be a list of options", "type");
        }
        Set<String> chosen = new LinkedHashSet<>();
        for (int i = 0; i < several.size(); i++) {
            String place = at + "[" + i + "]";
            Object one = several.get(i);
            chosen.add(
                    option(place, one == null ? "" : text(place, one), present).toString());
        }
        if (chosen.size() > MOST_CHOSEN) {
            throw Problem.invalid(at, "may be " + MOST_CHOSEN, "size");
        }
        // In the order of the options, so that the same choice is the same value.
        List<String> ordered = options.stream()
                .map(option -> option.id().toString())
                .filter(chosen::contains)
                .toList();
        return ordered.isEmpty() ? null : ordered;
    }

    /** A condition on {@code custom_values v} in which {@code ?} stands for the value, and the value. */
    record Condition(String sql, Object value) {}

    /** What a filter asks: the value itself. */
    Condition equal(String name, String text) {
        return switch (type) {
            case text, url -> new Condition("v.v_text = custom_key(?)", text);
            case number -> new Condition("v.v_bigint = ?", scaled(name, text));
            case date -> new Condition("v.v_date = ?", FilterGrammar.value(name, text, "date"));
            case checkbox ->
                new Condition(
                        "v.v_bigint = ?",
                        FilterGrammar.oneOf(name, text, List.of("true", "false"))
                                        .contains("true")
                                ? 1L
                                : 0L);
            case select, multiselect -> new Condition("v.v_option = any(?)", FilterGrammar.ids(name, text));
        };
    }

    /** What a filter asks: one end of a range. */
    Condition bound(String name, String text, boolean from) {
        String comparison = from ? " >= ?" : " <= ?";
        return type == CustomFieldType.date
                ? new Condition("v.v_date" + comparison, FilterGrammar.value(name, text, "date"))
                : new Condition("v.v_bigint" + comparison, scaled(name, text));
    }

    private long scaled(String name, String text) {
        return decimal(name, text).movePointRight(decimals).longValueExact();
    }

    /** A value as people read it in a file: what is chosen by its labels. */
    public @Nullable Object told(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case number -> new BigDecimal(value.toString());
            case date -> LocalDate.parse(value.toString());
            case select, multiselect -> String.join("; ", labels(value));
            default -> value;
        };
    }

    /** The labels of what is chosen, to find the same in another field. */
    public List<String> labels(Object value) {
        List<String> labels = new ArrayList<>();
        for (Object one : value instanceof List<?> several ? several : List.of(value)) {
            option(UUID.fromString(one.toString())).ifPresent(option -> labels.add(option.label()));
        }
        return labels;
    }
}
