package dev.pulso.customers.internal.customer;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class CustomerRepository implements PanacheRepositoryBase<Customer, UUID> {

    Uni<@Nullable Customer> findByCompany(UUID companyId) {
        return find("companyId = ?1 order by createdAt, id", companyId).firstResult();
    }
}
