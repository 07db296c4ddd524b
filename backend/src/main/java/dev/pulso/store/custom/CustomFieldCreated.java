package dev.pulso.store.custom;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** Event {@value #TYPE}: the company has added a field to a kind of records. */
@RegisterForReflection
public record CustomFieldCreated(UUID customFieldId, String kind, String key, String type) {

    public static final String TYPE = "custom_field.created";
}
