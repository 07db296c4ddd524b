package dev.pulso.edge.web;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.pulso.kernel.Change;
import dev.pulso.store.data.ExternalChanges;
import jakarta.enterprise.context.RequestScoped;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which fields the body of this request names; tells "leave it" from "clear it" in a merge patch. */
@RequestScoped
public class PatchBody {
    /** What only a new record can be given is no change. */
    private static final ObjectMapper LENIENT = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private Set<String> fields = Set.of();
    private byte @Nullable [] bytes;

    /** True when the body has the field, even as null. */
    public boolean has(String field) {
        return fields.contains(field);
    }

    /** The field as a change of the record: none when the body does not name it. */
    public <T> Change<T> change(String field, @Nullable T value) {
        return has(field) ? Change.to(value) : Change.none();
    }

    /** What the body changes of the key and the notes of another system. */
    public ExternalChanges external(
            @Nullable String source, @Nullable String id, @Nullable Map<String, String> metadata) {
        return new ExternalChanges(
                change("external_source", source), change("external_id", id), change("metadata", metadata));
    }

    /** A body that makes a record, read as one that changes it. */
    public <T> T as(Class<T> patch, Object body) {
        return LENIENT.convertValue(body, patch);
    }

    /**
     * The changes that a body asks for: each component of the record is a {@link Change} of the field of its name, or
     * {@link ExternalChanges}.
     *
     * @throws IllegalArgumentException when the record does not take a field that the body may have
     */
    public <C extends Record> C into(Class<C> changes, Object body) {
        return PatchPlan.of(changes, body.getClass()).read(this, body);
    }

    /** The names of all top-level fields. */
    public Set<String> fields() {
        return fields;
    }

    /** The body as it came, of a request with an idempotency key; else null. */
    byte @Nullable [] bytes() {
        return bytes;
    }

    void record(Set<String> names, byte @Nullable [] body) {
        this.fields = Set.copyOf(names);
        this.bytes = body;
    }
}
