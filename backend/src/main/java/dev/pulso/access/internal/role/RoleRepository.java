package dev.pulso.access.internal.role;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class RoleRepository implements PanacheRepositoryBase<Role, UUID> {}
