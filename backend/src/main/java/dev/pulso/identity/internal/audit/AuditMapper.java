package dev.pulso.identity.internal.audit;

import dev.pulso.api.model.AuditEntry;
import dev.pulso.api.model.AuditPage;
import dev.pulso.platform.data.Page;

/** The audit log at the edge of the API. */
final class AuditMapper {
    private AuditMapper() {}

    static AuditPage toApi(Page<AuditEntryData> page) {
        return new AuditPage()
                .data(page.data().stream().map(AuditMapper::toApi).toList())
                .nextCursor(page.nextCursor());
    }

    private static AuditEntry toApi(AuditEntryData entry) {
        return new AuditEntry()
                .id(entry.id())
                .at(entry.at())
                .actor(entry.actor())
                .actorId(entry.actorId())
                .actorName(entry.actorName())
                .requestId(entry.requestId())
                .entity(entry.entity())
                .entityId(entry.entityId())
                .action(AuditEntry.ActionEnum.fromString(entry.action()))
                .before(entry.before())
                .after(entry.after());
    }
}
