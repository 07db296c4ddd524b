package dev.pulso.crm.internal;

import dev.pulso.kernel.Problem;
import dev.pulso.kernel.Violation;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ids that a body names must be the tenant's; the answer says which field is wrong, as a foreign key could not. */
@ApplicationScoped
public class References {

    /** A field of the body and the record it names; none when the id is null. */
    public record Reference(
            String field, String table, @Nullable UUID id) {

        public static Reference company(String field, @Nullable UUID id) {
            return new Reference(field, "companies", id);
        }

        public static Reference contact(String field, @Nullable UUID id) {
            return new Reference(field, "contacts", id);
        }

        public static Reference lead(String field, @Nullable UUID id) {
            return new Reference(field, "leads", id);
        }

        public static Reference deal(String field, @Nullable UUID id) {
            return new Reference(field, "deals", id);
        }

        /** By the view that customers publish. */
        public static Reference customer(String field, @Nullable UUID id) {
            return new Reference(field, "customer_names", id);
        }

        /** By the view that the portfolio publishes. */
        public static Reference contract(String field, @Nullable UUID id) {
            return new Reference(field, "contract_facts", id);
        }

        /** A person of the tenant who has not left, by the view that the identity module publishes. */
        public static Reference user(String field, @Nullable UUID id) {
            return new Reference(field, USERS, id);
        }
    }

    private static final String USERS = "user_names";

    private final Tenancy tenancy;

    References(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /** Completes when all exist; 400 with a violation for each that does not. One statement, none without ids. */
    public Uni<Void> require(Caller caller, Reference... references) {
        List<Reference> given =
                Stream.of(references).filter(each -> each.id() != null).toList();
        if (given.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple ids = Tuple.tuple();
        List<String> checks = new ArrayList<>();
        for (Reference reference : given) {
            ids.addUUID(reference.id());
            checks.add("exists (select from " + reference.table() + " where id = $" + ids.size()
                    + (reference.table().equals(USERS) ? " and present)" : ")"));
        }
        return tenancy.query(caller, "select " + String.join(", ", checks), ids)
                .invoke(rows -> {
                    Row found = rows.iterator().next();
                    List<Violation> violations = new ArrayList<>();
                    for (int i = 0; i < given.size(); i++) {
                        if (!found.getBoolean(i)) {
                            violations.add(
                                    new Violation(given.get(i).field(), "names no existing record", "not_found"));
                        }
                    }
                    if (!violations.isEmpty()) {
                        throw Problem.invalid(violations.toArray(Violation[]::new));
                    }
                })
                .replaceWithVoid();
    }
}
