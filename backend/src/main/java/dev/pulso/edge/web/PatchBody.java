package dev.pulso.edge.web;

import dev.pulso.kernel.Change;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which fields the body of this request names; tells "leave it" from "clear it" in a merge patch. */
@RequestScoped
public class PatchBody {
    private Set<String> fields = Set.of();
    private @Nullable String digest;

    /** True when the body has the field, even as null. */
    public boolean has(String field) {
        return fields.contains(field);
    }

    /** The field as a change of the record: none when the body does not name it. */
    public <T> Change<T> change(String field, @Nullable T value) {
        return has(field) ? Change.to(value) : Change.none();
    }

    /** The names of all top-level fields. */
    public Set<String> fields() {
        return fields;
    }

    /** SHA-256 of the raw body, hexadecimal; null without a body. */
    @Nullable
    String digest() {
        return digest;
    }

    void record(Set<String> names, String bodyDigest) {
        this.fields = Set.copyOf(names);
        this.digest = bodyDigest;
    }
}
