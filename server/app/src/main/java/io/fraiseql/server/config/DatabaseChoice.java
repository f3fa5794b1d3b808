package io.fraiseql.server.config;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.server.plugin.DatabaseOffer;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.host.PluginContext;
import io.fraiseql.spi.sql.Capability;

/**
 * The {@code database} section, bound for the plugin that its URL chose.
 *
 * @param offer the plugin's database
 * @param config an instance of {@link DatabaseOffer#configType()}
 * @param address the URL without its parameters, which may hold secrets
 */
public record DatabaseChoice(DatabaseOffer offer, Record config, String address) {

    /** Opens it. */
    public Database open(PluginContext context) {
        return offer.create(config, context);
    }

    /**
     * Opens it and asks it for a sign of life, so that a server does not start without its database.
     *
     * @throws FraiseqlException with the plugin's code and the URL in the message
     */
    public Database openAnswering(PluginContext context) {
        try {
            Database database = open(context);
            try {
                database.ping();
                return database;
            } catch (RuntimeException e) {
                database.close();
                throw e;
            }
        } catch (FraiseqlException e) {
            throw new FraiseqlException(e.code(), "cannot open " + address + ": " + e.getMessage(), e);
        }
    }

    /**
     * Checks that mutations can write it, and so that the server has tables of its own in it.
     *
     * @throws FraiseqlException {@code INVALID_CONFIGURATION} when they cannot
     */
    public void requireMutations() {
        if (!offer.dialect().capabilities().contains(Capability.MUTATIONS)) {
            throw new FraiseqlException(
                    CoreErrorCode.INVALID_CONFIGURATION,
                    "mutations are not available on " + offer.name() + ", and neither are the server's own tables");
        }
    }
}
