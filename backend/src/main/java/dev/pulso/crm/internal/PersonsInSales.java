package dev.pulso.crm.internal;

import dev.pulso.store.data.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Leads and contacts. What they came from and what became of them stays, and counts. */
@ApplicationScoped
class PersonsInSales implements PersonalData {
    private static final String NOTHING = "null";

    /** What was said of a person goes; that something was done, when and by whom stays. */
    private static final Map<String, String> SAID = Map.of(
            "subject", NOBODY,
            "description", NOTHING,
            "outcome", NOTHING,
            "external_id", NOTHING,
            "metadata", "'{}'");

    @Override
    public List<Subject> subjects() {
        return List.of(
                new Subject(
                        "leads",
                        "true",
                        Map.of(
                                "name", NOBODY,
                                "email", NOTHING,
                                "phone", NOTHING,
                                "company_name", NOTHING,
                                "tags", "'{}'",
                                "notes", NOTHING,
                                "external_id", NOTHING,
                                "metadata", "'{}'"),
                        Set.of("source", "stage", "external_source")),
                new Subject(
                        "contacts",
                        "true",
                        Map.of(
                                "name", NOBODY,
                                "email", NOTHING,
                                "phone", NOTHING,
                                "position", NOTHING,
                                "notes", NOTHING,
                                "external_id", NOTHING,
                                "metadata", "'{}'"),
                        Set.of("external_source")));
    }

    @Override
    public List<Trace> traces() {
        return List.of(
                new Trace("leads", "activities", "lead_id = $1", SAID),
                new Trace("contacts", "activities", "contact_id = $1", SAID),
                new Trace("customers", "activities", "customer_id = $1", SAID));
    }
}
