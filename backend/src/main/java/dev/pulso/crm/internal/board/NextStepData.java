package dev.pulso.crm.internal.board;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to be done next about a deal. */
@RegisterForReflection
record NextStepData(
        UUID dealId,
        UUID activityId,
        String type,
        String subject,
        @Nullable LocalDate dueOn,
        @Nullable Instant dueAt) {}
