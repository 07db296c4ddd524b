/**
 * Work that happens at a time of day in each tenant's own zone. Every run is a row that people can see and repeat.
 *
 * <p>Locks only save work; being exactly once is the job's own business, by unique keys. So a run may be started twice,
 * or taken up again after a crash, without harm.
 */
@NullMarked
package dev.pulso.store.jobs;

import org.jspecify.annotations.NullMarked;
