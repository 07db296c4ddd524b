package dev.pulso.audit.internal.trail;

import dev.pulso.audit.AuditErasure;
import dev.pulso.kernel.Checks;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class TrailErasure implements AuditErasure {
    private final AuditChain chain;

    TrailErasure(AuditChain chain) {
        this.chain = chain;
    }

    @Override
    public Uni<Integer> erase(Caller caller, UUID subject, String reason) {
        return chain.erase(caller, subject, Checks.text("reason", reason));
    }
}
