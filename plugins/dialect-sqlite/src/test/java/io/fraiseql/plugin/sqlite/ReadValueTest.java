package io.fraiseql.plugin.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.RowShape;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.SqlExpr;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every type at its edges, and each value that does not fit. */
class ReadValueTest {

    @TempDir
    Path folder;

    private TestDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = new TestDatabase(folder, "CREATE TABLE t (id INTEGER)");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "INT | - | - | 2147483647 | 2147483647",
                "INT | - | - | -2147483648 | -2147483648",
                "BIGINT | - | - | 9223372036854775807 | 9223372036854775807",
                "BOOLEAN | - | - | 1 | true",
                "BOOLEAN | - | - | 0 | false",
                "FLOAT | - | - | 0.1 | 0.1",
                "FLOAT | - | - | 3 | 3.0",
                "FLOAT | - | - | 1.7976931348623157e308 | 1.7976931348623157E308",
                "FLOAT32 | - | - | 0.1 | 0.10000000149011612",
                "TEXT | - | - | char(104, 128512, 0, 233) | h😀\u0000é",
                "TEXT | - | - | '' | ``",
                "BYTES | - | - | x'00ff' | `\u0000ÿ`",
                "BYTES | - | - | x'' | ``",
                "DECIMAL | 2 | - | 19.99 | 19.99",
                "DECIMAL | 2 | - | 0.1 + 0.2 | 0.30",
                "DECIMAL | 2 | - | -79.19 | -79.19",
                "DECIMAL | 2 | - | 2.675 | 2.67",
                "DECIMAL | 2 | - | 0.125 | 0.12",
                "DECIMAL | 12 | - | 0.1 | 0.100000000000",
                "DECIMAL | 2 | - | 20 | 20.00",
                "DECIMAL | 2 | - | '19.9' | 19.90",
                "DECIMAL | 2 | - | -0.001 | 0.00",
                "DECIMAL | 2 | - | 9999999999999.99 | 9999999999999.99",
                "DECIMAL | 4 | - | '12345678901234567890.1234' | 12345678901234567890.1234",
                "DECIMAL | - | - | '1.500' | 1.500",
                "DECIMAL | - | - | 1.5 | 1.5",
                "DECIMAL | - | - | 1e14 | 100000000000000",
                "DURATION | - | - | 'P14M1W' | P1Y2M7D",
                "DURATION | - | - | 'PT90M1.50S' | PT1H30M1.5S",
                "DURATION | - | - | 'P0D' | PT0S",
                "DURATION | - | - | 'PT-0.5S' | PT-0.5S",
                "DATE | - | iso | '1970-01-02' | 1",
                "DATE | - | iso | '0001-01-01' | -719162",
                "DATE | - | epoch_s | 86400 | 1",
                "DATE | - | epoch_ms | -86400000 | -1",
                "DATE | - | julian | julianday('2024-02-29') | 19782",
                "TIME | - | iso | '23:59:59.999999' | 86399999999",
                "TIME | - | iso | '00:01' | 60000000",
                "TIME | - | epoch_s | 1.5 | 1500000",
                "DATETIME | - | iso | '1970-01-01T00:00:01Z' | 1000000",
                "DATETIME | - | iso | '1970-01-01 00:00:01.5' | 1500000",
                "DATETIME | - | iso | '1970-01-01T00:00:00-01:30' | 5400000000",
                "DATETIME | - | iso | '1970-01-01T00:00:00+0130' | -5400000000",
                "DATETIME | - | iso | '1970-01-02' | 86400000000",
                "DATETIME | - | iso | '9999-12-31T23:59:59.999999999Z' | 253402300799999999",
                "DATETIME | - | epoch_s | -1 | -1000000",
                "DATETIME | - | epoch_ms | 1500 | 1500000",
                "DATETIME | - | julian | 2440587.5 | 0",
                "LOCAL_DATETIME | - | iso | '0001-01-01 00:00:00' | -62135596800000000",
                "LOCAL_DATETIME | - | julian | julianday('2024-01-31 12:00:00.250') | 1706702400250000",
            })
    void readsWhatFits(
            ColumnType type, @Nullable Integer scale, @Nullable String storage, String sql, String expected) {
        assertThat(read(type, scale, storage, sql)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "INT | - | - | 2147483648 | found an INTEGER outside 32 bits where an integer of 32 bits is expected",
                "INT | - | - | 1.5 | found REAL where",
                "INT | - | - | '1' | found TEXT where",
                "BIGINT | - | - | 1e19 | found REAL where",
                "BOOLEAN | - | - | 2 | found another INTEGER where 0 or 1 is expected",
                "BOOLEAN | - | - | 'true' | found TEXT where",
                "FLOAT | - | - | 9e999 | found an infinity",
                "FLOAT | - | - | '1.5' | found TEXT",
                "FLOAT32 | - | - | 1e39 | found an infinity",
                "TEXT | - | - | 5 | found INTEGER where TEXT is expected",
                "TEXT | - | - | x'61' | found BLOB where TEXT is expected",
                "TEXT | - | - | CAST(x'ff' AS TEXT) | found bytes that are no UTF-8",
                "BYTES | - | - | 'a' | found TEXT where a BLOB is expected",
                "DECIMAL | 2 | - | '1.999' | found a decimal with more digits where a decimal of scale 2 is expected",
                "DECIMAL | 2 | - | 1e15 | found a REAL of more than 15 digits",
                "DECIMAL | 2 | - | '1e5' | found another TEXT where a decimal number is expected",
                "DECIMAL | - | - | 0.1 + 0.2 | found a REAL of more than 15 digits and no declared scale",
                "DECIMAL | 2 | - | 9e999 | found an infinity",
                "DURATION | - | - | 'P' | found another TEXT where an ISO 8601 duration is expected",
                "DURATION | - | - | 'PT' | found another TEXT",
                "DURATION | - | - | 5 | found INTEGER",
                "UUID | - | - | 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a1' | found another TEXT where a UUID",
                "UUID | - | - | 'g0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11' | found another TEXT where a UUID",
                "UUID | - | - | x'00' | found another BLOB where a UUID",
                "UUID | - | - | 1 | found INTEGER where a UUID",
                "DATE | - | iso | '2023-02-29' | found another TEXT where the TEXT YYYY-MM-DD is expected",
                "DATE | - | iso | '0000-01-01' | found another TEXT",
                "DATE | - | iso | '2024-01-31 00:00:00' | found another TEXT",
                "DATE | - | epoch_s | 1 | found a time of day where a date is expected",
                "TIME | - | iso | '24:00' | found another TEXT",
                "TIME | - | iso | '12:00Z' | found another TEXT",
                "TIME | - | epoch_s | 86400 | found a number outside one day",
                "DATETIME | - | iso | '2024-01-31T25:00:00' | found another TEXT",
                "DATETIME | - | iso | '2024-01-31T12:00:00.' | found another TEXT",
                "DATETIME | - | iso | '2024-01-31T12:00:00+19:00' | found another TEXT",
                "DATETIME | - | iso | '0001-01-01T00:00:00+01:00' | found a time outside the years 1 to 9999",
                "DATETIME | - | iso | 0 | found INTEGER where an ISO 8601 TEXT",
                "DATETIME | - | epoch_s | '0' | found TEXT where a number that counts time is expected",
                "DATETIME | - | epoch_s | 253402300800 | found a time outside the years 1 to 9999",
                "DATETIME | - | epoch_s | 9223372036854775807 | found a time outside",
                "DATETIME | - | epoch_ms | 1e300 | found a time outside",
                "LOCAL_DATETIME | - | iso | '2024-01-31T12:00:00Z' | found another TEXT where an ISO 8601 TEXT with date and"
                        + " time and without zone is expected",
            })
    void refusesWhatDoesNotFit(
            ColumnType type, @Nullable Integer scale, @Nullable String storage, String sql, String message) {
        assertThatThrownBy(() -> read(type, scale, storage, sql))
                .hasMessageContaining(message)
                .hasMessageStartingWith("column 1 of the result, declared as " + type)
                .isInstanceOfSatisfying(FraiseqlException.class, e -> assertThat(e.code())
                        .isEqualTo(DatabaseErrorCode.VALUE_NOT_READABLE));
    }

    @Test
    void uuidsComeFromTextAndBytes() {
        String expected = "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11";
        assertThat(read(ColumnType.UUID, null, null, "'A0EEBC99-9c0b-4ef8-bb6d-6bb9bd380a11'"))
                .isEqualTo(expected);
        assertThat(read(ColumnType.UUID, null, null, "x'A0EEBC999c0b4ef8bb6d6bb9bd380a11'"))
                .isEqualTo(expected);
    }

    @Test
    void nullIsNullInEveryType() {
        for (ColumnType type : ColumnType.values()) {
            RowShape.Column column = new RowShape.Column(type, null);
            assertThat(database.column("SELECT NULL", column, row -> row.isNull(0)))
                    .as(type.name())
                    .containsExactly(true);
            assertThat(value(type, "NULL", null))
                    .as(type.name())
                    .isIn("0", "0.0", "false", "", new UUID(0, 0).toString());
        }
    }

    @Test
    void jsonIsCheckedByTheStatement() {
        SqlExpr read =
                new SqlExpr.Read(new SqlExpr.Column("t", "v", ColumnType.JSON, null, true), ColumnType.JSON, null);
        String sql = TestWriter.write(read);
        assertThat(json(sql, "'{\"a\": [1.10, \"é\"]}'")).isEqualTo("{\"a\":[1.10,\"é\"]}");
        assertThat(json(sql, "jsonb('[12345678901234567890]')")).isEqualTo("[12345678901234567890]");
        assertThat(json(sql, "5")).isEqualTo("5");
        assertThatThrownBy(() -> json(sql, "'{a'"))
                .hasMessage("a stored value is no valid JSON; correct the data or the schema")
                .isInstanceOfSatisfying(FraiseqlException.class, e -> assertThat(e.code())
                        .isEqualTo(DatabaseErrorCode.VALUE_NOT_READABLE));
    }

    private String json(String read, String value) {
        return database.column(
                        "SELECT " + read + " FROM (SELECT " + value + " AS v) AS t",
                        new RowShape.Column(ColumnType.JSON, null),
                        row -> text(row, StandardCharsets.UTF_8))
                .get(0);
    }

    private String read(ColumnType type, @Nullable Integer scale, @Nullable String storage, String sql) {
        SqlType declared = scale == null && storage == null ? null : Conditions.sql("X", scale, null, storage);
        return value(type, sql, declared);
    }

    private String value(ColumnType type, String sql, @Nullable SqlType declared) {
        return database.column("SELECT " + sql, new RowShape.Column(type, declared), row -> value(row, type))
                .get(0);
    }

    private static String value(RowCursor row, ColumnType type) {
        return switch (type) {
            case BOOLEAN -> Boolean.toString(row.getBoolean(0));
            case FLOAT, FLOAT32 -> Double.toString(row.getDouble(0));
            case UUID -> new UUID(row.getUuidHigh(0), row.getUuidLow(0)).toString();
            case BYTES -> text(row, StandardCharsets.ISO_8859_1);
            case TEXT, DECIMAL, DURATION, JSON -> text(row, StandardCharsets.UTF_8);
            default -> Long.toString(row.getLong(0));
        };
    }

    private static String text(RowCursor row, java.nio.charset.Charset charset) {
        StringBuilder out = new StringBuilder();
        row.getBytes(0, (source, offset, length) -> out.append(new String(source, offset, length, charset)));
        return out.toString();
    }
}
