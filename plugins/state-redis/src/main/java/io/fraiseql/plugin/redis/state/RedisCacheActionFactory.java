package io.fraiseql.plugin.redis.state;

import io.fraiseql.spi.action.Action;
import io.fraiseql.spi.action.ActionFactory;
import io.fraiseql.spi.host.PluginContext;

/** Makes the action that rules name as {@code {"type": "redis-cache", "keys": ["…"], "patterns": ["…"]}}. */
final class RedisCacheActionFactory implements ActionFactory<RedisCacheConfig, RedisCacheParameters> {

    @Override
    public String name() {
        return "redis-cache";
    }

    @Override
    public Class<RedisCacheConfig> configType() {
        return RedisCacheConfig.class;
    }

    @Override
    public Class<RedisCacheParameters> parametersType() {
        return RedisCacheParameters.class;
    }

    @Override
    public Action<RedisCacheParameters> create(RedisCacheConfig config, PluginContext context) {
        return new RedisCacheAction(config);
    }
}
