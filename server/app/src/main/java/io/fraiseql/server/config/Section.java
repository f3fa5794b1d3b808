package io.fraiseql.server.config;

/**
 * A section of the configuration that belongs to the server itself.
 *
 * @param key the top key
 * @param type the record it is bound to
 */
public record Section<C extends Record>(String key, Class<C> type) {}
