package io.fraiseql.server.action;

import io.fraiseql.spi.action.ActionFailedException;
import java.net.URI;
import java.net.URISyntaxException;

/** Reads the URLs that actions call. */
final class TargetUrl {

    private TargetUrl() {}

    /** @throws IllegalArgumentException when it is none that can be called; the message does not show it */
    static URI of(String text) {
        try {
            URI uri = new URI(text.strip());
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (http && uri.getHost() != null && uri.getRawUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the URL is none", e);
        }
        throw new IllegalArgumentException("the URL must begin with http:// or https:// and a host, without a user");
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
