package dev.pulso.crm.internal.contact;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/** A contact with what only its own page shows; lists leave long texts out. */
@RegisterForReflection
public record ContactDetail(ContactData contact, @Nullable String notes) {}
