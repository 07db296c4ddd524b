package dev.pulso.customers.internal.customer;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class CustomerRepository implements PanacheRepositoryBase<Customer, UUID> {}
