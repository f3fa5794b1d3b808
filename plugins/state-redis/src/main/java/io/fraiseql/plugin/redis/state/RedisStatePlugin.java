package io.fraiseql.plugin.redis.state;

import io.fraiseql.spi.FraiseqlPlugin;
import io.fraiseql.spi.action.ActionFactory;
import io.fraiseql.spi.state.StateStoreFactory;
import java.util.List;

/** Offers the state store {@code redis} and the action {@code redis-cache}. */
public final class RedisStatePlugin implements FraiseqlPlugin {

    @Override
    public List<ActionFactory<?, ?>> actions() {
        return List.of(new RedisCacheActionFactory());
    }

    @Override
    public List<StateStoreFactory<?>> stateStores() {
        return List.of(new RedisStateFactory());
    }
}
