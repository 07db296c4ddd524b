package dev.pulso.crm.internal.duplicate;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record that may be the one that is typed. */
record Similar(
        DuplicateKind kind, UUID id, String name, @Nullable String detail, Weight weight) {}
