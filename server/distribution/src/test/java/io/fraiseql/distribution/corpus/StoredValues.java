package io.fraiseql.distribution.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.fraiseql.plugin.testkit.TestDatabase;
import io.fraiseql.server.demo.DemoColumn;
import io.fraiseql.spi.database.ColumnType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/** A stored value as text that is the same for every dialect when the value is. */
final class StoredValues {

    /** Reads one cell. */
    interface Reader {
        String read(ResultSet row, int index, DemoColumn column) throws SQLException;
    }

    private StoredValues() {}

    static Reader of(TestDatabase database) {
        return switch (database) {
            case SQLITE -> StoredValues::ofSqlite;
            case POSTGRESQL -> StoredValues::ofPostgres;
            case MARIADB, MYSQL -> StoredValues::ofMysql;
            case SQLSERVER -> StoredValues::ofSqlServer;
        };
    }

    private static String ofSqlite(ResultSet row, int index, DemoColumn column) throws SQLException {
        String text = row.getString(index);
        if (text == null) {
            return "null";
        }
        if (column.array()) {
            return json(text);
        }
        return switch (column.type()) {
            case BOOLEAN -> String.valueOf(row.getInt(index) == 1);
            case DECIMAL ->
                column.exactText()
                        ? text
                        : BigDecimal.valueOf(row.getDouble(index))
                                .setScale(column.scale(), RoundingMode.HALF_EVEN)
                                .toPlainString();
            case FLOAT -> String.valueOf(row.getDouble(index));
            case DATETIME -> OffsetDateTime.parse(text).toInstant().toString();
            case LOCAL_DATETIME -> LocalDateTime.parse(text).toString();
            case TIME -> LocalTime.parse(text).toString();
            case JSON -> json(text);
            case BYTES -> HexFormat.of().formatHex(row.getBytes(index));
            default -> text;
        };
    }

    private static String ofPostgres(ResultSet row, int index, DemoColumn column) throws SQLException {
        if (row.getObject(index) == null) {
            return "null";
        }
        if (column.array()) {
            Array array = row.getArray(index);
            JsonNode list = JsonDifferences.MAPPER.valueToTree(Arrays.asList((Object[]) array.getArray()));
            return json(list.toString());
        }
        return switch (column.type()) {
            case FLOAT -> String.valueOf(row.getDouble(index));
            case BOOLEAN -> String.valueOf(row.getBoolean(index));
            case DATETIME ->
                row.getObject(index, OffsetDateTime.class).toInstant().toString();
            case LOCAL_DATETIME -> row.getObject(index, LocalDateTime.class).toString();
            case DATE -> row.getObject(index, java.time.LocalDate.class).toString();
            case TIME -> row.getObject(index, LocalTime.class).toString();
            case JSON -> json(row.getString(index));
            case BYTES -> HexFormat.of().formatHex(row.getBytes(index));
            case DECIMAL -> row.getBigDecimal(index).toPlainString();
            default -> row.getString(index);
        };
    }

    private static String ofMysql(ResultSet row, int index, DemoColumn column) throws SQLException {
        String text = row.getString(index);
        if (text == null) {
            return "null";
        }
        if (column.array() || column.type() == ColumnType.JSON) {
            return json(text);
        }
        return switch (column.type()) {
            case FLOAT -> String.valueOf(row.getDouble(index));
            case BOOLEAN -> String.valueOf(row.getBoolean(index));
            case DATETIME ->
                row.getObject(index, LocalDateTime.class)
                        .toInstant(ZoneOffset.UTC)
                        .toString();
            case LOCAL_DATETIME -> row.getObject(index, LocalDateTime.class).toString();
            case TIME -> row.getObject(index, LocalTime.class).toString();
            case BYTES -> HexFormat.of().formatHex(row.getBytes(index));
            case DECIMAL -> row.getBigDecimal(index).toPlainString();
            default -> text;
        };
    }

    private static String ofSqlServer(ResultSet row, int index, DemoColumn column) throws SQLException {
        if (row.getObject(index) == null) {
            return "null";
        }
        return column.type() == ColumnType.UUID && !column.array()
                ? row.getString(index).toLowerCase(Locale.ROOT)
                : column.array() ? json(row.getString(index)) : ofPostgres(row, index, column);
    }

    /** Numbers by value: a database may drop the zeros behind a fraction. */
    private static String json(String text) {
        try {
            return JsonDifferences.MAPPER
                    .readTree(text)
                    .toString()
                    .replaceAll("(\\.\\d*?)0+(?=[],}])", "$1")
                    .replaceAll("\\.(?=[],}])", "");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(text, e);
        }
    }
}
