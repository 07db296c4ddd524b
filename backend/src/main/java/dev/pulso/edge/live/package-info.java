/**
 * What happens elsewhere, as it happens: one stream of server-sent events per screen ({@code GET /api/live}).
 *
 * <p>Triggers write a pointer to what changed into {@code live_log} in the transaction that changes it. Each node reads
 * the log while anybody is listening to it, and hands every notice to the streams of its tenant whose user may read the
 * record. The log is kept for some minutes, so a reader that comes back is told what it missed. See docs/adr/0009.
 */
@NullMarked
package dev.pulso.edge.live;

import org.jspecify.annotations.NullMarked;
