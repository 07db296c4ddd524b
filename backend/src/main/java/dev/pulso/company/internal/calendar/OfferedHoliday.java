package dev.pulso.company.internal.calendar;

import java.time.LocalDate;

/** A day that Brazil keeps, named in the language of the company. */
record OfferedHoliday(NationalHoliday holiday, LocalDate day, String name, boolean added) {}
