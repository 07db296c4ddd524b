package dev.pulso.store.imports;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file, read and checked field by field. A field that is not mapped, or whose cell is blank, is null.
 *
 * @param line line in the file on which the row begins; the header is line 1
 * @param values by field: String (text and choice), Long (cents), LocalDate or Integer
 */
public record ImportRow(long line, Map<String, Object> values) {

    public @Nullable String text(String field) {
        return (String) values.get(field);
    }

    public @Nullable Long cents(String field) {
        return (Long) values.get(field);
    }

    public @Nullable LocalDate date(String field) {
        return (LocalDate) values.get(field);
    }

    public @Nullable Integer integer(String field) {
        return (Integer) values.get(field);
    }

    public boolean has(String field) {
        return values.containsKey(field);
    }
}
