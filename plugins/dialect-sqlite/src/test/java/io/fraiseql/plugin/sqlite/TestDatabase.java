package io.fraiseql.plugin.sqlite;

import io.fraiseql.plugin.jdbc.PoolConfig;
import io.fraiseql.spi.database.Database;
import io.fraiseql.spi.database.ReadOptions;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.RowShape;
import io.fraiseql.spi.database.SqlStatement;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A SQLite file for a test. */
final class TestDatabase implements AutoCloseable {

    static final ReadOptions READ = new ReadOptions(TimeUnit.SECONDS.toNanos(5), false, 0);

    final Database database;

    TestDatabase(Path folder, String... statements) throws SQLException {
        this.database = open(folder.resolve("test.db"));
        write(statements);
    }

    static Database open(Path file) {
        return new SqliteDatabase(new SqliteConfig("jdbc:sqlite:" + file, Duration.ofSeconds(5), PoolConfig.ofSize(4)));
    }

    void write(String... statements) throws SQLException {
        try (Connection connection = database.systemDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Reads every row of a statement. */
    <T> List<T> read(SqlStatement statement, Object[] values, Function<RowCursor, T> mapping) {
        List<T> result = new ArrayList<>();
        try (ReadSession session = database.openRead(READ);
                RowCursor cursor = session.query(statement, values)) {
            while (cursor.next()) {
                result.add(mapping.apply(cursor));
            }
        }
        return result;
    }

    /** Reads one column of every row. */
    <T> List<T> column(String sql, RowShape.Column column, Function<RowCursor, T> mapping) {
        RowShape shape = RowShape.of(List.of(column));
        return read(new SqlStatement(sql, List.of(), shape), new Object[0], mapping);
    }

    @Override
    public void close() {
        database.close();
    }
}
