package dev.pulso.crm.internal.deal;

import dev.pulso.kernel.Problem;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

@ApplicationScoped
class DealRepository implements PanacheRepositoryBase<Deal, UUID> {

    /**
     * The deal as it is when everybody before has finished, or 404. Of two who win it at once the second waits here, and
     * then finds it won.
     */
    Uni<Deal> forChange(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE).onItem().ifNull().failWith(Problem::notFound);
    }
}
