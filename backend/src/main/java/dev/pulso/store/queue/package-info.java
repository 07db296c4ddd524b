/**
 * Everything that is done later, and may have to be done again: one table for all kinds of work, one row for each that has
 * to do something.
 *
 * <p>What is put down in a transaction happens if that transaction commits, and only then. Tenants are served in turn; of one
 * key (the record) only the oldest is worked on, and the others of that key wait for it. Who works on a row has leased it and
 * shows signs of life; who loses the lease can write nothing more. Failures are repeated after growing pauses and in the end
 * left to a person, as is what kills its process. See docs/adr/0020.
 *
 * <p>There are two ways to work: a {@link dev.pulso.store.queue.Reaction} changes the database and happens exactly once; a
 * {@link dev.pulso.store.queue.Delivery} talks to the world outside, at least once, with a key by which that world can tell.
 */
@NullMarked
package dev.pulso.store.queue;

import org.jspecify.annotations.NullMarked;
