package dev.pulso.store.imports;

import dev.pulso.kernel.FieldNames;
import dev.pulso.kernel.Records;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a record that rows of another kind name with it, such as the customer of a contract: by {@link FileColumn}, so
 * that a new one concerns nobody but the record.
 *
 * @param prefix of the fields in a mapping, such as {@code customer_}
 */
public final class FileColumns<T extends Record> {
    private final String prefix;
    private final Map<String, ImportField> fields = new LinkedHashMap<>();

    private FileColumns(Class<T> type, String prefix) {
        this.prefix = prefix;
        for (RecordComponent component : type.getRecordComponents()) {
            FileColumn column = component.getAnnotation(FileColumn.class);
            if (column != null) {
                fields.put(
                        component.getName(),
                        ImportField.text(
                                prefix + FieldNames.snake(component.getName()), column.most(), column.names()));
            }
        }
    }

    public static <T extends Record> FileColumns<T> of(Class<T> type, String prefix) {
        return new FileColumns<>(type, prefix);
    }

    public List<ImportField> fields() {
        return new ArrayList<>(fields.values());
    }

    /** The record with what the row says of it. */
    public T filled(T record, ImportRow row) {
        T filled = record;
        for (Map.Entry<String, ImportField> field : fields.entrySet()) {
            @Nullable String text = row.text(field.getValue().name());
            if (text != null) {
                filled = Records.with(filled, field.getKey(), text);
            }
        }
        return filled;
    }

    /** A field of the record as a mapping names it. */
    public String name(String field) {
        return prefix + field;
    }
}
