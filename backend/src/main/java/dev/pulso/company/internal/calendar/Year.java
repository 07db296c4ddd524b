package dev.pulso.company.internal.calendar;

import java.util.List;

/** What there is of a year: the year that was asked for, or the present one. */
record Year<T>(int year, List<T> days) {}
