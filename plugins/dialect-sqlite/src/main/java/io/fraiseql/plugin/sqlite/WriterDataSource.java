package io.fraiseql.plugin.sqlite;

import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Opens connections that write. */
final class WriterDataSource implements DataSource {

    private final SqliteConnections connections;

    private WriterDataSource(SqliteConnections connections) {
        this.connections = connections;
    }

    /** The one writing connection, opened with its first use and lent to one caller at a time. */
    static HikariDataSource over(SqliteConnections connections, SqliteConfig config) {
        HikariDataSource writer = new HikariDataSource();
        writer.setPoolName("sqlite-writer");
        writer.setDataSource(new WriterDataSource(connections));
        writer.setMaximumPoolSize(1);
        writer.setConnectionTimeout(config.pool().connectTimeout().toMillis());
        return writer;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return connections.openWriter();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("SQLite has no users");
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        throw new SQLFeatureNotSupportedException("there is no log writer");
    }

    @Override
    public void setLogWriter(PrintWriter writer) throws SQLException {
        throw new SQLFeatureNotSupportedException("there is no log writer");
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException("opening a file has no time limit");
    }

    @Override
    public int getLoginTimeout() {
        return 0;
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
