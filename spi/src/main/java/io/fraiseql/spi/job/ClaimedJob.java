package io.fraiseql.spi.job;

/**
 * A job that a worker has to itself for a while: data, made by a queue.
 *
 * @param token tells this claim of the job from every other
 * @param lost the worker that had it before and neither ended it nor asked for more time; empty when there was none
 */
public record ClaimedJob(Job job, long token, String lost) {}
