package dev.pulso.identity.internal.user;

import dev.pulso.platform.data.Change;
import java.util.UUID;

/** What an edit of a user changes. */
record UserChanges(Change<String> name, Change<String> role, Change<UUID> teamId) {}
