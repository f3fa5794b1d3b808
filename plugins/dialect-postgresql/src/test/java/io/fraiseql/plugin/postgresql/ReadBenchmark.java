package io.fraiseql.plugin.postgresql;

import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.database.SqlStatement.BindType;
import java.lang.management.ManagementFactory;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** A rough measure of this side's processor time when reading, beside the driver's own getters: 1000 rows of 12 columns, and one row by key. */
final class ReadBenchmark {

    private static final String SCRIPT = """
            create table wide (id int primary key, big bigint, name text, mail varchar(50), flag boolean, rate float8,
              price numeric(12,2), at timestamptz, day date, key uuid, note text, doc jsonb);
            insert into wide select n, n * 1000000007::bigint, 'name ' || n, 'user' || n || '@example.org', n % 2 = 0, n / 7.0,
              n * 1.25, now(), current_date, gen_random_uuid(), repeat('x', 40), '{"a": 1}' from generate_series(1, 1000) n;
            analyze wide;
            """;
    private static final ColumnType[] TYPES = {
        ColumnType.INT, ColumnType.BIGINT, ColumnType.TEXT, ColumnType.TEXT, ColumnType.BOOLEAN, ColumnType.FLOAT,
        ColumnType.DECIMAL, ColumnType.DATETIME, ColumnType.DATE, ColumnType.UUID, ColumnType.TEXT, ColumnType.JSON
    };

    private ReadBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        try (TestingDatabase testing = new TestingDatabase(SCRIPT, 2)) {
            SqlStatement all = TestingDatabase.statement("select * from wide", List.of(), TYPES);
            SqlStatement one = TestingDatabase.statement(
                    "select * from wide where id = ?::bigint", List.of(new BindType(ColumnType.INT, false)), TYPES);
            for (int round = 0; round < 5; round++) {
                System.out.printf("1000 rows, cursor: %d us%n", micros(1500, () -> read(testing, all)));
                System.out.printf("1 row, cursor: %d us%n", micros(20_000, () -> read(testing, one, 500L)));
            }
            try (var connection = DriverManager.getConnection(testing.url);
                    var statement = connection.prepareStatement("select * from wide")) {
                for (int round = 0; round < 4; round++) {
                    System.out.printf("1000 rows, driver's getters: %d us%n", micros(1500, () -> readPlain(statement)));
                }
            }
        }
    }

    private static long micros(int times, Work work) throws Exception {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long sum = 0;
        for (int i = 0; i < times; i++) {
            sum += work.run();
        }
        if (sum == 0) {
            throw new IllegalStateException("nothing was read");
        }
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / times / 1000;
    }

    private static long read(TestingDatabase testing, SqlStatement statement, Object... values) {
        long[] sum = {0};
        try (ReadSession session = testing.database.openRead(TestingDatabase.PLAIN);
                RowCursor cursor = session.query(statement, values)) {
            while (cursor.next()) {
                for (int i = 0; i < TYPES.length; i++) {
                    sum[0] += cursor.isNull(i) ? 0 : consume(cursor, i, sum);
                }
            }
        }
        return sum[0];
    }

    private static long consume(RowCursor cursor, int column, long[] sum) {
        return switch (TYPES[column]) {
            case BOOLEAN -> cursor.getBoolean(column) ? 1 : 0;
            case INT, BIGINT, DATETIME, LOCAL_DATETIME, DATE, TIME -> cursor.getLong(column);
            case FLOAT32, FLOAT -> (long) cursor.getDouble(column);
            case UUID -> cursor.getUuidHigh(column) ^ cursor.getUuidLow(column);
            case DECIMAL, TEXT, DURATION, JSON, BYTES -> {
                cursor.getBytes(column, (source, offset, length) -> sum[0] += length);
                yield 1;
            }
        };
    }

    private static long readPlain(java.sql.PreparedStatement statement) throws SQLException {
        long sum = 0;
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                sum += rows.getInt(1)
                        + rows.getLong(2)
                        + rows.getString(3).length()
                        + rows.getString(4).length();
                sum += rows.getBoolean(5) ? 1 : 0;
                sum += (long) rows.getDouble(6)
                        + rows.getBigDecimal(7).toPlainString().length();
                sum += rows.getTimestamp(8).getTime() + rows.getDate(9).getTime();
                sum += rows.getString(10).length()
                        + rows.getString(11).length()
                        + rows.getString(12).length();
            }
        }
        return sum;
    }

    /** One measured call. */
    private interface Work {
        long run() throws Exception;
    }
}
