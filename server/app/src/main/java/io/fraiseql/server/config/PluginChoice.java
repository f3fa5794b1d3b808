package io.fraiseql.server.config;

import io.fraiseql.server.plugin.Offer;
import io.fraiseql.spi.host.PluginContext;

/** What a key of the configuration names of all that plugins offer of one kind, with its own configuration. */
public record PluginChoice<P>(Offer<P> offer, Record config) {

    /** Opens it, on the boot thread. */
    public P open(PluginContext context) {
        return offer.create(config, context);
    }
}
