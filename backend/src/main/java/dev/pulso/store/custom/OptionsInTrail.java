package dev.pulso.store.custom;

import dev.pulso.store.data.TrailValue;
import io.vertx.core.json.JsonArray;
import jakarta.enterprise.context.ApplicationScoped;

/** The options of a field are kept as one text; the trail tells them as the field does. */
@ApplicationScoped
class OptionsInTrail implements TrailValue {
    @Override
    public String table() {
        return "custom_fields";
    }

    @Override
    public String column() {
        return "options";
    }

    @Override
    public Object toApi(Object stored) {
        return new JsonArray(stored.toString()).getList();
    }
}
