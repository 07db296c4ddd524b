package dev.pulso.crm.internal.deal;

import dev.pulso.kernel.Problem;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ClosingRepository implements PanacheRepositoryBase<Closing, UUID> {

    /** The closing as it is when everybody before has finished, or 404. To be asked under the lock of its deal. */
    Uni<Closing> forChange(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE).onItem().ifNull().failWith(Problem::notFound);
    }

    /** What waits for a release of this deal, or null. To be asked under the lock of the deal. */
    Uni<@Nullable Closing> waitingOf(UUID dealId) {
        return find("dealId = ?1 and status = ?2", dealId, ClosingStatus.to_release)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }
}
