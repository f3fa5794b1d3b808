package io.fraiseql.plugin.flight;

import io.fraiseql.spi.host.PluginContext;
import io.fraiseql.spi.network.NetworkService;
import io.fraiseql.spi.network.NetworkServiceFactory;

/** Makes the service that the section {@code flight} switches on. */
final class FlightServiceFactory implements NetworkServiceFactory<FlightConfig> {

    @Override
    public String name() {
        return "flight";
    }

    @Override
    public Class<FlightConfig> configType() {
        return FlightConfig.class;
    }

    @Override
    public String host(FlightConfig config) {
        return config.host();
    }

    @Override
    public NetworkService create(FlightConfig config, PluginContext context) {
        return new FlightListener(config);
    }
}
