package dev.pulso.crm.internal.lead;

import dev.pulso.kernel.Problem;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class LeadRepository implements PanacheRepositoryBase<Lead, UUID> {

    /** The lead as it is when everybody before has finished, or 404: of two who convert it at once the second finds it done. */
    Uni<Lead> forChange(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE).onItem().ifNull().failWith(Problem::notFound);
    }

    /** Those of them that are there, locked in the order of their ids: two who take some of the same never wait in a circle. */
    Uni<List<Lead>> allForChange(List<UUID> ids) {
        return find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
