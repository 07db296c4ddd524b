package dev.pulso.store.custom;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** The facts {@code custom_field.created}, {@code custom_field.changed} and {@code custom_field.deleted}. */
@RegisterForReflection
record CustomFieldEvent(UUID customFieldId, String kind, String key, String type) {
    static final String CREATED = "custom_field.created";
    static final String CHANGED = "custom_field.changed";
    static final String DELETED = "custom_field.deleted";
}
