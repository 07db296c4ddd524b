package dev.pulso.crm.internal.forecast;

import dev.pulso.kernel.Change;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What an edit changes; a field that is not given stays. */
@RegisterForReflection
record GoalChanges(Change<Long> amountCents) {}
