package io.fraiseql.plugin.nats;

import io.fraiseql.spi.FraiseqlPlugin;
import io.fraiseql.spi.action.ActionFactory;
import java.util.List;

/** Offers the action {@code nats}. */
public final class NatsPlugin implements FraiseqlPlugin {

    @Override
    public List<ActionFactory<?, ?>> actions() {
        return List.of(new NatsActionFactory());
    }
}
