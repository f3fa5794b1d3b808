package io.fraiseql.plugin.sqlite;

import io.fraiseql.plugin.jdbc.ConnectionPool;
import io.fraiseql.plugin.jdbc.JdbcReadSession;
import io.fraiseql.plugin.jdbc.JdbcWriteSession;
import io.fraiseql.plugin.jdbc.LazyPool;
import io.fraiseql.plugin.jdbc.PooledConnection;
import io.fraiseql.plugin.jdbc.SourceDataSource;
import io.fraiseql.plugin.sqlite.introspect.SqliteIntrospector;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.DatabaseSchema;
import io.fraiseql.spi.database.ReadOptions;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.database.WriteOptions;
import io.fraiseql.spi.database.WriteSession;
import io.fraiseql.spi.error.FraiseqlException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
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
    private final LazyPool readers;
    private final LazyPool writer;

    SqliteDatabase(SqliteConfig config) {
        this.config = config;
        this.connections = new SqliteConnections(config);
        this.errors = new SqliteErrors(config.path());
        this.readers = new LazyPool(this::openReaders);
        this.writer = new LazyPool(
                () -> new ConnectionPool("sqlite-writer", config.pool().resized(1), connections::openWriter, errors));
    }

    @Override
    public ReadSession openRead(ReadOptions options) {
        return new JdbcReadSession(readers.get().lend(options.maxWaitNanos()), options, reader, errors);
    }

    @Override
    public String ping() {
        try (PooledConnection lent = readers.get().lend(PING_NANOS);
                var statement = lent.raw().createStatement();
                var row = statement.executeQuery("SELECT sqlite_version() FROM (SELECT count(*) FROM sqlite_schema)")) {
            return "SQLite " + (row.next() ? row.getString(1) : "");
        } catch (SQLException e) {
            throw errors.translate(e);
        }
    }

    @Override
    public DatabaseSchema introspect(List<String> schemas) {
        try (PooledConnection lent = readers.get().lend(PING_NANOS)) {
            return new SqliteIntrospector(lent.raw()).read(schemas);
        } catch (SQLException e) {
            throw errors.translate(e);
        }
    }

    @Override
    public WriteSession openWrite(WriteOptions options) {
        long end = System.nanoTime() + options.maxWaitNanos();
        PooledConnection lent = writer.get().lend(options.maxWaitNanos());
        try {
            connections.waitAtMost(lent.raw(), end - System.nanoTime());
        } catch (SQLException e) {
            lent.close();
            throw errors.translate(e);
        }
        return new JdbcWriteSession(lent, reader, errors);
    }

    @Override
    public PoolState pool() {
        ConnectionPool open = readers.opened();
        return open == null ? new PoolState(0, 0, 0, config.pool().size()) : open.state();
    }

    /** The one connection that writes, shared with the mutations. */
    @Override
    public DataSource systemDataSource() {
        return new SourceDataSource(() -> {
            Connection connection = writer.get().dataSource().getConnection();
            connections.waitAtMost(connection, Long.MAX_VALUE);
            return connection;
        });
    }

    @Override
    public void close() {
        readers.close();
        writer.close();
    }

    /** A missing file is not made empty and then read. */
    private ConnectionPool openReaders() {
        if (!Files.isRegularFile(Path.of(config.path()))) {
            throw new FraiseqlException(
                    DatabaseErrorCode.MISCONFIGURED,
                    "no database at " + config.path() + "; create the file or correct database.url");
        }
        return new ConnectionPool("sqlite-readers", config.pool(), connections::openReader, errors);
    }
}
