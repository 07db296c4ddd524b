package dev.pulso.portfolio.internal.contract;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class ContractRepository implements PanacheRepositoryBase<Contract, UUID> {}
