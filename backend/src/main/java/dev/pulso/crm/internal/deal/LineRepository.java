package dev.pulso.crm.internal.deal;

import dev.pulso.kernel.Problem;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

@ApplicationScoped
class LineRepository implements PanacheRepositoryBase<DealLine, UUID> {

    /** The line as it is when everybody before has finished, or 404. To be asked under the lock of its deal. */
    Uni<DealLine> forChange(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE).onItem().ifNull().failWith(Problem::notFound);
    }
}
