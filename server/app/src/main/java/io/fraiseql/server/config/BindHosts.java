package io.fraiseql.server.config;

import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.core.server.ServerFactory;
import io.dropwizard.core.server.SimpleServerFactory;
import io.dropwizard.jetty.ConnectorFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Where the server listens: on loopback unless told otherwise, and never elsewhere without authentication by accident. */
final class BindHosts {

    private static final String LOOPBACK = "127.0.0.1";

    private final Places places;
    private final boolean anywhere;
    private final ConfigProblems problems;

    BindHosts(ConfigNode root, boolean allowAnonymous, ConfigProblems problems) {
        this.places = new Places(root);
        this.anywhere = allowAnonymous;
        this.problems = problems;
    }

    /** Fills in the default host of each connector and notes those that may not be used. */
    void apply(ServerFactory server) {
        if (server instanceof SimpleServerFactory simple) {
            apply(simple.getConnector(), "server.connector");
        } else if (server instanceof DefaultServerFactory both) {
            apply(both.getApplicationConnectors(), "server.applicationConnectors");
            apply(both.getAdminConnectors(), "server.adminConnectors");
        }
    }

    private void apply(List<ConnectorFactory> connectors, String path) {
        for (int i = 0; i < connectors.size(); i++) {
            apply(connectors.get(i), path + "[" + i + "]");
        }
    }

    private void apply(ConnectorFactory connector, String path) {
        if (!(connector instanceof HttpConnectorFactory http)) {
            return;
        }
        String host = http.getBindHost();
        if (host == null) {
            http.setBindHost(LOOPBACK);
        } else {
            check(host, path + ".bindHost");
        }
    }

    /** Notes a host that may not be used. */
    void check(String host, String path) {
        if (!anywhere && !loopback(host)) {
            problems.add(
                    path,
                    places.at(path).place(),
                    "'" + host + "' can be reached from other machines, and every caller is anonymous; use " + LOOPBACK
                            + ", or set security.allowAnonymous: true to allow it");
        }
    }

    private static boolean loopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
