package dev.pulso.customers.internal.customer;

import dev.pulso.customers.CustomerMerged;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.store.merge.Mergeable;
import dev.pulso.store.outbox.Outbox;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** Two customers that are one. Two with different documents are two: what was invoiced to one was owed by that one. */
@ApplicationScoped
class CustomerMerge implements Mergeable {
    private final Outbox outbox;

    CustomerMerge(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public String kind() {
        return "customer";
    }

    @Override
    public String table() {
        return "customers";
    }

    @Override
    public String permission() {
        return "customers.customers:write";
    }

    @Override
    public Set<String> columns() {
        return Set.of("name", "email", "phone", "website", "company_id", "account_manager_id", "tax_id");
    }

    @Override
    public Set<String> contacts() {
        return Set.of("email", "phone", "website");
    }

    @Override
    public void check(JsonObject winner, JsonObject loser) {
        String mine = winner.getString("tax_id");
        String theirs = loser.getString("tax_id");
        if (!winner.getString("kind").equals(loser.getString("kind"))
                || (mine != null && theirs != null && !mine.equals(theirs))) {
            throw Problem.conflict(ProblemType.DIFFERENT_PARTIES, "The two are billed under different documents.");
        }
    }

    /** Whoever keeps something by what a customer owes looks again. */
    @Override
    public Uni<Void> merged(Caller caller, UUID record) {
        return outbox.publish(caller, CustomerMerged.TYPE, record, new CustomerMerged(record));
    }
}
