package dev.pulso.crm.internal.activity;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An activity with what only its own page shows; lists leave long texts out. */
@RegisterForReflection
record ActivityDetail(ActivityData activity, @Nullable String description, List<UUID> mentionedIds) {}
