package dev.pulso.lists.internal.bulk;

import dev.pulso.store.data.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the fields of somebody who is forgotten were is not kept either: it is not taken back any more. */
@ApplicationScoped
class PersonsInBulkJobs implements PersonalData {
    @Override
    public List<Trace> traces() {
        return Stream.of("leads", "contacts", "customers")
                .map(persons -> new Trace(persons, "bulk_items", "record_id = $1 and state <> 'pending'", Map.of()))
                .toList();
    }
}
