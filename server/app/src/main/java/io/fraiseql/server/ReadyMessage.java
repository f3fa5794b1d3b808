package io.fraiseql.server;

import io.dropwizard.lifecycle.ServerLifecycleListener;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs where the server listens, once it does. */
final class ReadyMessage implements ServerLifecycleListener {

    private static final Logger LOGGER = LoggerFactory.getLogger("io.fraiseql.server");

    private final List<String> services;

    /** @param services where others than the HTTP server listen */
    ReadyMessage(List<String> services) {
        this.services = services;
    }

    @Override
    public void serverStarted(Server server) {
        Stream<String> connectors = Arrays.stream(server.getConnectors())
                .filter(NetworkConnector.class::isInstance)
                .map(NetworkConnector.class::cast)
                .map(connector ->
                        "%s %s:%d".formatted(connector.getName(), connector.getHost(), connector.getLocalPort()));
        LOGGER.info("ready: {}", Stream.concat(connectors, services.stream()).collect(Collectors.joining(", ")));
    }
}
