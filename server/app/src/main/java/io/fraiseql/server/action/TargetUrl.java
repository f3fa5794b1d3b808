package io.fraiseql.server.action;

import io.fraiseql.spi.action.ActionFailedException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** Reads the URLs that actions call. */
final class TargetUrl {

    private static final int LAST_PORT = 65_535;

    private static final Pattern DOTS = Pattern.compile("/\\.\\.?(?=/|$)");

    private TargetUrl() {}

    /** @throws IllegalArgumentException when it is none that can be called; the message does not show it */
    static URI of(String text) {
        try {
            URI uri = new URI(text.strip());
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (http && uri.getHost() != null && uri.getRawUserInfo() == null) {
                requirePort(uri.getPort());
                requirePlain(uri.getRawPath());
                return new URI(uri.toASCIIString());
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the URL is none", e);
        }
        throw new IllegalArgumentException("the URL must begin with http:// or https:// and a host, without a user");
    }

    /** Servers take these for the way to somewhere else. */
    private static void requirePlain(String path) {
        if (DOTS.matcher(path).find()) {
            throw new IllegalArgumentException("the URL has `.` or `..` between its slashes");
        }
    }

    /** @param port -1 for that of the scheme */
    private static void requirePort(int port) {
        if (port == 0 || port > LAST_PORT) {
            throw new IllegalArgumentException("the URL has a port that is not from 1 to " + LAST_PORT);
        }
    }

    /** One that was made from an event. */
    static URI rendered(String text) {
        try {
            return of(text);
        } catch (IllegalArgumentException e) {
            throw ActionFailedException.permanent(String.valueOf(e.getMessage()), e);
        }
    }

    /** Scheme, host and port: what is down together. */
    static String origin(URI target) {
        int port = target.getPort();
        return target.getScheme() + "://" + target.getHost() + (port < 0 ? "" : ":" + port);
    }
}
