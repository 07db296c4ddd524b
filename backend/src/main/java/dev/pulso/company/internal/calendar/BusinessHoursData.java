package dev.pulso.company.internal.calendar;

/** The week of a company; version 0 when it has never been set. */
record BusinessHoursData(WorkingWeek week, int version) {}
