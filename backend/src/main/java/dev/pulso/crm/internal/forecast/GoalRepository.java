package dev.pulso.crm.internal.forecast;

import dev.pulso.kernel.Problem;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

@ApplicationScoped
class GoalRepository implements PanacheRepositoryBase<Goal, UUID> {

    /** The goal as it is when everybody before has finished, or 404. */
    Uni<Goal> forChange(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE).onItem().ifNull().failWith(Problem::notFound);
    }
}
