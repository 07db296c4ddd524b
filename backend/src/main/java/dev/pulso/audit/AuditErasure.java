package dev.pulso.audit;

import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Takes a person or record out of the audit trail, which stays provably whole (LGPD, art. 18, VI). */
public interface AuditErasure {

    /**
     * Empties what the trail says about a record: the columns before and after each change. That it was changed, when and by
     * whom, stays, and so does its hash. The erasure is an entry of the trail itself. Asked again it empties what came since.
     *
     * @param subject id of the record, such as a contact or a user
     * @param reason why, for whoever reads the trail; without personal data
     * @return how many entries were emptied
     */
    Uni<Integer> erase(Caller caller, UUID subject, String reason);
}
