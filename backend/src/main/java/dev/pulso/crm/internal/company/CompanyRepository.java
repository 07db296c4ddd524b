package dev.pulso.crm.internal.company;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class CompanyRepository implements PanacheRepositoryBase<Company, UUID> {}
