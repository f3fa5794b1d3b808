package io.fraiseql.distribution;

import io.fraiseql.distribution.corpus.GraphQLEndpoint;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A running server of a distribution, seen over the network and by what it writes. */
public abstract class DistributionServer implements AutoCloseable {

    private final ServerOutput output;

    DistributionServer(ServerOutput output) {
        this.output = output;
    }

    /** The port of the application. */
    public int port() {
        return Integer.parseInt(output.ready().group(2));
    }

    int adminPort() {
        return Integer.parseInt(output.ready().group(4));
    }

    /** Where a service with a port of its own listens, {@code host:port}. */
    String service(String name) {
        String line = output.ready().group();
        Matcher place = Pattern.compile(", " + name + " ([^ ,]+)").matcher(line);
        if (!place.find()) {
            throw new AssertionError(name + " does not listen: " + line);
        }
        return place.group(1);
    }

    /** The addresses that the application and the admin port are bound to. */
    List<String> hosts() {
        return List.of(output.ready().group(1), output.ready().group(3));
    }

    GraphQLEndpoint endpoint() {
        return new GraphQLEndpoint(URI.create("http://127.0.0.1:" + port() + "/graphql"));
    }

    /** Everything written so far, standard output and error together. */
    public String output() {
        return output.text();
    }

    /** Has the server end as an orchestrator does, and waits for that. */
    @Override
    public abstract void close();
}
