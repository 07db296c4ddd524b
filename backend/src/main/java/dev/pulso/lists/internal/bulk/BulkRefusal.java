package dev.pulso.lists.internal.bulk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record that a job has left as it is, and why. */
record BulkRefusal(UUID recordId, String code, @Nullable String detail) {}
