package dev.pulso.store.question;

import dev.pulso.kernel.FieldNames;
import dev.pulso.kernel.Records;
import dev.pulso.store.data.External;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The filters of a question that one list alone has, as its own record of them. */
public final class Asked {
    private static final String WORDS = "q";

    private final Map<String, String> filters;

    Asked(Map<String, String> filters) {
        this.filters = filters;
    }

    /**
     * A record of the list's filters: each component is the parameter of its name, {@code ownerId} of {@code owner_id}; {@code query}
     * are the words that are looked for, and what other systems call a record is {@link External.Key}. What is not asked is null.
     */
    public <F extends Record> F as(Class<F> type) {
        return Records.maker(type)
                .make(Arrays.stream(type.getRecordComponents()).map(this::value).toArray());
    }

    private @Nullable Object value(RecordComponent component) {
        Class<?> kind = component.getType();
        if (kind == External.Key.class) {
            return new External.Key(filters.get("external_source"), filters.get("external_id"));
        }
        String name = component.getName();
        String text = filters.get(name.equals("query") ? WORDS : FieldNames.snake(name));
        if (text == null || kind == String.class) {
            return text;
        }
        if (kind == UUID.class) {
            return UUID.fromString(text);
        }
        if (kind == LocalDate.class) {
            return LocalDate.parse(text);
        }
        if (kind == Instant.class) {
            return OffsetDateTime.parse(text).toInstant();
        }
        if (kind == Boolean.class) {
            return Boolean.valueOf(text);
        }
        throw new IllegalArgumentException("no filter of a list is read as " + kind);
    }
}
