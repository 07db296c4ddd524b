package dev.pulso.people.internal.token;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class AccountTokenRepository implements PanacheRepositoryBase<AccountToken, UUID> {}
