package io.fraiseql.plugin.nats;

import io.fraiseql.spi.FraiseqlPlugin;
import io.fraiseql.spi.action.ActionFactory;
import io.fraiseql.spi.transport.TransportFactory;
import java.util.List;

/** Offers the action {@code nats} and the transport {@code jetstream}. */
public final class NatsPlugin implements FraiseqlPlugin {

    @Override
    public List<ActionFactory<?, ?>> actions() {
        return List.of(new NatsActionFactory());
    }

    @Override
    public List<TransportFactory<?>> transports() {
        return List.of(new JetStreamFactory());
    }
}
