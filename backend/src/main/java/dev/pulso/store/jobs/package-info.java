/**
 * Work that happens at a time of day in each tenant's own zone. Every run is a row that people can see and repeat.
 *
 * <p>The schedule only puts runs down; the work queue does them, so many at a time, and goes on with those of a process that
 * has died. Locks only save work; being exactly once is the job's own business, by unique keys. So a run may be started twice,
 * or taken up again after a crash, without harm.
 */
@NullMarked
package dev.pulso.store.jobs;

import org.jspecify.annotations.NullMarked;
