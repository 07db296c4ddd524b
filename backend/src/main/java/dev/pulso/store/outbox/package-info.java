/**
 * Facts travel with the transaction that made them true: an event is a row written in that transaction, and so is one row
 * of the work queue for each subscriber that wants it. Subscribers are told afterwards, each at its own pace: a {@link
 * dev.pulso.store.outbox.EventReaction} exactly once, a {@link dev.pulso.store.outbox.EventDelivery} at least once.
 */
@NullMarked
package dev.pulso.store.outbox;

import org.jspecify.annotations.NullMarked;
