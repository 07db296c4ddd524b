package dev.pulso.crm.internal.duplicate;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a record is weighed by against another one.
 *
 * @param words of its name, as the database cuts them
 * @param domain of a company
 */
@RegisterForReflection
record Likeness(
        boolean ofCompany,
        List<String> words,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String taxId,
        @Nullable String domain) {}
