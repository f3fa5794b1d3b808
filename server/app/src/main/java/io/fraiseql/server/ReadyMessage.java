package io.fraiseql.server;

import io.dropwizard.lifecycle.ServerLifecycleListener;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs where the server listens, once it does. */
final class ReadyMessage implements ServerLifecycleListener {

    private static final Logger LOGGER = LoggerFactory.getLogger("io.fraiseql.server");

    @Override
    public void serverStarted(Server server) {
        String places = Arrays.stream(server.getConnectors())
                .filter(NetworkConnector.class::isInstance)
                .map(NetworkConnector.class::cast)
                .map(connector ->
                        "%s %s:%d".formatted(connector.getName(), connector.getHost(), connector.getLocalPort()))
                .collect(Collectors.joining(", "));
        LOGGER.info("ready: {}", places);
    }
}
