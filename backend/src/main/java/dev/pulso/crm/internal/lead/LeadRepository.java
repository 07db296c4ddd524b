package dev.pulso.crm.internal.lead;

import dev.pulso.kernel.Problem;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

@ApplicationScoped
class LeadRepository implements PanacheRepositoryBase<Lead, UUID> {

    /** The lead as it is when everybody before has finished, or 404: of two who convert it at once the second finds it done. */
    Uni<Lead> forChange(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE).onItem().ifNull().failWith(Problem::notFound);
    }
}
