package dev.pulso.crm.internal.notification;

import dev.pulso.store.notification.NewNotification.Ref;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What an activity is about: of several records the one that leads to the others. */
@ApplicationScoped
class AboutActivity {
    private static final String ABOUT =
            "select deal_id, lead_id, contract_id, customer_id, company_id, contact_id from activities where id = $1";
    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("deal_id", "deals");
        KINDS.put("lead_id", "leads");
        KINDS.put("contract_id", "contracts");
        KINDS.put("customer_id", "customers");
        KINDS.put("company_id", "companies");
        KINDS.put("contact_id", "contacts");
    }

    private final Tenancy tenancy;

    AboutActivity(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    Uni<Optional<Ref>> of(Caller system, UUID activity) {
        return tenancy.query(system, ABOUT, Tuple.of(activity)).map(rows -> {
            for (Row row : rows) {
                for (Map.Entry<String, String> kind : KINDS.entrySet()) {
                    UUID id = row.getUUID(kind.getKey());
                    if (id != null) {
                        return Optional.of(new Ref(kind.getValue(), id));
                    }
                }
            }
            return Optional.empty();
        });
    }
}
