package dev.pulso.company.internal.calendar;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class HolidayRepository implements PanacheRepositoryBase<Holiday, UUID> {}
