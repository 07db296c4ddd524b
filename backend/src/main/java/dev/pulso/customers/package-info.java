/**
 * Who is billed. A customer is a person or a company with a tax id, a billing status and, later, a login to the portal.
 *
 * <p>Customers come from a won deal, from an import or by hand. Contracts and invoices point at them; this module knows
 * neither. Other modules ask {@link dev.pulso.customers.Customers}; everything else here is private.
 */
@NullMarked
package dev.pulso.customers;

import org.jspecify.annotations.NullMarked;
