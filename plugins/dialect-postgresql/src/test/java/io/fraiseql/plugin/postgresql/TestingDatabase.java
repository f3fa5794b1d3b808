package io.fraiseql.plugin.postgresql;

import io.fraiseql.plugin.jdbc.PoolConfig;
import io.fraiseql.plugin.testkit.TestPostgres;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.ReadOptions;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.RowShape;
import io.fraiseql.spi.database.SqlStatement;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A fresh database on the shared server, with the plugin connected to it. */
final class TestingDatabase implements AutoCloseable {

    static final ReadOptions PLAIN = new ReadOptions(TimeUnit.SECONDS.toNanos(5), false, 0);

    final String url;
    final PostgresDatabase database;

    TestingDatabase(String script, int poolSize) {
        url = TestPostgres.shared().createDatabase();
        TestPostgres.sql(url, script);
        database = new PostgresDatabase(PostgresConfig.of(url, PoolConfig.ofSize(poolSize)));
    }

    static SqlStatement statement(String sql, List<SqlStatement.BindType> binds, ColumnType... types) {
        var columns = Arrays.stream(types)
                .map(type -> new RowShape.Column(type, null))
                .toList();
        return new SqlStatement(sql, binds, RowShape.of(columns));
    }

    /** The rows of a statement, each value as a Java object. */
    static List<List<Object>> rows(ReadSession session, SqlStatement statement, Object... values) {
        List<List<Object>> rows = new ArrayList<>();
        try (RowCursor cursor = session.query(statement, values)) {
            while (cursor.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 0; i < statement.shape().columns().size(); i++) {
                    row.add(value(cursor, i, statement.shape().columns().get(i).type()));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    List<List<Object>> rows(SqlStatement statement, Object... values) {
        try (ReadSession session = database.openRead(PLAIN)) {
            return rows(session, statement, values);
        }
    }

    static Object value(RowCursor cursor, int column, ColumnType type) {
        if (cursor.isNull(column)) {
            return null;
        }
        return switch (type) {
            case BOOLEAN -> cursor.getBoolean(column);
            case INT, BIGINT, DATETIME, LOCAL_DATETIME, DATE, TIME -> cursor.getLong(column);
            case FLOAT32, FLOAT -> cursor.getDouble(column);
            case UUID -> new UUID(cursor.getUuidHigh(column), cursor.getUuidLow(column));
            case DECIMAL, TEXT, DURATION, JSON, BYTES -> text(cursor, column);
        };
    }

    private static String text(RowCursor cursor, int column) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        cursor.getBytes(column, bytes::write);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        database.close();
    }
}
