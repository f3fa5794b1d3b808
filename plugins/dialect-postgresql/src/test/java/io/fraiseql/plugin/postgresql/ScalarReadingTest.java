package io.fraiseql.plugin.postgresql;

import static io.fraiseql.plugin.postgresql.TestingDatabase.rows;
import static io.fraiseql.plugin.postgresql.TestingDatabase.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.error.FraiseqlException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.PGResultSetMetaData;

/** Each value is read three times on one connection: the first result comes as text, the later ones in the binary form. */
class ScalarReadingTest {

    private static TestingDatabase testing;

    @BeforeAll
    static void open() {
        testing = new TestingDatabase("create type mood as enum ('sad', 'glad')", 2);
    }

    @AfterAll
    static void close() {
        testing.close();
    }

    private static void reads(String sql, ColumnType type, Object expected) {
        SqlStatement statement = statement("select " + sql, List.of(), type);
        try (ReadSession session = testing.database.openRead(TestingDatabase.PLAIN)) {
            for (int i = 0; i < 3; i++) {
                assertThat(rows(session, statement).get(0).get(0))
                        .as("%s, run %d", sql, i)
                        .isEqualTo(expected);
            }
        }
    }

    private static void refuses(String sql, ColumnType type) {
        SqlStatement statement = statement("select " + sql, List.of(), type);
        try (ReadSession session = testing.database.openRead(TestingDatabase.PLAIN)) {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> rows(session, statement))
                        .as("%s, run %d", sql, i)
                        .isInstanceOfSatisfying(FraiseqlException.class, e -> assertThat(e.code())
                                .isEqualTo(DatabaseErrorCode.VALUE_NOT_READABLE))
                        .hasMessageContaining("column 0");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0",
        "1",
        "-1",
        "0.5",
        "-0.05",
        "0.0001",
        "0.00001",
        "0.00000000000000000001",
        "10000",
        "9999",
        "99990000",
        "100000000",
        "123456789012345678901234567890.123456789",
        "-1.10",
        "1.000000",
        "0.000",
        "10000.0001",
        "1000000000000000000000000000000000000000000000000",
        "12.3400",
        "0.10000",
        "-99999.99999"
    })
    void decimalsKeepTheirScale(String text) {
        reads("'" + text + "'::numeric", ColumnType.DECIMAL, text);
    }

    @Test
    void decimalsOfEveryLength() {
        SqlStatement statement = statement(
                "select d, d::text from generate_series(-2000000, 2000000, 971) n,"
                        + " lateral (values (n::numeric), (n / 1000.0), (n / 10000000.0), (n * 12345.6789)) v(d)",
                List.of(),
                ColumnType.DECIMAL,
                ColumnType.TEXT);
        try (ReadSession session = testing.database.openRead(TestingDatabase.PLAIN)) {
            for (int i = 0; i < 2; i++) {
                assertThat(rows(session, statement)).hasSizeGreaterThan(16_000).allSatisfy(row -> assertThat(row.get(0))
                        .isEqualTo(row.get(1)));
            }
        }
    }

    @Test
    void hugeDecimals() {
        String digits = "7".repeat(1000) + "." + "3".repeat(500);
        reads("'" + digits + "'::numeric", ColumnType.DECIMAL, digits);
        reads("'1e-300'::numeric", ColumnType.DECIMAL, "0." + "0".repeat(299) + "1");
        reads("'1e300'::numeric", ColumnType.DECIMAL, "1" + "0".repeat(300));
        reads("'-12'::int8", ColumnType.DECIMAL, "-12");
    }

    @Test
    void integersAtTheirEdges() {
        reads("'-32768'::int2", ColumnType.INT, -32768L);
        reads("'-2147483648'::int4", ColumnType.INT, -2147483648L);
        reads("2147483647", ColumnType.INT, 2147483647L);
        reads("'9223372036854775807'::int8", ColumnType.BIGINT, Long.MAX_VALUE);
        reads("'-9223372036854775808'::int8", ColumnType.BIGINT, Long.MIN_VALUE);
        reads("'7'::int8", ColumnType.INT, 7L);
    }

    @Test
    void floats() {
        reads("'0.1'::float8", ColumnType.FLOAT, 0.1);
        reads("'1.7976931348623157e308'::float8", ColumnType.FLOAT, Double.MAX_VALUE);
        reads("'4.9e-324'::float8", ColumnType.FLOAT, Double.MIN_VALUE);
        reads("'-0.0'::float8", ColumnType.FLOAT, -0.0);
        reads("'0.1'::float4", ColumnType.FLOAT32, (double) 0.1f);
        reads("'-12.75'::numeric", ColumnType.FLOAT, -12.75);
    }

    @Test
    void booleansTextsAndEnums() {
        reads("true", ColumnType.BOOLEAN, true);
        reads("false", ColumnType.BOOLEAN, false);
        reads("'Grüße 👋 \"'", ColumnType.TEXT, "Grüße 👋 \"");
        reads("''::text", ColumnType.TEXT, "");
        reads("'glad'::mood", ColumnType.TEXT, "glad");
        reads("'{\"a\": 1}'::jsonb", ColumnType.JSON, "{\"a\": 1}");
        reads("'{\"a\":1}'::json", ColumnType.JSON, "{\"a\":1}");
        reads("'\\x414200'::bytea", ColumnType.BYTES, "AB\0");
        reads("''::bytea", ColumnType.BYTES, "");
    }

    @Test
    void uuids() {
        reads(
                "'F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6'::uuid",
                ColumnType.UUID,
                UUID.fromString("f81d4fae-7dec-11d0-a765-00a0c91e6bf6"));
    }

    @ParameterizedTest
    @CsvSource({
        "0001-01-01T00:00",
        "1969-12-31T23:59:59.999999",
        "2026-01-31T12:00:00.000001",
        "9999-12-31T23:59:59.999999"
    })
    void timestamps(LocalDateTime time) {
        long micros = time.toEpochSecond(ZoneOffset.UTC) * 1_000_000 + time.getNano() / 1000;
        reads("'" + time + "'::timestamp", ColumnType.LOCAL_DATETIME, micros);
        reads("'" + time + "Z'::timestamptz", ColumnType.DATETIME, micros);
    }

    @Test
    void zonesAreTurnedIntoUtc() {
        reads("'1970-01-01T01:00:00+01'::timestamptz", ColumnType.DATETIME, 0L);
    }

    @ParameterizedTest
    @CsvSource({"0001-01-01", "1970-01-01", "2024-02-29", "9999-12-31"})
    void dates(LocalDate date) {
        reads("'" + date + "'::date", ColumnType.DATE, date.toEpochDay());
    }

    @Test
    void times() {
        reads("'00:00'::time", ColumnType.TIME, 0L);
        reads("'23:59:59.999999'::time", ColumnType.TIME, 86_399_999_999L);
        refuses("'24:00'::time", ColumnType.TIME);
    }

    @ParameterizedTest
    @CsvSource({"P1Y2M3DT4H5M6.7S", "PT0S", "P-1Y3D", "PT-0.5S"})
    void durations(String text) {
        reads("'" + text + "'::interval", ColumnType.DURATION, text);
    }

    @Test
    void nullsOfEveryType() {
        for (ColumnType type : ColumnType.values()) {
            reads("null::" + PostgresTypes.name(type), type, null);
        }
    }

    @Test
    void valuesWithoutAPlaceAreRefused() {
        refuses("'NaN'::numeric", ColumnType.DECIMAL);
        refuses("'-Infinity'::numeric", ColumnType.DECIMAL);
        refuses("'infinity'::timestamptz", ColumnType.DATETIME);
        refuses("'-infinity'::timestamp", ColumnType.LOCAL_DATETIME);
        refuses("'0001-12-31 BC'::timestamp", ColumnType.LOCAL_DATETIME);
        refuses("'10000-01-01'::timestamp", ColumnType.LOCAL_DATETIME);
        refuses("'infinity'::date", ColumnType.DATE);
        refuses("'0044-03-15 BC'::date", ColumnType.DATE);
        refuses("'10000-01-01'::date", ColumnType.DATE);
        refuses("'infinity'::interval", ColumnType.DURATION);
        refuses("2147483648", ColumnType.INT);
    }

    @Test
    void anotherTypeThanDeclaredIsRefused() {
        refuses("12", ColumnType.TEXT);
        refuses("now()::timestamp", ColumnType.DATETIME);
        refuses("'x'::text", ColumnType.INT);
        refuses("1.5::float8", ColumnType.DECIMAL);
        refuses("'a'::bytea", ColumnType.TEXT);
    }

    /** Guards the claim above: from the second run on, the server sends the binary form. */
    @Test
    void theSecondRunIsBinary() throws Exception {
        String sql =
                "select true, 1::int2, 2, 3::int8, 1.5::float4, 1.5::float8, 1.5::numeric, now(), now()::timestamp,"
                        + " now()::date, now()::time, gen_random_uuid(), '\\x00'::bytea";
        var config = PostgresConfig.of(testing.url, io.fraiseql.plugin.jdbc.PoolConfig.ofSize(1));
        try (var connection = new PostgresConnections(config).openReading();
                var prepared = connection.prepareStatement(sql)) {
            prepared.executeQuery().close();
            var metadata = (PGResultSetMetaData) prepared.executeQuery().getMetaData();
            for (int i = 1; i <= 13; i++) {
                assertThat(metadata.getFormat(i)).as("column %d", i).isEqualTo(1);
            }
        }
    }
}
