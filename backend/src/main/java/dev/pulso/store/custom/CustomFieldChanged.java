package dev.pulso.store.custom;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** Event {@value #TYPE}: a field of the company is called otherwise, or has other options. */
@RegisterForReflection
public record CustomFieldChanged(UUID customFieldId, String kind, String key, String type) {

    public static final String TYPE = "custom_field.changed";
}
