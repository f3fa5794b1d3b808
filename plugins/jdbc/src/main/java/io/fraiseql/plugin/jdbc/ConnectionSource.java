package io.fraiseql.plugin.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Opens physical connections, set up for their purpose. Implemented by JDBC plugins; called on the pool's threads. It reads
 * secrets at each call, so that a rotated password works for the next connection.
 */
@FunctionalInterface
public interface ConnectionSource {

    /** Opens one connection. */
    Connection open() throws SQLException;
}
