package io.fraiseql.distribution;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** A server that runs inside this JVM, for tests that see it over the network only. */
final class HostedServer extends DistributionServer {

    private final ServerHost host;
    private final AtomicBoolean closed = new AtomicBoolean();

    private HostedServer(ServerHost host, ServerOutput output) {
        super(output);
        this.host = host;
    }

    /**
     * A server, ready.
     *
     * @param file the configuration
     * @param settings over those of the file; as in the file, no path may depend on the working directory
     */
    static HostedServer start(Path file, Map<String, String> settings) {
        ServerHost host = ServerHost.take();
        ServerOutput output = new ServerOutput();
        int exit = host.run(settings, output, output, "server", file.toString());
        if (exit != 0) {
            throw new AssertionError("the server ended with " + exit + ":\n" + output.text());
        }
        output.awaitReady();
        return new HostedServer(host, output);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            host.shutDown();
            host.giveBack();
        }
    }
}
