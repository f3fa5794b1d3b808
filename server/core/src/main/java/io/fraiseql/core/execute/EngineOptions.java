package io.fraiseql.core.execute;

/**
 * The bounds of the engine.
 *
 * @param maxRows rows that one request may read
 * @param maxResponseBytes bytes that one answer may have
 * @param planCacheSize plans kept
 */
public record EngineOptions(int maxRows, int maxResponseBytes, int planCacheSize) {}
