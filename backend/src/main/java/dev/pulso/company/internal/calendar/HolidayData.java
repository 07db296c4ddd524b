package dev.pulso.company.internal.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A day on which the company does not work. */
record HolidayData(UUID id, LocalDate day, String name, Instant createdAt, Instant updatedAt, int version) {}
