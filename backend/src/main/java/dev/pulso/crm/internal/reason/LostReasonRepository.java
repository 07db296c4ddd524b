package dev.pulso.crm.internal.reason;

import dev.pulso.kernel.Problem;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class LostReasonRepository implements PanacheRepositoryBase<LostReason, UUID> {

    /** All of them as they are when everybody before has finished, in their order: a place concerns those beside it. */
    Uni<List<LostReason>> allForChange() {
        return find("order by id").withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    /** The one of that id among all, or 404. */
    static LostReason of(List<LostReason> all, UUID id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(Problem::notFound);
    }
}
