package dev.pulso.store.data;

import dev.pulso.kernel.Change;
import dev.pulso.store.tenancy.Caller;
import jakarta.persistence.MappedSuperclass;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record to which a company may add fields of its own. What is put into them has been checked by then. */
@MappedSuperclass
public abstract class CustomRecord extends KnownRecord {
    /** JSON. */
    private String custom = Custom.EMPTY;

    /** For Hibernate. */
    protected CustomRecord() {}

    protected CustomRecord(Caller caller, External external) {
        super(caller, external);
    }

    /** What stands in the fields of the company. */
    public Custom custom() {
        return Custom.read(custom);
    }

    protected void changeCustom(Change<Map<String, Object>> changes) {
        Map<String, @Nullable Object> given = changes.value();
        if (given != null && !given.isEmpty()) {
            custom = custom().changed(given).write();
        }
    }
}
