package dev.pulso.lists.internal.bulk;

import dev.pulso.kernel.ExpectedVersion;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One record of a job. */
record BulkItem(
        int place,
        UUID recordId,
        @Nullable Integer expectedVersion,
        @Nullable JsonObject before) {

    ExpectedVersion expected() {
        return expectedVersion == null ? ExpectedVersion.any() : ExpectedVersion.of(expectedVersion);
    }
}
