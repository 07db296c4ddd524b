package dev.pulso.audit.internal.trail;

import dev.pulso.api.AuditApi;
import dev.pulso.api.model.AuditIntegrity;
import dev.pulso.api.model.AuditPage;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.UUID;

/** The audit log over HTTP. */
class AuditResource implements AuditApi {
    private final AuditQueries audit;
    private final CallerContext context;

    AuditResource(AuditQueries audit, CallerContext context) {
        this.audit = audit;
        this.context = context;
    }

    @Override
    public Uni<AuditPage> listAudit(
            String entity, UUID entityId, UUID actorId, LocalDate from, LocalDate to, Integer limit, String cursor) {
        AuditQueries.Filter filter = new AuditQueries.Filter(entity, entityId, actorId, from, to);
        // Entries hold what records said, also of those that the caller does not see.
        context.caller().requireReachingAll();
        return audit.list(context.caller(), filter, context.page(limit, null, cursor, null))
                .map(AuditMapper::toApi);
    }

    @Override
    public Uni<AuditIntegrity> getAuditIntegrity() {
        Caller caller = context.caller();
        // What an entry says is for who sees the records of all; that one is broken is not.
        return audit.integrity(caller)
                .map(found -> AuditMapper.toApi(found, caller.reach().isEmpty()));
    }
}
