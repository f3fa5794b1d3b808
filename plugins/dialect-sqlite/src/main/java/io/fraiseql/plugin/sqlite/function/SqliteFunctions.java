package io.fraiseql.plugin.sqlite.function;

import io.fraiseql.plugin.sqlite.value.Cell;
import io.fraiseql.plugin.sqlite.value.Decimals;
import io.fraiseql.plugin.sqlite.value.IsoText;
import io.fraiseql.plugin.sqlite.value.Periods;
import io.fraiseql.plugin.sqlite.value.TimeStorage;
import io.fraiseql.plugin.sqlite.value.Times;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.Collation;

/**
 * What SQLite lacks, registered for each connection: text with Unicode and wildcards, times in ISO 8601, exact decimals, JSON by
 * structure. Every function is deterministic, so that SQLite computes calls on binds alone once a statement.
 */
public final class SqliteFunctions {

    private SqliteFunctions() {}

    /** Registers all functions and collations. */
    public static void register(Connection connection) throws SQLException {
        registerText(connection);
        registerTimes(connection);
        registerNumbers(connection);
        registerJson(connection);
    }

    private static void registerText(Connection connection) throws SQLException {
        RegularExpressions regular = new RegularExpressions();
        SqliteFunction.register(connection, "fraiseql_lower", 1, a -> LowerCase.of(SqliteFunction.text(a[0])));
        SqliteFunction.register(connection, "fraiseql_like", 3, SqliteFunctions::like);
        SqliteFunction.register(
                connection,
                "fraiseql_regex",
                3,
                a -> regular.find(SqliteFunction.text(a[0]), SqliteFunction.text(a[1]), a[2].integer() != 0));
    }

    private static Object like(Cell[] a) throws SQLException {
        String text = SqliteFunction.text(a[0]);
        String pattern = SqliteFunction.text(a[1]);
        return a[2].integer() == 0
                ? LikePattern.matches(text, pattern)
                : LikePattern.matches(LowerCase.of(text), LowerCase.of(pattern));
    }

    private static void registerTimes(Connection connection) throws SQLException {
        SqliteFunction.register(connection, "fraiseql_datetime", 1, a -> Times.instant(a[0], TimeStorage.ISO));
        SqliteFunction.register(connection, "fraiseql_local_datetime", 1, a -> Times.local(a[0], TimeStorage.ISO));
        SqliteFunction.register(connection, "fraiseql_time", 1, a -> Times.time(a[0], TimeStorage.ISO));
        SqliteFunction.register(connection, "fraiseql_datetime_text", 1, a -> IsoText.instant(a[0].integer()));
        SqliteFunction.register(connection, "fraiseql_local_datetime_text", 1, a -> IsoText.local(a[0].integer()));
        SqliteFunction.register(connection, "fraiseql_time_text", 1, a -> IsoText.time(a[0].integer()));
        SqliteFunction.register(
                connection,
                "fraiseql_period",
                4,
                a -> Periods.of(
                        a[0],
                        ColumnType.valueOf(SqliteFunction.text(a[1])),
                        TimeStorage.valueOf(SqliteFunction.text(a[2])),
                        SqliteFunction.text(a[3])));
        SqliteFunction.register(
                connection, "fraiseql_duration", 1, a -> Times.duration(a[0]).length());
    }

    private static void registerNumbers(Connection connection) throws SQLException {
        SqliteFunction.register(
                connection, "fraiseql_decimal", 2, a -> Decimals.canonical(Decimals.read(a[0], scale(a[1]))));
        SqliteFunction.register(connection, "fraiseql_decimal_compare", 3, a ->
                (long) Decimals.read(a[0], scale(a[2])).compareTo(Decimals.read(a[1], null)));
        SqliteFunction.register(
                connection, "fraiseql_decimal_text", 2, a -> Decimals.stored(SqliteFunction.text(a[0]), scale(a[1])));
        Collation.create(connection, "fraiseql_decimal", new DecimalCollation());
        SqliteAggregate.register(connection, "fraiseql_sum", 2, ExactSum.Sum::new);
        SqliteAggregate.register(connection, "fraiseql_avg", 3, ExactSum.Average::new);
        SqliteAggregate.register(connection, "fraiseql_variance", 2, () -> new ExactSum.Spread(false));
        SqliteAggregate.register(connection, "fraiseql_stddev", 2, () -> new ExactSum.Spread(true));
    }

    /** A negative scale stands for none. */
    private static @Nullable Integer scale(Cell cell) throws SQLException {
        long scale = cell.integer();
        return scale < 0 ? null : (int) scale;
    }

    private static void registerJson(Connection connection) throws SQLException {
        SqliteFunction.register(connection, "fraiseql_json_equal", 2, a -> JsonCompare.equal(json(a[0]), json(a[1])));
        SqliteFunction.register(
                connection, "fraiseql_json_contains", 2, a -> JsonCompare.contains(json(a[0]), json(a[1])));
        SqliteFunction.register(
                connection, "fraiseql_json_overlaps", 2, a -> JsonCompare.overlaps(json(a[0]), json(a[1])));
        SqliteFunction.register(
                connection, "fraiseql_json_has_key", 2, a -> JsonCompare.hasKey(json(a[0]), SqliteFunction.text(a[1])));
        SqliteFunction.register(
                connection, "fraiseql_array_contains", 3, a -> array(a[0], a[2]).containsAll(array(a[1], a[2])));
        SqliteFunction.register(
                connection, "fraiseql_array_overlaps", 3, a -> array(a[0], a[2]).overlaps(array(a[1], a[2])));
        SqliteFunction.register(
                connection,
                "fraiseql_json_scalar",
                2,
                a -> JsonScalar.of(json(a[0]), ColumnType.valueOf(SqliteFunction.text(a[1]))));
    }

    private static Object json(Cell cell) throws SQLException {
        return JsonReader.read(SqliteFunction.text(cell));
    }

    private static TypedArray array(Cell json, Cell type) throws SQLException {
        return TypedArray.of(json(json), ColumnType.valueOf(SqliteFunction.text(type)));
    }
}
