package io.fraiseql.server.config;

import io.fraiseql.server.plugin.DatabaseOffer;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.host.PluginContext;

/**
 * The {@code database} section, bound for the plugin that its URL chose.
 *
 * @param offer the plugin's database
 * @param config an instance of {@link DatabaseOffer#configType()}
 */
public record DatabaseChoice(DatabaseOffer offer, Record config) {

    /** Opens it. */
    public Database open(PluginContext context) {
        return offer.create(config, context);
    }
}
