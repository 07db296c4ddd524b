package dev.pulso.lists.internal.export;

import dev.pulso.store.data.PersonalData;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Files with somebody who is forgotten go with all exports; what is being written begins anew; and words by which somebody was looked
 * for are kept no longer.
 */
@ApplicationScoped
// Before the files: what ends meanwhile is waited for here, and its file is seen there.
@Priority(10)
class PersonsInExports implements PersonalData {
    /** Filters of texts that a person may be looked for by: those of the lists, and whatever the company has added. */
    private static final String WORDS =
            "(filters like '%\"q\":%' or filters like '%\"external_id\":%' or filters like '%\"custom.%')";

    @Override
    public List<Trace> traces() {
        return Stream.of("leads", "contacts", "customers")
                .flatMap(persons -> Stream.of(
                        new Trace(persons, "export_progress", "true", Map.of()),
                        new Trace(persons, "exports", WORDS + " and status = 'queued'", Map.of()),
                        new Trace(
                                persons,
                                "exports",
                                WORDS + " and status <> 'queued'",
                                Map.of("filters", "'{}'", "file_name", "'export'"))))
                .toList();
    }
}
