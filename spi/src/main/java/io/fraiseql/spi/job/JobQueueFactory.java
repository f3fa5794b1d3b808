package io.fraiseql.spi.job;

import io.fraiseql.spi.Factory;

/**
 * Makes the queue that {@code jobs.queue} names. Implemented by plugins; {@link #create} refuses a server on which jobs could be lost.
 *
 * @param <C> what stands under {@code plugins.<id>.<name>}
 */
public interface JobQueueFactory<C extends Record> extends Factory<C, JobQueue> {}
