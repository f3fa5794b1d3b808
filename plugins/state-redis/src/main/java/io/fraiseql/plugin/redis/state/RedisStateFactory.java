package io.fraiseql.plugin.redis.state;

import io.fraiseql.plugin.redis.RedisConfig;
import io.fraiseql.spi.host.PluginContext;
import io.fraiseql.spi.state.StateStore;
import io.fraiseql.spi.state.StateStoreFactory;

/** Makes state stores in Redis. */
final class RedisStateFactory implements StateStoreFactory<RedisConfig> {

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public Class<RedisConfig> configType() {
        return RedisConfig.class;
    }

    @Override
    public StateStore create(RedisConfig config, PluginContext context) {
        return RedisState.open(config);
    }
}
