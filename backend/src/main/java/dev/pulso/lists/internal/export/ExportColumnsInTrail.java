package dev.pulso.lists.internal.export;

import dev.pulso.store.data.TrailValue;
import io.vertx.core.json.JsonArray;
import jakarta.enterprise.context.ApplicationScoped;

/** The columns of an export are kept as one text; the trail tells them as the export does. */
@ApplicationScoped
class ExportColumnsInTrail implements TrailValue {
    @Override
    public String table() {
        return "exports";
    }

    @Override
    public String column() {
        return "columns";
    }

    @Override
    public Object toApi(Object stored) {
        return new JsonArray(stored.toString()).getList();
    }
}
