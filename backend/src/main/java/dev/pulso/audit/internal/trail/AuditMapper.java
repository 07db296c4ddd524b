package dev.pulso.audit.internal.trail;

import dev.pulso.api.model.AuditAction;
import dev.pulso.api.model.AuditEntry;
import dev.pulso.api.model.AuditHead;
import dev.pulso.api.model.AuditIntegrity;
import dev.pulso.api.model.AuditPage;
import dev.pulso.api.model.AuditProblem;
import dev.pulso.store.data.Page;
import org.jspecify.annotations.Nullable;

/** The audit log at the edge of the API. */
final class AuditMapper {
    private AuditMapper() {}

    static AuditPage toApi(Page<AuditEntryData> page) {
        return new AuditPage()
                .data(page.data().stream().map(AuditMapper::toApi).toList())
                .nextCursor(page.nextCursor());
    }

    static AuditIntegrity toApi(AuditIntegrityData integrity, boolean withEntry) {
        AuditIntegrity answer = new AuditIntegrity()
                .status(AuditIntegrity.StatusEnum.UNCHECKED)
                .blocksChecked(0L)
                .entriesChecked(0L)
                .badBlocks(0L)
                .alteredEntries(0L)
                .deletedEntries(0L)
                .insertedEntries(0L)
                .unsealed(integrity.unsealed())
                .head(toApi(integrity.head()));
        AuditIntegrityData.Check check = integrity.check();
        if (check == null) {
            return answer;
        }
        return answer.status(
                        check.first() == null ? AuditIntegrity.StatusEnum.INTACT : AuditIntegrity.StatusEnum.BROKEN)
                .checkedAt(check.at())
                .blocksChecked(check.blocks())
                .entriesChecked(check.entries())
                .badBlocks(check.badBlocks())
                .alteredEntries(check.altered())
                .deletedEntries(check.deleted())
                .insertedEntries(check.inserted())
                .firstProblem(toApi(check.first(), withEntry));
    }

    private static @Nullable AuditHead toApi(AuditIntegrityData.@Nullable Head head) {
        return head == null
                ? null
                : new AuditHead().number(head.number()).hash(head.hash()).sealedAt(head.sealedAt());
    }

    private static @Nullable AuditProblem toApi(AuditIntegrityData.@Nullable Problem problem, boolean withEntry) {
        return problem == null
                ? null
                : new AuditProblem()
                        .kind(AuditProblem.KindEnum.fromString(problem.kind()))
                        .block(problem.block())
                        .entryId(problem.entryId())
                        .entry(problem.entry() == null || !withEntry ? null : toApi(problem.entry()));
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
                .action(AuditAction.fromString(entry.action()))
                .before(entry.before())
                .after(entry.after());
    }
}
