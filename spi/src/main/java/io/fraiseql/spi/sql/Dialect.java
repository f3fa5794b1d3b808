package io.fraiseql.spi.sql;

import io.fraiseql.spi.Nullable;
import java.util.Set;

/**
 * The SQL of one database: only what differs from the standard. Implemented by plugins; stateless; called at compile time and on
 * plan-cache misses, from any thread.
 */
public interface Dialect {

    /** The name as {@code compile --target} takes it. */
    String name();

    /** What this database has. */
    Set<Capability> capabilities();

    /**
     * Quotes an identifier.
     *
     * @param name any text without NUL
     */
    String quote(String name);

    /**
     * Writes a node in this database's own way.
     *
     * @return false, having written nothing, to get the standard form
     */
    boolean write(SqlNode node, SqlWriter out);

    /** The triggers that note changes in the outbox, of a dialect with {@link Capability#CAPTURE}. */
    default @Nullable CaptureSql capture() {
        return null;
    }
}
