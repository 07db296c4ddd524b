package dev.pulso.crm.internal.deal;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time that a deal was in a stage.
 *
 * @param leftAt null: it is there
 */
@RegisterForReflection
record StageStay(UUID stageId, Instant enteredAt, @Nullable Instant leftAt, long seconds) {}
