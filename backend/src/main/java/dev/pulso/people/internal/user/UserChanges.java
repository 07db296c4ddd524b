package dev.pulso.people.internal.user;

import dev.pulso.kernel.Change;
import dev.pulso.store.data.ExternalChanges;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** What an edit of a user changes. */
@RegisterForReflection
record UserChanges(Change<String> name, Change<String> role, Change<UUID> teamId, ExternalChanges external) {}
