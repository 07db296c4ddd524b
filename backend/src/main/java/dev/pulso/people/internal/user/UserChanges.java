package dev.pulso.people.internal.user;

import dev.pulso.kernel.Change;
import java.util.UUID;

/** What an edit of a user changes. */
record UserChanges(Change<String> name, Change<String> role, Change<UUID> teamId) {}
