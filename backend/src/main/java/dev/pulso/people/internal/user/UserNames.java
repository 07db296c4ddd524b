package dev.pulso.people.internal.user;

import dev.pulso.store.data.NameSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** People, by their names; those that have left among them. */
@ApplicationScoped
class UserNames implements NameSource {
    @Override
    public Map<String, Names> names() {
        return Map.of("users", new Names(null, "select id, name from user_names where id = any($1)"));
    }
}
