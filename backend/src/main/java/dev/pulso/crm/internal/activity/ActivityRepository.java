package dev.pulso.crm.internal.activity;

import dev.pulso.kernel.Problem;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

@ApplicationScoped
class ActivityRepository implements PanacheRepositoryBase<Activity, UUID> {

    /** The activity as it is when everybody before has finished, or 404: of two who complete it at once one makes the next step. */
    Uni<Activity> forChange(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE).onItem().ifNull().failWith(Problem::notFound);
    }
}
