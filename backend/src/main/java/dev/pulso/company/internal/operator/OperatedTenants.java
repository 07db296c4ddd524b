package dev.pulso.company.internal.operator;

import dev.pulso.company.internal.clock.ClockService;
import dev.pulso.company.internal.tenant.TenantService;
import dev.pulso.edge.limits.Plans;
import dev.pulso.edge.security.AccessGate;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.store.data.KeysetQuery;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Provider;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What the operator, the company whose id is {@code PULSO_OPERATOR}, may do with the others: close one (nothing is deleted,
 * nobody gets in, its jobs rest), open it again, and give it a plan. To everybody else none of this exists.
 */
@ApplicationScoped
class OperatedTenants {
    private final Tenancy tenancy;
    private final TenantService companies;
    private final ClockService clocks;
    private final AccessGate gate;
    private final Plans plans;
    private final Provider<Optional<String>> operator;

    OperatedTenants(
            Tenancy tenancy,
            TenantService companies,
            ClockService clocks,
            AccessGate gate,
            Plans plans,
            @ConfigProperty(name = "pulso.operator") Provider<Optional<String>> operator) {
        this.tenancy = tenancy;
        this.companies = companies;
        this.clocks = clocks;
        this.gate = gate;
        this.plans = plans;
        this.operator = operator;
    }

    record Operated(UUID id, String slug, boolean active, String plan) {}

    /** Every company of the installation; none to who is not its operator. */
    Uni<Page<Operated>> list(Caller caller, PageRequest page) {
        return isOperator(caller)
                .chain(is -> is
                        ? KeysetQuery.select(
                                        "d.tenant_id, d.slug, d.active, d.plan", "tenant_directory d", "d.tenant_id")
                                .sortable("slug", "d.slug", "text")
                                .page(
                                        tenancy,
                                        caller,
                                        page,
                                        "slug",
                                        row -> new Operated(
                                                row.getUUID("tenant_id"),
                                                row.getString("slug"),
                                                row.getBoolean("active"),
                                                row.getString("plan")))
                        : Uni.createFrom().item(new Page<>(List.<Operated>of(), null)));
    }

    /** Closes a company: its people are refused from their next request on. */
    Uni<Void> close(Caller caller, UUID id) {
        return requireOther(caller, id).chain(() -> changed(caller, id, true));
    }

    Uni<Void> reopen(Caller caller, UUID id) {
        return requireOther(caller, id).chain(() -> changed(caller, id, false));
    }

    /** Gives a company, also the operator itself, another plan; every node knows it a moment after. */
    Uni<Void> plan(Caller caller, UUID id, String plan) {
        return requireOperator(caller).chain(() -> {
            if (!plans.names().contains(plan)) {
                throw Problem.invalid("plan", "must be one of " + String.join(", ", plans.names()), "enum");
            }
            return companies.plan(there(caller, id), plan);
        });
    }

    /** Makes a company a sandbox, whose clock may be moved. */
    Uni<Void> sandbox(Caller caller, UUID id) {
        return requireOther(caller, id).chain(() -> clocks.makeSandbox(there(caller, id)));
    }

    private Uni<Void> changed(Caller caller, UUID id, boolean closed) {
        return companies.close(there(caller, id), closed).invoke(() -> gate.changed(id));
    }

    /** In the other company's own transaction, with the operator's person as the one who did it. */
    private static Caller there(Caller caller, UUID id) {
        return Caller.system(id, "operator: " + caller.actor(), caller.requestId());
    }

    private Uni<Void> requireOther(Caller caller, UUID id) {
        return requireOperator(caller).invoke(() -> {
            if (id.equals(caller.tenantId())) {
                throw Problem.conflict(ProblemType.OPERATOR_STAYS, "the operator can not close itself");
            }
        });
    }

    private Uni<Void> requireOperator(Caller caller) {
        return isOperator(caller)
                .invoke(is -> {
                    if (!is) {
                        throw Problem.notFound();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Boolean> isOperator(Caller caller) {
        return Uni.createFrom()
                .item(operator.get()
                        .filter(id -> id.strip().equals(caller.tenantId().toString()))
                        .isPresent());
    }
}
