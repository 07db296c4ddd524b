package dev.pulso.store.question;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.Texts;
import dev.pulso.kernel.Violation;
import dev.pulso.store.data.CustomFilters;
import dev.pulso.store.data.FilterGrammar;
import dev.pulso.store.tenancy.Caller;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the contract lets each list be asked: made by its bundler ({@code lists.json}), by the kind of records. */
@Singleton
public class Lists {
    private static final int LONGEST_NAME = 100;
    private static final String SORT = "sort";

    /**
     * One filter of a list.
     *
     * @param type {@code text}, {@code uuid}, {@code enum}, {@code date}, {@code instant}, {@code integer} or {@code boolean}
     * @param many whether several values may stand in it, separated by commas
     * @param grammar whether it is of the grammar that all lists have alike
     * @param most characters of a text, or null
     */
    private record Filter(
            String type,
            boolean many,
            boolean grammar,
            List<String> values,
            @Nullable Integer most) {}

    /**
     * Another record that a row names.
     *
     * @param id the field with its id
     * @param of the kind that it is of, as includes call it
     */
    public record Reference(String id, String of) {}

    /**
     * @param permissions all of which who reads it needs
     * @param columns the fields of a row by the names of the API, and of what type each is
     * @param custom whether the company may add fields to the records
     */
    private record Contract(
            List<String> permissions,
            Set<String> sorts,
            String sort,
            Map<String, Filter> filters,
            Map<String, String> columns,
            Map<String, Reference> references,
            boolean custom) {}

    private final Map<String, Contract> contracts = new LinkedHashMap<>();

    Lists(ObjectMapper json) {
        read(json).properties().forEach(list -> contracts.put(list.getKey(), contract(list.getValue())));
    }

    /** The kinds of records that there are lists of. */
    public Set<String> kinds() {
        return contracts.keySet();
    }

    /** @throws Problem 403 for who may not read records of the kind */
    public void requireReading(Caller caller, String kind) {
        of(kind).permissions().forEach(caller::require);
    }

    /** Whether records of the kind are the caller's to read. */
    public boolean mayRead(Caller caller, String kind) {
        return of(kind).permissions().stream().allMatch(caller::may);
    }

    /** The fields of a row as the API calls them, and of what type each is. */
    public Map<String, String> columns(String kind) {
        return of(kind).columns();
    }

    /** The fields of a row that are another record, by which field and of which kind. */
    public Map<String, Reference> references(String kind) {
        return of(kind).references();
    }

    /** Whether the company may add fields to records of the kind, which are filters and columns of the list then. */
    public boolean hasCustom(String kind) {
        return of(kind).custom();
    }

    /** The order of a list when nothing is said of it. */
    public String defaultSort(String kind) {
        return of(kind).sort();
    }

    /**
     * The question, as far as there is something in it: a filter without a value asks nothing. Whether the company has the custom
     * fields that it names is asked elsewhere ({@code CustomFields}).
     *
     * @param at where in the request it stands, such as {@code question}
     * @throws Problem 400 that names each filter that the list does not have, or whose value it would not take
     */
    public ListQuestion checked(String at, ListQuestion question) {
        Map<String, String> asked = new TreeMap<>();
        question.filters().forEach((name, value) -> {
            String trimmed = Texts.trim(value);
            if (!trimmed.isEmpty()) {
                asked.put(name, trimmed);
            }
        });
        ListQuestion clean = new ListQuestion(question.kind(), asked, question.sort());
        Map<String, Violation> wrong = wrong(at.isEmpty() ? "" : at + ".", clean);
        if (!wrong.isEmpty()) {
            throw Problem.invalid(List.copyOf(wrong.values()));
        }
        return clean;
    }

    /** What of a question that was kept cannot be asked any more: names of filters, and {@code sort}. */
    public List<String> stale(ListQuestion question) {
        return List.copyOf(wrong("", question).keySet());
    }

    /** The filters of the question that all lists have alike, by parameter. */
    Map<String, String> grammar(ListQuestion question) {
        Contract contract = of(question.kind());
        return question.filters().entrySet().stream()
                .filter(filter -> CustomFilters.isOne(filter.getKey())
                        || contract.filters().get(filter.getKey()).grammar())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<String, Violation> wrong(String at, ListQuestion question) {
        Contract contract = of(question.kind());
        Map<String, Violation> wrong = new LinkedHashMap<>();
        new TreeMap<>(question.filters()).forEach((name, value) -> {
            String field = at + "filters." + Texts.shortened(name, LONGEST_NAME);
            Filter filter = contract.filters().get(name);
            if (filter == null && contract.custom() && CustomFilters.isOne(name)) {
                return;
            }
            if (filter == null) {
                wrong.put(name, new Violation(field, "is no filter of this list", "unknown_parameter"));
                return;
            }
            try {
                check(field, filter, value);
            } catch (Problem problem) {
                wrong.put(name, problem.violations().getFirst());
            }
        });
        String sort = question.sort();
        if (sort != null && !contract.sorts().contains(sort)) {
            wrong.put(SORT, new Violation(at + SORT, "must be one of " + String.join(", ", contract.sorts()), "enum"));
        }
        return wrong;
    }

    private static void check(String field, Filter filter, String value) {
        switch (filter.type()) {
            case "enum" -> FilterGrammar.oneOf(field, value, filter.values());
            case "uuid" -> {
                if (FilterGrammar.ids(field, value).length > 1 && !filter.many()) {
                    throw Problem.invalid(field, "takes one value", "size");
                }
            }
            case "date" -> FilterGrammar.value(field, value, "date");
            case "instant" -> FilterGrammar.value(field, value, "timestamptz");
            case "integer" -> FilterGrammar.value(field, value, "bigint");
            case "boolean" -> FilterGrammar.oneOf(field, value, List.of("true", "false"));
            default -> {
                if (filter.most() != null && value.codePointCount(0, value.length()) > filter.most()) {
                    throw Problem.invalid(field, "may have " + filter.most() + " characters", "size");
                }
            }
        }
    }

    private Contract of(String kind) {
        Contract contract = contracts.get(kind);
        if (contract == null) {
            throw new IllegalArgumentException("there is no list of " + kind);
        }
        return contract;
    }

    private static Contract contract(JsonNode list) {
        Map<String, Filter> filters = new LinkedHashMap<>();
        list.get("filters").properties().forEach(filter -> filters.put(filter.getKey(), filter(filter.getValue())));
        Map<String, String> columns = new LinkedHashMap<>();
        Map<String, Reference> references = new LinkedHashMap<>();
        list.get("columns").properties().forEach(column -> {
            JsonNode form = column.getValue();
            columns.put(column.getKey(), form.get("type").asText());
            if (form.has("of")) {
                references.put(
                        column.getKey(),
                        new Reference(form.get("id").asText(), form.get("of").asText()));
            }
        });
        return new Contract(
                texts(list.get("permissions")),
                Set.copyOf(texts(list.get("sorts"))),
                list.get(SORT).asText(),
                Map.copyOf(filters),
                columns,
                references,
                list.has("custom"));
    }

    private static Filter filter(JsonNode filter) {
        JsonNode most = filter.get("most");
        return new Filter(
                filter.get("type").asText(),
                filter.has("many"),
                filter.has("grammar"),
                filter.has("values") ? texts(filter.get("values")) : List.of(),
                most == null ? null : most.asInt());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return List.copyOf(texts);
    }

    private static JsonNode read(ObjectMapper json) {
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream("lists.json")) {
            if (stream == null) {
                throw new IllegalStateException("lists.json is not on the class path: bundle the contract first");
            }
            return json.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
