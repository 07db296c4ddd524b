package dev.pulso.edge.limits;

import dev.pulso.store.tenancy.NoticeListener;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The plan of each tenant, in memory: the few that are not on the standard one are read at the start and whenever the
 * database says that one has changed. So asking costs no statement.
 */
@ApplicationScoped
public class Plans implements NoticeListener {
    /** The plan of who has no other. */
    public static final String STANDARD = "standard";

    private static final Logger LOG = Logger.getLogger(Plans.class);

    private final Tenancy tenancy;
    private final Map<String, Plan> plans;
    private final Plan standard;
    private volatile Map<UUID, Plan> others = Map.of();

    Plans(Tenancy tenancy, PlanSettings settings) {
        this.tenancy = tenancy;
        this.plans = settings.plans().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        plan -> Plan.of(
                                plan.getKey(),
                                plan.getValue().requestsPerMinute(),
                                plan.getValue().concurrency(),
                                plan.getValue().storage().asLongValue())));
        Plan found = plans.get(STANDARD);
        if (found == null) {
            throw new IllegalStateException("pulso.plans." + STANDARD + " is missing");
        }
        this.standard = found;
    }

    /** The names a tenant's plan may have. */
    public Set<String> names() {
        return new TreeSet<>(plans.keySet());
    }

    public Plan of(UUID tenantId) {
        return others.getOrDefault(tenantId, standard);
    }

    /** A plan that the settings no longer know is the standard one. */
    private void learn() {
        tenancy.withoutTenant(connection -> connection
                        .preparedQuery("select tenant_id, plan from tenant_directory where plan <> '" + STANDARD + "'")
                        .execute())
                .subscribe()
                .with(
                        rows -> {
                            Map<UUID, Plan> read = new HashMap<>();
                            for (Row row : rows) {
                                read.put(row.getUUID("tenant_id"), plans.getOrDefault(row.getString("plan"), standard));
                            }
                            others = Map.copyOf(read);
                        },
                        failure -> LOG.warn("the plans of the tenants can not be read, those known stay", failure));
    }

    /** Only that the bean is there to hear. */
    void start(@Observes StartupEvent event) {}

    @Override
    public String channel() {
        return "plan_changed";
    }

    @Override
    public void heard(String payload) {
        learn();
    }

    @Override
    public void attached() {
        learn();
    }

    @Override
    public void detached() {}
}
