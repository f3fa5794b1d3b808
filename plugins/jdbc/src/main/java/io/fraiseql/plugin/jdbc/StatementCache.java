package io.fraiseql.plugin.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The prepared statements of one physical connection, least recently used ones closed first. Used by one thread at a time. */
final class StatementCache {

    private static final Logger LOG = LoggerFactory.getLogger(StatementCache.class);

    private final Connection connection;
    private final int capacity;
    private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(16, 0.75f, true);

    StatementCache(Connection connection, int capacity) {
        this.connection = connection;
        this.capacity = capacity;
    }

    PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known != null) {
            return known;
        }
        PreparedStatement made =
                connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        statements.put(sql, made);
        if (statements.size() > capacity) {
            closeEldest();
        }
        return made;
    }

    /** Closes a statement that failed, so that the next use starts afresh. */
    void forget(String sql) {
        PreparedStatement known = statements.remove(sql);
        if (known != null) {
            close(known);
        }
    }

    private void closeEldest() {
        var eldest = statements.entrySet().iterator();
        PreparedStatement statement = eldest.next().getValue();
        eldest.remove();
        close(statement);
    }

    private static void close(PreparedStatement statement) {
        try {
            statement.close();
        } catch (SQLException e) {
            LOG.debug("closing a prepared statement failed", e);
        }
    }
}
