package io.fraiseql.server.plugin;

import io.fraiseql.spi.host.ServiceHost;
import io.fraiseql.spi.network.NetworkService;
import io.fraiseql.spi.network.NetworkServiceFactory;

/** A service with a port of its own that a plugin offers. */
public final class NetworkServiceOffer extends Offer<NetworkService> {

    private final NetworkServiceFactory<?> factory;

    NetworkServiceOffer(PluginCalls calls, NetworkServiceFactory<?> factory) {
        super(calls, factory);
        this.factory = factory;
    }

    /** The host that a service of this configuration will listen on. */
    public String host(Record config) {
        return calls().boot("name the host of '" + name() + "'", () -> host(factory, config));
    }

    private static <C extends Record> String host(NetworkServiceFactory<C> factory, Record config) {
        return factory.host(factory.configType().cast(config));
    }

    @Override
    NetworkService hosted(NetworkService service) {
        return new NetworkService() {
            @Override
            public String start(ServiceHost host) {
                return calls().boot("start '" + name() + "'", () -> service.start(host));
            }

            @Override
            public String ping() {
                return calls().call(service::ping);
            }

            @Override
            public void close() {
                calls().call(() -> {
                    service.close();
                    return true;
                });
            }
        };
    }
}
