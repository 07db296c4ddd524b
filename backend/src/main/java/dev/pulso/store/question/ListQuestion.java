package dev.pulso.store.question;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a list is asked. It may be older than the contract: {@link Lists#checked} says whether it can be asked now.
 *
 * @param kind of records, such as {@code leads}
 * @param filters the query parameters of the list by their names, but for its order and its pages
 * @param sort as the list takes it; null: its own order
 */
public record ListQuestion(
        String kind, Map<String, String> filters, @Nullable String sort) {
    private static final String SORT = "sort";

    public ListQuestion {
        filters = Map.copyOf(filters);
    }

    /** As a column keeps its filters: the same text for the same filters. */
    public String filtersAsText() {
        JsonObject json = new JsonObject();
        new TreeMap<>(filters).forEach(json::put);
        return json.encode();
    }

    /** @param filters as {@link #filtersAsText} has written them */
    public static ListQuestion read(String kind, String filters, @Nullable String sort) {
        Map<String, String> read = new TreeMap<>();
        new JsonObject(filters).forEach(entry -> read.put(entry.getKey(), (String) entry.getValue()));
        return new ListQuestion(kind, read, sort);
    }

    /** The same without what is named, {@code sort} included. */
    public ListQuestion without(Iterable<String> names) {
        Map<String, String> left = new TreeMap<>(filters);
        String order = sort;
        for (String name : names) {
            left.remove(name);
            order = name.equals(SORT) ? null : order;
        }
        return new ListQuestion(kind, left, order);
    }
}
