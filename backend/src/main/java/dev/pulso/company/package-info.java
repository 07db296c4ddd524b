/**
 * The company that uses Pulso: its name, look, business hours and holidays, the sites that may call for it, and its plan.
 *
 * <p>Other modules ask {@link dev.pulso.company.Tenants} who a company is and {@link dev.pulso.company.BusinessCalendar} on
 * which days and at which hours it works.
 */
@NullMarked
package dev.pulso.company;

import org.jspecify.annotations.NullMarked;
