package dev.pulso.lists.internal.view;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class ViewRepository implements PanacheRepositoryBase<View, UUID> {}
