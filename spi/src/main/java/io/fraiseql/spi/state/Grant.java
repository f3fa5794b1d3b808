package io.fraiseql.spi.state;

import java.time.Duration;

/**
 * What was taken out of a bucket: data, made by a store.
 *
 * @param tokens how many
 * @param pause how long until there is one again; zero when some were taken
 */
public record Grant(int tokens, Duration pause) {}
