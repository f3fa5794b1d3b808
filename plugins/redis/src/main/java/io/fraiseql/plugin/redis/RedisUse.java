package io.fraiseql.plugin.redis;

/**
 * What a Redis is used for, as messages tell it.
 *
 * @param what is kept there, such as {@code the queue of jobs}
 * @param name in the keys when the configuration gives none
 * @param section where the configuration of this Redis is
 */
public record RedisUse(String what, String name, String section) {}
