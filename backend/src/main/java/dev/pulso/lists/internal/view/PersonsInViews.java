package dev.pulso.lists.internal.view;

import dev.pulso.store.data.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Who looks for a person often may have kept its address in a view. */
@ApplicationScoped
class PersonsInViews implements PersonalData {
    @Override
    public List<Trace> traces() {
        return List.of(new Trace(
                null,
                "views",
                "strpos(lower(filters || ' ' || name), lower($2)) > 0",
                Map.of("filters", "'{}'", "name", NOBODY)));
    }
}
