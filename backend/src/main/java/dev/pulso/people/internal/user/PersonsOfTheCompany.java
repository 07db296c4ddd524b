package dev.pulso.people.internal.user;

import dev.pulso.store.data.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is kept of those who work, or worked, with the product. Only who has left can be forgotten. */
@ApplicationScoped
class PersonsOfTheCompany implements PersonalData {
    private static final String USERS = "users";
    private static final String THEIRS = "user_id = $1";

    @Override
    public List<Subject> subjects() {
        return List.of(new Subject(
                USERS,
                "removed_at is not null",
                Map.of(
                        "name", NOBODY,
                        "email", "'erased'",
                        "password_hash", "''",
                        "external_id", "null",
                        "metadata", "'{}'"),
                Set.of("role", "locale", "theme", "external_source")));
    }

    @Override
    public List<Trace> traces() {
        return List.of(
                // Their refresh tokens go with them.
                new Trace(USERS, "sessions", THEIRS, Map.of()),
                new Trace(USERS, "account_tokens", THEIRS, Map.of()),
                new Trace(USERS, "recovery_codes", THEIRS, Map.of()),
                new Trace(USERS, "second_factors", "id = $1", Map.of()),
                new Trace(USERS, "invitations", "email = $2", Map.of("email", "'erased'", "name", "null")));
    }
}
