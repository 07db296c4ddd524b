package dev.pulso.files.internal;

import dev.pulso.store.data.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is kept with a person's record is about that person, whatever is in it: it goes, with its name. */
@ApplicationScoped
class PersonsInFiles implements PersonalData {
    private static final String OF_ACTIVITIES =
            " or activity_id in (select a.id from activity_subjects a where a.%1$s = $1)";

    @Override
    public List<Trace> traces() {
        return Stream.concat(
                        Stream.of(
                                gone("leads", "lead_id"),
                                gone("contacts", "contact_id"),
                                gone("customers", "customer_id")),
                        // Nobody can say who is in an export.
                        Stream.of("leads", "contacts", "customers")
                                .map(persons -> new Trace(persons, "files", "purpose = 'export'", Map.of())))
                .toList();
    }

    private static Trace gone(String persons, String column) {
        return new Trace(persons, "files", "(" + column + " = $1" + OF_ACTIVITIES.formatted(column) + ")", Map.of());
    }
}
