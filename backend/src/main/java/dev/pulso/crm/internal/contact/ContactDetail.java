package dev.pulso.crm.internal.contact;

import org.jspecify.annotations.Nullable;

/** A contact with what only its own page shows; lists leave long texts out. */
public record ContactDetail(ContactData contact, @Nullable String notes) {}
