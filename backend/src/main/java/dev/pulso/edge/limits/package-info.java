/**
 * How often somebody may do something, and how much of the product one tenant may have at once. {@link
 * dev.pulso.edge.limits.RateLimiter} counts, on the node or in a shared store; {@link
 * dev.pulso.edge.limits.Plans} knows what a tenant may; {@link dev.pulso.edge.limits.TenantSlots} lets so many
 * requests of a tenant work at once, and the next ones wait for a moment.
 */
@NullMarked
package dev.pulso.edge.limits;

import org.jspecify.annotations.NullMarked;
