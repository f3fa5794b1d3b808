package io.fraiseql.server.action;

import java.util.List;
import java.util.regex.Pattern;

/** Hosts that may be called whatever their addresses. */
final class AllowedHosts {

    /** A name or an address, of IPv6 with brackets or without. */
    private static final Pattern HOST = Pattern.compile(
            "[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9.])?|\\[[0-9A-Fa-f:.]+]|[0-9A-Fa-f.]*:[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");

    private AllowedHosts() {}

    /** @throws IllegalArgumentException when one could not be the host of any URL */
    static void require(List<String> hosts) {
        for (String host : hosts) {
            if (!HOST.matcher(host).matches()) {
                throw new IllegalArgumentException(
                        "allowedHosts: '" + host
                                + "' is no host; write a name or an address as it stands in the URL, without scheme, port, path or wildcards");
            }
        }
    }
}
