package io.fraiseql.plugin.sqlite;

import com.zaxxer.hikari.HikariDataSource;
import io.fraiseql.plugin.jdbc.ConnectionPool;
import io.fraiseql.plugin.jdbc.JdbcReadSession;
import io.fraiseql.plugin.jdbc.PooledConnection;
import io.fraiseql.plugin.jdbc.SystemDataSource;
import io.fraiseql.plugin.sqlite.introspect.SqliteIntrospector;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.DatabaseSchema;
import io.fraiseql.spi.database.ReadOptions;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.error.FraiseqlException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/** One SQLite file: several connections that read, opened with the first use, and one that writes. */
final class SqliteDatabase implements Database {

    private static final long PING_NANOS = Duration.ofSeconds(5).toNanos();

    private final SqliteConfig config;
    private final SqliteConnections connections;
    private final SqliteErrors errors;
    private final SqliteReader reader = new SqliteReader();
    private final HikariDataSource writer;
    private @Nullable ConnectionPool readers;
    private boolean closed;

    SqliteDatabase(SqliteConfig config) {
        this.config = config;
        this.connections = new SqliteConnections(config);
        this.errors = new SqliteErrors(config.path());
        this.writer = SystemDataSource.prepare("sqlite-writer", 1, connections::openWriter);
    }

    @Override
    public ReadSession openRead(ReadOptions options) {
        return new JdbcReadSession(readers().lend(options.maxWaitNanos()), options, reader, errors);
    }

    @Override
    public String ping() {
        try (PooledConnection lent = readers().lend(PING_NANOS);
                var statement = lent.raw().createStatement();
                var row = statement.executeQuery("SELECT sqlite_version() FROM (SELECT count(*) FROM sqlite_schema)")) {
            return "SQLite " + (row.next() ? row.getString(1) : "");
        } catch (SQLException e) {
            throw errors.translate(e);
        }
    }

    @Override
    public DatabaseSchema introspect(List<String> schemas) {
        try (PooledConnection lent = readers().lend(PING_NANOS)) {
            return new SqliteIntrospector(lent.raw()).read(schemas);
        } catch (SQLException e) {
            throw errors.translate(e);
        }
    }

    @Override
    public synchronized PoolState pool() {
        return readers == null ? new PoolState(0, 0, 0, config.pool().size()) : readers.state();
    }

    @Override
    public DataSource systemDataSource() {
        return writer;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (readers != null) {
            readers.close();
        }
        writer.close();
    }

    private synchronized ConnectionPool readers() {
        if (closed) {
            throw new FraiseqlException(DatabaseErrorCode.UNAVAILABLE, "the database is closed");
        }
        ConnectionPool open = readers;
        if (open == null) {
            requireFile();
            open = new ConnectionPool("sqlite-readers", config.pool(), connections::openReader, errors);
            readers = open;
        }
        return open;
    }

    /** A missing file is not made empty and then read. */
    private void requireFile() {
        if (!Files.isRegularFile(Path.of(config.path()))) {
            throw new FraiseqlException(
                    DatabaseErrorCode.MISCONFIGURED,
                    "no database at " + config.path() + "; create the file or correct database.url");
        }
    }
}
