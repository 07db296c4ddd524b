package dev.pulso.identity.internal.audit;

import dev.pulso.api.AuditApi;
import dev.pulso.api.model.AuditPage;
import dev.pulso.platform.data.PageRequest;
import dev.pulso.platform.web.CallerContext;
import io.smallrye.mutiny.Uni;
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
    public Uni<AuditPage> listAudit(String entity, UUID entityId, UUID actorId, Integer limit, String cursor) {
        return audit.list(context.caller(), entity, entityId, actorId, PageRequest.of(limit, null, cursor))
                .map(AuditMapper::toApi);
    }
}
