package io.fraiseql.server.plugin;

import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.database.DatabaseFactory;
import io.fraiseql.spi.sql.Dialect;

/** A kind of database that a plugin offers. */
public final class DatabaseOffer extends Offer<Database> {

    private final DatabaseFactory<?> factory;

    DatabaseOffer(PluginCalls calls, DatabaseFactory<?> factory) {
        super(calls, factory);
        this.factory = factory;
    }

    /** Whether a JDBC URL is for this plugin. */
    public boolean accepts(String jdbcUrl) {
        return calls().boot("look at the database's URL", () -> factory.accepts(jdbcUrl));
    }

    /** The SQL of this database; needs no connection. */
    public Dialect dialect() {
        return calls().boot("give the dialect of '" + name() + "'", factory::dialect);
    }

    @Override
    Database hosted(Database database) {
        return new HostedDatabase(calls(), database);
    }
}
