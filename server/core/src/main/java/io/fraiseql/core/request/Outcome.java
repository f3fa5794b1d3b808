package io.fraiseql.core.request;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.ErrorCode;

/**
 * How a request ended.
 *
 * @param executed whether execution began, so that the response has {@code data}; false for a request error
 * @param error the code of the first error; null when there was none
 * @param operationType {@code query, mutation, subscription}, or {@code unknown} when it was not reached
 * @param cached whether the plan came from the cache
 */
public record Outcome(boolean executed, @Nullable ErrorCode error, String operationType, boolean cached) {}
