package io.fraiseql.plugin.postgresql;

import static io.fraiseql.plugin.postgresql.TestingDatabase.rows;
import static io.fraiseql.plugin.postgresql.TestingDatabase.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.ReadOptions;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.database.SqlStatement.BindType;
import io.fraiseql.spi.error.FraiseqlException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rows read in bulk are the rows that are read otherwise, whatever is bound. */
class CopyReadingTest {

    private static final ReadOptions BULK = new ReadOptions(TimeUnit.SECONDS.toNanos(5), false, 100, 0, true);
    private static final SqlStatement NUMBERS = statement(
            "select n, repeat('x', 100) from generate_series(1, 500000) n", List.of(), ColumnType.INT, ColumnType.TEXT);

    private static TestingDatabase testing;

    @BeforeAll
    static void open() {
        testing = new TestingDatabase(
                "create table t (id bigint primary key, \"a ? 'b\" text); insert into t select n, n from"
                        + " generate_series(1, 20000) n; analyze t",
                2);
    }

    @AfterAll
    static void close() {
        testing.close();
    }

    private static List<List<Object>> bulk(SqlStatement statement, Object... values) {
        try (ReadSession session = testing.database.openRead(BULK)) {
            return rows(session, statement, values);
        }
    }

    private static void same(SqlStatement statement, Object... values) {
        assertThat(bulk(statement, values)).isEqualTo(testing.rows(statement, values));
    }

    private static BindType one(ColumnType type) {
        return new BindType(type, false);
    }

    private static void bound(ColumnType type, Object... values) {
        String name = PostgresTypes.name(type);
        String column = type == ColumnType.JSON || type == ColumnType.DURATION ? ")::text" : ")";
        ColumnType read = type == ColumnType.INT ? ColumnType.BIGINT : type;
        for (Object value : values) {
            same(statement("select (?::" + name + column, List.of(one(type)), read), value);
        }
        List<Object> all = new ArrayList<>(Arrays.asList(values));
        SqlStatement list = statement(
                "select count(*) from (select unnest(?::" + name + "[]) v) q where v is not null",
                List.of(new BindType(type, true)),
                ColumnType.BIGINT);
        assertThat(bulk(list, all)).isEqualTo(List.of(List.of((long) values.length)));
        assertThat(bulk(statement("select ?::" + name + " is null", List.of(one(type)), ColumnType.BOOLEAN), (Object)
                        null))
                .isEqualTo(List.of(List.of(true)));
    }

    @Test
    void valuesOfEveryTypeAreBound() {
        bound(ColumnType.BOOLEAN, true, false);
        bound(ColumnType.INT, 0L, -2147483648L, 2147483647L);
        bound(ColumnType.BIGINT, Long.MIN_VALUE, Long.MAX_VALUE);
        bound(ColumnType.FLOAT, 0.1, -1e308, Double.MIN_VALUE, 1.0 / 3);
        bound(ColumnType.FLOAT32, 0.5, (double) 0.1f);
        bound(ColumnType.DECIMAL, new BigDecimal("1e-20"), new BigDecimal("-99999999999999999999.99"), BigDecimal.ZERO);
        bound(ColumnType.UUID, UUID.fromString("d5c361c5-19a1-4cc3-8471-df34cf6b4ac3"));
        bound(ColumnType.DATETIME, LocalDateTime.of(2024, 2, 29, 12, 0).atOffset(ZoneOffset.ofHours(5)));
        bound(
                ColumnType.LOCAL_DATETIME,
                LocalDateTime.of(1, 1, 1, 0, 0),
                LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000));
        bound(ColumnType.DATE, LocalDate.of(1969, 12, 31), LocalDate.of(9999, 12, 31));
        bound(ColumnType.TIME, LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59, 1_000));
        bound(ColumnType.DURATION, "P1Y2M3DT4H5M6.5S", "PT-1S");
        bound(ColumnType.JSON, "{\"a\": [1, 2.50, \"?'\\\\\"]}", "null");
        bound(ColumnType.TEXT, "", "a");
    }

    @Test
    void bytesAreBound() {
        byte[] bytes = new byte[256];
        IntStream.range(0, 256).forEach(i -> bytes[i] = (byte) i);
        SqlStatement statement =
                statement("select encode(?::bytea, 'hex')", List.of(one(ColumnType.BYTES)), ColumnType.TEXT);
        same(statement, (Object) bytes);
        same(statement, (Object) new byte[0]);
    }

    /** Also as elements of a list. */
    @Test
    void noTextBecomesSql() {
        Random random = new Random(7);
        List<String> texts = new ArrayList<>(List.of(
                "'",
                "''",
                "\\",
                "\\'",
                "'); drop table t; --",
                "$1",
                "?",
                "??",
                "$$",
                "E'\\047'",
                "{}",
                "{a,\"b\"}",
                "NULL",
                "current_setting('fraiseql.bind0')",
                "\n\r\t",
                "/* */",
                "-- x",
                "\uD83D\uDE00",
                "é",
                " "));
        String pieces = "'\"\\?$,{}()-;:%é\uD83D \n0aE";
        while (texts.size() < 200) {
            texts.add(random.ints(random.nextInt(12), 0, pieces.length())
                    .mapToObj(i -> pieces.charAt(i) == '\uD83D' ? "\uD83D\uDE00" : String.valueOf(pieces.charAt(i)))
                    .collect(Collectors.joining()));
        }
        String columns = Collections.nCopies(texts.size(), "?::text").stream().collect(Collectors.joining(", "));
        ColumnType[] types =
                Stream.generate(() -> ColumnType.TEXT).limit(texts.size()).toArray(ColumnType[]::new);
        List<BindType> binds = Collections.nCopies(texts.size(), one(ColumnType.TEXT));
        String named = IntStream.range(0, texts.size()).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
        SqlStatement all = statement("select * from (select " + columns + ") as q(" + named + ")", binds, types);
        assertThat(bulk(all, texts.toArray())).isEqualTo(List.of(texts));
        SqlStatement list = statement(
                "select v from unnest(?::text[]) v", List.of(new BindType(ColumnType.TEXT, true)), ColumnType.TEXT);
        assertThat(bulk(list, texts))
                .isEqualTo(texts.stream().map(text -> List.<Object>of(text)).toList());
        assertThat(testing.rows(statement("select count(*) from t", List.of(), ColumnType.BIGINT)))
                .isEqualTo(List.of(List.of(20_000L)));
    }

    @Test
    void whatOnlyLooksLikeAParameterIsLeft() {
        same(
                statement(
                        "select \"a ? 'b\", '?', '{\"a\": 1}'::jsonb ?? ?::text /* ? */ from t where id = ?::bigint",
                        List.of(one(ColumnType.TEXT), one(ColumnType.BIGINT)),
                        ColumnType.TEXT,
                        ColumnType.TEXT,
                        ColumnType.BOOLEAN),
                "a",
                17L);
    }

    @Test
    void rowsOfEveryTypeAreTheSame() {
        same(statement(
                "select n % 2 = 0, n, n::int2, n::float8 / 3, n::float4, n::numeric(20, 5) / 7, md5(n::text)::uuid, 'é' || n,"
                        + " '2024-02-29 12:00:00.000001+00'::timestamptz + n * interval '1 hour', date '2024-01-01' + n,"
                        + " time '00:00' + n * interval '1 second', decode(md5(n::text), 'hex'), nullif(n, 7)"
                        + " from generate_series(1, 1000) as g(n) order by g.n",
                List.of(),
                ColumnType.BOOLEAN,
                ColumnType.INT,
                ColumnType.BIGINT,
                ColumnType.FLOAT,
                ColumnType.FLOAT32,
                ColumnType.DECIMAL,
                ColumnType.UUID,
                ColumnType.TEXT,
                ColumnType.DATETIME,
                ColumnType.DATE,
                ColumnType.TIME,
                ColumnType.BYTES,
                ColumnType.INT));
        same(statement("select interval '1 day 2 hours'", List.of(), ColumnType.DURATION));
        same(statement("select id from t where false", List.of(), ColumnType.BIGINT));
        assertThatThrownBy(() -> bulk(statement("select timestamp '2024-01-01'", List.of(), ColumnType.DATETIME)))
                .isInstanceOfSatisfying(FraiseqlException.class, e -> assertThat(e.code())
                        .isEqualTo(DatabaseErrorCode.VALUE_NOT_READABLE));
    }

    @Test
    void aSettingBoundsAnIndexScan() throws Exception {
        try (Connection connection = DriverManager.getConnection(testing.url)) {
            connection.createStatement().execute("select set_config('fraiseql.bind0', '17', false)");
            try (ResultSet plan = connection
                    .createStatement()
                    .executeQuery("explain select * from t where id < current_setting('fraiseql.bind0')::bigint")) {
                List<String> lines = new ArrayList<>();
                while (plan.next()) {
                    lines.add(plan.getString(1));
                }
                assertThat(String.join("\n", lines)).contains("Index Cond").contains("rows=1");
            }
        }
    }

    @Test
    void rowsThatAreLeftEndInTheDatabase() throws Exception {
        try (ReadSession session = testing.database.openRead(BULK)) {
            try (RowCursor cursor = session.query(NUMBERS, new Object[0])) {
                for (int i = 1; i <= 10; i++) {
                    assertThat(cursor.next()).isTrue();
                    assertThat(cursor.getLong(0)).isEqualTo(i);
                }
                assertThat(activity()).isEqualTo("COPY (select n, repea");
            }
            assertThat(rows(session, statement("select 5", List.of(), ColumnType.INT)))
                    .isEqualTo(List.of(List.of(5L)));
        }
        assertThat(bulk(NUMBERS)).hasSize(500_000);
    }

    /** A page that is too large is left and read again, of the same rows. */
    @Test
    void rowsThatAreLeftDoNotTakeTheSnapshotAlong() throws Exception {
        ReadOptions pages = new ReadOptions(TimeUnit.SECONDS.toNanos(5), true, 100, 0, true);
        SqlStatement count = statement(
                "select count(*) from t where id > ?::bigint", List.of(one(ColumnType.BIGINT)), ColumnType.BIGINT);
        try (ReadSession session = testing.database.openRead(pages);
                Connection other = DriverManager.getConnection(testing.url)) {
            List<List<Object>> before = rows(session, count, 0L);
            other.createStatement().execute("insert into t values (1000000, 'new')");
            for (int i = 0; i < 3; i++) {
                try (RowCursor cursor = session.query(NUMBERS, new Object[0])) {
                    assertThat(cursor.next()).isTrue();
                }
                assertThat(rows(session, count, 0L)).isEqualTo(before);
            }
            other.createStatement().execute("delete from t where id = 1000000");
        }
    }

    @Test
    void aCancelReachesTheDatabase() {
        SqlStatement endless = statement("select generate_series(1, 1000000000000)", List.of(), ColumnType.BIGINT);
        try (ReadSession session = testing.database.openRead(BULK)) {
            try (RowCursor cursor = session.query(endless, new Object[0])) {
                assertThat(cursor.next()).isTrue();
                Thread other = new Thread(session::cancel);
                other.start();
                assertThatThrownBy(() -> {
                            while (cursor.next()) {
                                assertThat(cursor.getLong(0)).isPositive();
                            }
                        })
                        .isInstanceOfSatisfying(FraiseqlException.class, e -> assertThat(e.code())
                                .isEqualTo(DatabaseErrorCode.TIMEOUT));
            }
            assertThat(rows(session, statement("select 5", List.of(), ColumnType.INT)))
                    .isEqualTo(List.of(List.of(5L)));
        }
    }

    private static String activity() throws Exception {
        try (Connection connection = DriverManager.getConnection(testing.url);
                ResultSet found = connection
                        .createStatement()
                        .executeQuery("select left(query, 21) from pg_stat_activity where state = 'active' and pid <>"
                                + " pg_backend_pid() and datname = current_database()")) {
            return found.next() ? found.getString(1) : "";
        }
    }

    /** What a text is in UTF-8 stays so. */
    @Test
    void longTextsComeWhole() {
        String text = "é\uD83D\uDE00".repeat(100_000);
        SqlStatement statement =
                statement("select octet_length(?::text)", List.of(one(ColumnType.TEXT)), ColumnType.INT);
        assertThat(bulk(statement, text))
                .isEqualTo(List.of(List.of((long) text.getBytes(StandardCharsets.UTF_8).length)));
    }
}
