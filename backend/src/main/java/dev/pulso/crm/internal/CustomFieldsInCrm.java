package dev.pulso.crm.internal;

import dev.pulso.store.custom.CustomKind;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Records of sales to which a company may add fields. */
final class CustomFieldsInCrm {
    private CustomFieldsInCrm() {}

    @ApplicationScoped
    static class OfLeads implements CustomKind {
        @Override
        public String kind() {
            return "leads";
        }

        @Override
        public String permission() {
            return "crm.leads:read";
        }
    }

    @ApplicationScoped
    static class OfCompanies implements CustomKind {
        @Override
        public String kind() {
            return "companies";
        }

        @Override
        public String permission() {
            return "crm.companies:read";
        }
    }

    @ApplicationScoped
    static class OfContacts implements CustomKind {
        @Override
        public String kind() {
            return "contacts";
        }

        @Override
        public String permission() {
            return "crm.contacts:read";
        }
    }

    @ApplicationScoped
    static class OfDeals implements CustomKind {
        private final Tenancy tenancy;

        OfDeals(Tenancy tenancy) {
            this.tenancy = tenancy;
        }

        @Override
        public String kind() {
            return "deals";
        }

        @Override
        public String permission() {
            return "crm.deals:read";
        }

        @Override
        public boolean hasPipelines() {
            return true;
        }

        @Override
        public Uni<Set<UUID>> pipelines(Caller caller, Set<UUID> ids) {
            return tenancy.query(
                            caller, "select id from pipelines where id = any($1)", Tuple.of(ids.toArray(UUID[]::new)))
                    .map(rows -> {
                        Set<UUID> there = new HashSet<>();
                        rows.forEach(row -> there.add(row.getUUID("id")));
                        return there;
                    });
        }
    }
}
