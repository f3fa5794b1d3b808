package io.fraiseql.core.execute;

import java.util.function.LongSupplier;

/**
 * How results are cached.
 *
 * @param maxBytes what all of them together may take
 * @param nanoClock by which they age, like {@link System#nanoTime}
 */
public record CacheOptions(long maxBytes, LongSupplier nanoClock) {}
