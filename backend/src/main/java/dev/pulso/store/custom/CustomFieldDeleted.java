package dev.pulso.store.custom;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** Event {@value #TYPE}: a field is gone; its values leave the records after it. */
@RegisterForReflection
public record CustomFieldDeleted(UUID customFieldId, String kind, String key, String type) {

    public static final String TYPE = "custom_field.deleted";
}
