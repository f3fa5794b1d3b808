package io.fraiseql.plugin.mysql;

import static io.fraiseql.plugin.mysql.TestingDatabase.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.plugin.mysql.sql.Server;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Values at the ends of their ranges, and stored ones that are none of their type. */
class ScalarReadingTest {

    private static final String NOTHING = "create table t (a int)";
    private static final UUID SOME = UUID.fromString("abcdefab-cdef-4abc-8def-abcdefabcdef");

    private static List<Object> row(Server server, String ddl, String values, String select, ColumnType... types) {
        String script = "create table t (" + ddl + ") character set utf8mb4; insert into t values " + values;
        try (TestingDatabase testing = new TestingDatabase(server, script, 1)) {
            return testing.rows(statement("select " + select + " from t", types))
                    .get(0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void integersAtTheEndsOfTheirRanges(Server server) {
        assertThat(row(
                        server,
                        "a int, b int unsigned, c bigint, d bigint unsigned, e smallint, y year, z tinyint(1)",
                        "(-2147483648, 4294967295, -9223372036854775808, 18446744073709551615, -32768, 2155, 1)",
                        "a, b, c, d, e, y, z",
                        ColumnType.INT,
                        ColumnType.BIGINT,
                        ColumnType.BIGINT,
                        ColumnType.DECIMAL,
                        ColumnType.INT,
                        ColumnType.INT,
                        ColumnType.BOOLEAN))
                .containsExactly(
                        -2147483648L, 4294967295L, Long.MIN_VALUE, "18446744073709551615", -32768L, 2155L, true);
    }

    @ParameterizedTest
    @EnumSource
    void numbersWithFractionsAreExact(Server server) {
        assertThat(row(
                        server,
                        "a decimal(65, 30), b double, c float",
                        "(-12345678901234567890123456789012345.123456789012345678901234567890, 1.7976931348623157e308, 0.1)",
                        "a, b, c",
                        ColumnType.DECIMAL,
                        ColumnType.FLOAT,
                        ColumnType.FLOAT32))
                .containsExactly(
                        "-12345678901234567890123456789012345.123456789012345678901234567890",
                        1.7976931348623157e308,
                        (double) 0.1f);
    }

    @ParameterizedTest
    @EnumSource
    void timesAtTheEndsOfTheirRanges(Server server) {
        assertThat(row(
                        server,
                        "a date, b datetime(6), c time(6), d timestamp(6) null",
                        "('9999-12-31', '0001-01-01 00:00:00', '23:59:59.999999', '2024-02-29 12:00:00.000001')",
                        "a, b, c, d",
                        ColumnType.DATE,
                        ColumnType.LOCAL_DATETIME,
                        ColumnType.TIME,
                        ColumnType.DATETIME))
                .containsExactly(2932896L, -62135596800000000L, 86399999999L, 1709208000000001L);
    }

    @ParameterizedTest
    @EnumSource
    void textsBytesAndDocuments(Server server) {
        assertThat(row(
                        server,
                        "a text, l varchar(9) character set latin1, e enum('x', 'y'), s set('p', 'q'), j json, v varbinary(4)",
                        "('😀 ', 'é', 'y', 'p,q', '{\"a\": [1, null]}', x'41')",
                        "a, l, e, s, cast(j as char), v",
                        ColumnType.TEXT,
                        ColumnType.TEXT,
                        ColumnType.TEXT,
                        ColumnType.TEXT,
                        ColumnType.JSON,
                        ColumnType.BYTES))
                .containsExactly("😀 ", "é", "y", "p,q", "{\"a\": [1, null]}", "A");
    }

    @ParameterizedTest
    @EnumSource
    void uuidsInEveryStorage(Server server) {
        String own = server == Server.MARIADB ? "uuid" : "char(36)";
        assertThat(row(
                        server,
                        "a char(36), b binary(16), c " + own,
                        "('ABCDEFAB-CDEF-4ABC-8DEF-ABCDEFABCDEF', unhex('abcdefabcdef4abc8defabcdefabcdef'), '" + SOME
                                + "')",
                        "a, b, c",
                        ColumnType.UUID,
                        ColumnType.UUID,
                        ColumnType.UUID))
                .containsExactly(SOME, SOME, SOME);
    }

    @ParameterizedTest
    @EnumSource
    void nullsOfEveryType(Server server) {
        ColumnType[] types = ColumnType.values();
        String nulls = String.join(", ", Collections.nCopies(types.length, "null"));
        try (TestingDatabase testing = new TestingDatabase(server, NOTHING, 1)) {
            assertThat(testing.rows(statement("select " + nulls, types)).get(0)).containsOnlyNulls();
        }
        assertThat(Arrays.asList(types)).hasSize(15);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoValueOfItsTypeIsAnErrorAndNeverNull(Server server) {
        String script =
                "set sql_mode = ''; create table t (d date, m date, dt datetime, mt datetime, yt datetime, ti time, neg time, b tinyint(1),"
                        + " big bigint unsigned, txt varchar(36));"
                        + " insert into t values ('0000-00-00', '2020-00-10', '0000-00-00', '2020-00-10 01:00:00', '0000-05-10 01:00:00', '24:00:00', '-00:00:01', 2,"
                        + " 9223372036854775808, 'no uuid')";
        try (TestingDatabase testing = new TestingDatabase(server, script, 1)) {
            unreadable(testing, "d", ColumnType.DATE);
            unreadable(testing, "m", ColumnType.DATE);
            unreadable(testing, "dt", ColumnType.LOCAL_DATETIME);
            unreadable(testing, "dt", ColumnType.DATETIME);
            unreadable(testing, "mt", ColumnType.DATETIME);
            unreadable(testing, "yt", ColumnType.LOCAL_DATETIME);
            unreadable(testing, "ti", ColumnType.TIME);
            unreadable(testing, "neg", ColumnType.TIME);
            unreadable(testing, "b", ColumnType.BOOLEAN);
            unreadable(testing, "big", ColumnType.BIGINT);
            unreadable(testing, "big", ColumnType.INT);
            unreadable(testing, "txt", ColumnType.UUID);
            unreadable(testing, "txt", ColumnType.DURATION);
            unreadable(testing, "txt", ColumnType.DECIMAL);
        }
    }

    private static void unreadable(TestingDatabase testing, String column, ColumnType type) {
        assertThatThrownBy(() -> testing.rows(statement("select " + column + " from t", type)))
                .as("%s as %s", column, type)
                .isInstanceOfSatisfying(FraiseqlException.class, e -> assertThat(e.code())
                        .isEqualTo(DatabaseErrorCode.VALUE_NOT_READABLE))
                .hasMessageContaining(type.name());
    }
}
