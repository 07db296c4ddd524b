package dev.pulso.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ends: the sort it belongs to and the keyset values of its last row. Opaque to clients, not secret; values
 * only ever become parameters of a query.
 */
public final class Cursor {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final List<@Nullable String> values;

    private Cursor(List<@Nullable String> values) {
        this.values = values;
    }

    /** The text of {@code next_cursor}; {@code sort} is the list's present order, such as {@code -created_at}. */
    public static String encode(String sort, @Nullable Object... keys) {
        List<@Nullable String> parts = new ArrayList<>();
        parts.add(sort);
        for (Object key : keys) {
            parts.add(key == null ? null : key.toString());
        }
        try {
            // By way of a text: written as bytes, what lies outside of Unicode's first plane takes twelve bytes instead
            // of four.
            byte[] json = JSON.writeValueAsString(parts).getBytes(StandardCharsets.UTF_8);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings always render", e);
        }
    }

    /**
     * @return null for the first page
     * @throws Problem 400 when the text is no cursor of a list with this sort and number of keys
     */
    public static @Nullable Cursor decode(@Nullable String text, String sort, int keys) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            byte[] json = Base64.getUrlDecoder().decode(text.getBytes(StandardCharsets.US_ASCII));
            String[] parts = JSON.readValue(json, String[].class);
            if (parts == null || parts.length != keys + 1 || !sort.equals(parts[0])) {
                throw refused();
            }
            List<@Nullable String> values = new ArrayList<>(List.of());
            for (int i = 1; i < parts.length; i++) {
                values.add(parts[i]);
            }
            return new Cursor(values);
        } catch (IllegalArgumentException | java.io.IOException e) {
            throw refused();
        }
    }

    /**
     * As {@link #decode}, for a list that another view goes over into: a board knows its own filters and names the plain
     * sort.
     */
    public static @Nullable Cursor decodeEither(@Nullable String text, String bound, String plain, int keys) {
        try {
            return decode(text, bound, keys);
        } catch (Problem other) {
            return decode(text, plain, keys);
        }
    }

    public @Nullable String text(int index) {
        return values.get(index);
    }

    public @Nullable UUID uuid(int index) {
        return as(index, UUID::fromString);
    }

    public @Nullable Long number(int index) {
        return as(index, Long::valueOf);
    }

    public @Nullable Instant instant(int index) {
        return as(index, Instant::parse);
    }

    public @Nullable LocalDate date(int index) {
        return as(index, LocalDate::parse);
    }

    private <T> @Nullable T as(int index, Function<String, T> parse) {
        String value = values.get(index);
        try {
            return value == null ? null : parse.apply(value);
        } catch (RuntimeException e) {
            throw refused();
        }
    }

    private static Problem refused() {
        return Problem.invalid("cursor", "belongs to no page of this list", "cursor");
    }
}
