package dev.pulso.crm.internal;

import dev.pulso.store.data.PersonalData;
import dev.pulso.store.merge.Merges;
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
                        Map.ofEntries(
                                Map.entry("name", NOBODY),
                                Map.entry("email", NOTHING),
                                Map.entry("phone", NOTHING),
                                Map.entry("company_name", NOTHING),
                                Map.entry("source_details", "'{}'"),
                                Map.entry("tags", "'{}'"),
                                Map.entry("bant_budget", NOTHING),
                                Map.entry("bant_authority", NOTHING),
                                Map.entry("bant_need", NOTHING),
                                Map.entry("bant_timeline", NOTHING),
                                Map.entry("notes", NOTHING),
                                Map.entry("external_id", NOTHING),
                                Map.entry("custom", "'{}'"),
                                Map.entry("metadata", "'{}'")),
                        Set.of("source", "stage", "company_size", "external_source")),
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
                                "custom", "'{}'",
                                "metadata", "'{}'"),
                        Set.of("external_source")));
    }

    @Override
    public List<Trace> traces() {
        return List.of(
                // The lines of a score say what the person answered.
                new Trace("leads", "lead_score_sheets", "lead_id = $1", Map.of()),
                new Trace("leads", "lead_score_overrides", "lead_id = $1", Map.of()),
                new Trace("leads", "lead_signals", "lead_id = $1", Map.of("external_id", NOTHING)),
                new Trace("leads", "merges", Merges.of("lead"), Merges.PERSONAL),
                new Trace("contacts", "merges", Merges.of("contact"), Merges.PERSONAL),
                new Trace("leads", "activities", "lead_id = $1", SAID),
                new Trace("contacts", "activities", "contact_id = $1", SAID),
                new Trace("customers", "activities", "customer_id = $1", SAID));
    }

    @Override
    public Map<String, String> formerly() {
        return Map.of("leads", Merges.formerly("lead"), "contacts", Merges.formerly("contact"));
    }
}
