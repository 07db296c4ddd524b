package dev.pulso.crm.internal.reason;

import dev.pulso.kernel.Change;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What an edit changes; a field that is not given stays. */
@RegisterForReflection
record LostReasonChanges(Change<String> name, Change<Integer> ordinal, Change<Boolean> archived) {}
