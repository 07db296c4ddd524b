package dev.pulso.lists.internal.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list of objects by the names of the API; amounts in units are texts, for a JSON number may be a binary fraction. */
final class JsonFile implements RowFile {
    private final JsonGenerator json;
    private final List<ExportTable.Head> heads;

    JsonFile(OutputStream out, List<ExportTable.Head> heads, ObjectMapper mapper) throws IOException {
        this.json = mapper.getFactory().createGenerator(out);
        this.heads = heads;
        json.writeStartArray();
    }

    @Override
    public void row(@Nullable Object[] values) throws IOException {
        json.writeRaw('\n');
        json.writeStartObject();
        for (int i = 0; i < values.length; i++) {
            json.writeFieldName(heads.get(i).name());
            write(values[i]);
        }
        json.writeEndObject();
    }

    private void write(@Nullable Object value) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case BigDecimal amount -> json.writeString(amount.toPlainString());
            case Long number -> json.writeNumber(number);
            case Integer number -> json.writeNumber(number);
            case Boolean yes -> json.writeBoolean(yes);
            case Collection<?> several -> {
                json.writeStartArray();
                for (Object one : several) {
                    json.writeString(one.toString());
                }
                json.writeEndArray();
            }
            case Map<?, ?> object -> {
                json.writeStartObject();
                for (Map.Entry<?, ?> entry : object.entrySet()) {
                    json.writeStringField(entry.getKey().toString(), String.valueOf(entry.getValue()));
                }
                json.writeEndObject();
            }
            default -> json.writeString(value.toString());
        }
    }

    @Override
    public void close() throws IOException {
        if (!json.isClosed()) {
            json.writeEndArray();
            json.close();
        }
    }
}
