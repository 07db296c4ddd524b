/**
 * What somebody may do: roles and what they hold, teams and whose records one reaches, keys of programs, and the gates that
 * ask with every request (docs/adr/0015).
 */
@NullMarked
package dev.pulso.access;

import org.jspecify.annotations.NullMarked;
