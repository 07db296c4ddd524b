/**
 * How often somebody may do something, and how much of the product one tenant may have at once. {@link
 * dev.pulso.platform.ratelimit.RateLimiter} counts, on the node or in a shared store; {@link
 * dev.pulso.platform.ratelimit.Plans} knows what a tenant may; {@link dev.pulso.platform.ratelimit.TenantSlots} lets so many
 * requests of a tenant work at once, and the next ones wait for a moment.
 */
@NullMarked
package dev.pulso.platform.ratelimit;

import org.jspecify.annotations.NullMarked;
