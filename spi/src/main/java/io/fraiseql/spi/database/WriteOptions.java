package io.fraiseql.spi.database;

/**
 * How a {@link WriteSession} is to be opened: data.
 *
 * @param maxWaitNanos how long to wait for a connection
 */
public record WriteOptions(long maxWaitNanos) {}
