package dev.pulso.edge.security;

import java.util.Set;
import java.util.TreeSet;

/** Every permission there is: an area and what may be done with it. */
public final class Permissions {
    /** Areas that can be read and written. */
    private static final Set<String> AREAS = Set.of(
            "crm.leads",
            "crm.companies",
            "crm.contacts",
            "crm.pipelines",
            "crm.deals",
            "customers",
            "portfolio.contracts",
            "billing.invoices",
            "billing.payments",
            "imports",
            "tenant",
            "users",
            "roles",
            "api_keys",
            "work.dead_letters");

    public static final Set<String> ALL = all();

    private Permissions() {}

    private static Set<String> all() {
        Set<String> all = new TreeSet<>(Set.of("jobs:read", "jobs:run", "audit:read", "reports.dashboard:read"));
        AREAS.forEach(area -> {
            all.add(area + ":read");
            all.add(area + ":write");
        });
        return Set.copyOf(all);
    }
}
