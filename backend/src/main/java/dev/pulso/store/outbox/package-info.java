/**
 * Facts travel with the transaction that made them true: an event is a row written in that transaction, and a relay
 * hands it on afterwards, at least once. Handlers see each event once, because remembering it and acting on it are one
 * transaction.
 *
 * <p>{@code outbox_queue} holds only pointers and serves all tenants; the events themselves are tenant rows.
 */
@NullMarked
package dev.pulso.store.outbox;

import org.jspecify.annotations.NullMarked;
