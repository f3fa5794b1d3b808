package io.fraiseql.server.action;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * Finds the addresses of a host and refuses it when one of them is not public. The connection is made to what is found here, so that a name
 * cannot mean something else by then. Thread-safe.
 */
final class GuardedResolver implements SocketAddressResolver {

    /** Of IPv4, or of IPv6 in brackets: the JDK asks nobody what these mean. */
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|\\[.*]");

    private final String key;
    private final Set<String> allowed;
    private final Executor executor;

    /**
     * @param key of the configuration that has {@code allowed}
     * @param allowed hosts that may have any address
     */
    GuardedResolver(String key, List<String> allowed, Executor executor) {
        this.key = key;
        this.allowed = allowed.stream().map(GuardedResolver::bare).collect(Collectors.toUnmodifiableSet());
        this.executor = executor;
    }

    /** A host whose address is not public. */
    static final class RefusedException extends SecurityException {

        private static final long serialVersionUID = 1L;

        private RefusedException(String host, String key) {
            super("the address of " + host + " is not public; " + key + " may allow it");
        }
    }

    @Override
    public void resolve(String host, int port, Map<String, Object> context, Promise<List<InetSocketAddress>> promise) {
        executor.execute(() -> {
            try {
                promise.succeeded(addresses(host, port));
            } catch (UnknownHostException | RefusedException e) {
                promise.failed(e);
            }
        });
    }

    /**
     * Refuses an address that is written as such; names are looked up when they are called.
     *
     * @throws IllegalArgumentException when it is not public and not allowed
     */
    void requireAllowed(String host) {
        if (LITERAL.matcher(host).matches()) {
            try {
                addresses(host, 0);
            } catch (UnknownHostException | RefusedException e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
        }
    }

    private List<InetSocketAddress> addresses(String host, int port) throws UnknownHostException {
        List<InetSocketAddress> found = new ArrayList<>();
        for (InetAddress address : InetAddress.getAllByName(bare(host))) {
            if (!allowed.contains(bare(host)) && !PublicAddress.is(address)) {
                throw new RefusedException(host, key);
            }
            found.add(new InetSocketAddress(address, port));
        }
        return found;
    }

    /** Addresses of IPv6 stand in brackets in a URL. */
    private static String bare(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.startsWith("[") && lower.endsWith("]") ? lower.substring(1, lower.length() - 1) : lower;
    }
}
