package dev.pulso.crm.internal.contact;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ContactRepository implements PanacheRepositoryBase<Contact, UUID> {

    Uni<@Nullable Contact> findPrimaryOf(UUID companyId) {
        return find("companyId = ?1 and primaryContact = true", companyId).firstResult();
    }
}
