/** How often somebody may do something. Local to the node by default; a shared store can take its place. */
@NullMarked
package dev.pulso.platform.ratelimit;

import org.jspecify.annotations.NullMarked;
