package dev.pulso.lists.internal.view;

import dev.pulso.store.data.TrailValue;
import io.vertx.core.json.JsonArray;
import jakarta.enterprise.context.ApplicationScoped;

/** The columns of a view are kept as one text; the trail tells them as the view does. */
@ApplicationScoped
class ViewColumnsInTrail implements TrailValue {
    @Override
    public String table() {
        return "views";
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
