package dev.pulso.crm.internal.lead;

import dev.pulso.store.data.TrailValue;
import jakarta.enterprise.context.ApplicationScoped;

/** Details of a source are kept as JSON in a text. */
@ApplicationScoped
class SourceDetailsInTrail implements TrailValue {
    @Override
    public String table() {
        return "leads";
    }

    @Override
    public String column() {
        return "source_details";
    }

    @Override
    public Object toApi(Object stored) {
        return SourceDetails.read(stored.toString());
    }
}
