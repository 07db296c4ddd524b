package dev.pulso.access.internal;

import dev.pulso.store.data.NameSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Teams and roles, by their names. */
@ApplicationScoped
class AccessNames implements NameSource {
    @Override
    public Map<String, Names> names() {
        return Map.of(
                "teams",
                new Names(null, "select id, name from teams where id = any($1)"),
                "roles",
                new Names(null, "select id, name from roles where id = any($1)"));
    }
}
