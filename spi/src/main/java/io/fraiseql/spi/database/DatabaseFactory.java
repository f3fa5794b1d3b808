package io.fraiseql.spi.database;

import io.fraiseql.spi.Factory;
import io.fraiseql.spi.sql.Dialect;

/**
 * One kind of database. Implemented by plugins. {@link #name()} is the dialect's name as {@code compile --target} takes it. The
 * {@code database} section of the configuration is bound to the plugin's own record, which has at least {@code url}.
 */
public interface DatabaseFactory<C extends Record> extends Factory<C, Database> {

    /** Whether a JDBC URL is for this plugin. */
    boolean accepts(String jdbcUrl);

    /** The SQL of this database; needs no connection. */
    Dialect dialect();
}
