package io.fraiseql.plugin.jdbc;

import io.fraiseql.spi.Nullable;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A {@link ConnectionSource} as a {@link DataSource}. Time limits belong to the source. */
public record SourceDataSource(ConnectionSource source) implements DataSource {

    @Override
    public Connection getConnection() throws SQLException {
        return source.open();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("credentials belong to the connection source");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter writer) {
        throw new UnsupportedOperationException("there is no log writer");
    }

    /** Does nothing: the pool tells its own limit, and logs each time that this is refused. */
    @Override
    public void setLoginTimeout(int seconds) {}

    /** Not 0, for which the pool would not wait when it closes, and warn of that. */
    @Override
    public int getLoginTimeout() throws SQLException {
        throw new SQLFeatureNotSupportedException("the connection source has its own time limit");
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("logging goes through slf4j");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
