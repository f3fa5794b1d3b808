package io.fraiseql.core.observer;

import java.time.Duration;

/**
 * How rules are followed.
 *
 * @param concurrency actions of one rule at once
 * @param buffer deliveries of one rule that are held in memory; the others wait in the database
 * @param batch events that are looked at together
 * @param poll how long to wait when nobody says that there are events
 * @param lease how long the process that follows the rules may be silent before another one takes its place
 */
public record ObserverOptions(int concurrency, int buffer, int batch, Duration poll, Duration lease) {}
