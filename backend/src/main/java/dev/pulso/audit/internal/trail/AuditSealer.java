package dev.pulso.audit.internal.trail;

import dev.pulso.edge.live.LiveChanges;
import dev.pulso.kernel.Steps;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Seals what has been written, a few seconds later. Each node seals for the tenants it has written for. What a dead node
 * has left is found among the tenants whose records have changed of late; the nightly check seals as well.
 */
@ApplicationScoped
class AuditSealer {
    private static final Logger LOG = Logger.getLogger(AuditSealer.class);
    /** Beside each other, so that one long block does not keep all others waiting. */
    private static final int AT_ONCE = 2;

    private final Tenancy tenancy;
    private final AuditChain chain;
    private final LiveChanges changes;
    private final Set<UUID> again = ConcurrentHashMap.newKeySet();

    AuditSealer(Tenancy tenancy, AuditChain chain, LiveChanges changes) {
        this.tenancy = tenancy;
        this.chain = chain;
        this.changes = changes;
    }

    @Scheduled(
            every = "${pulso.audit.seal-every}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            identity = "audit-seal")
    Uni<Void> sealWritten() {
        Set<UUID> tenants = new HashSet<>(again);
        again.removeAll(tenants);
        tenants.addAll(tenancy.takeWriters());
        return seal(List.copyOf(tenants));
    }

    @Scheduled(
            every = "${pulso.audit.sweep-every}",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            identity = "audit-sweep")
    Uni<Void> sealLeft() {
        return changes.tenants()
                .chain(this::seal)
                .onFailure()
                .invoke(failure -> LOG.warn("the companies could not be read; the next look will find them", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> seal(List<UUID> tenants) {
        return Steps.sideBySide(
                AT_ONCE,
                tenants,
                tenant -> tenancy.inBackground(() -> chain.seal(Caller.system(tenant, "audit", null), false))
                        .invoke(done -> {
                            if (done.waiting()) {
                                again.add(tenant);
                            }
                        })
                        .onFailure()
                        .invoke(failure -> {
                            again.add(tenant);
                            LOG.errorf(failure, "entries of the audit trail of %s are not sealed yet", tenant);
                        })
                        .onFailure()
                        .recoverWithNull()
                        .replaceWithVoid());
    }
}
