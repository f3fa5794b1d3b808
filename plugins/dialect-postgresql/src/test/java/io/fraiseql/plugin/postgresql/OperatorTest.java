package io.fraiseql.plugin.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.Bind;
import io.fraiseql.spi.sql.SqlExpr.Column;
import io.fraiseql.spi.sql.SqlExpr.Comparison;
import io.fraiseql.spi.sql.SqlExpr.InList;
import io.fraiseql.spi.sql.SqlExpr.JsonTest;
import io.fraiseql.spi.sql.SqlExpr.JsonValue;
import io.fraiseql.spi.sql.SqlExpr.Not;
import io.fraiseql.spi.sql.SqlExpr.SearchTest;
import io.fraiseql.spi.sql.SqlExpr.TextMatch;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Conditions as the dialect writes them, run on the engine: which of the rows 1, 2, … match. */
class OperatorTest {

    private static final String TABLE = """
            create extension citext; create extension ltree;
            create type mood as enum ('sad', 'ok', 'glad');
            create collation insensitive (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
            create table t (id int primary key, plain text, folded citext, loose text collate insensitive,
              padded char(5), short varchar(20), feeling mood, address inet, tree ltree, key uuid, flag boolean,
              small real, big double precision, amount numeric, long bigint, at timestamptz, local timestamp, day date,
              clock time, span interval, doc jsonb, old json, raw bytea,
              tags text[], codes varchar(9)[], numbers int[], moods mood[]);
            insert into t values
             (1, 'Abc', 'Abc', 'Abc', 'Abc', 'Abc', 'sad', '10.0.0.1', 'a.b', 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6', true,
              0.1, 0.1, 1.10, 9007199254740993, '2026-01-01T00:00Z', '2026-01-01T00:00', '2026-01-01', '12:00', 'P1D',
              '{"a": 1.0, "b": {"c": "x"}, "list": [1, 2], "none": null}', '{"a": 1.0, "b": {"c": "x"}}', '\\x01',
              '{a,b}', '{a,b}', '{1,2}', '{sad}'),
             (2, 'abc', 'abc', 'abc', 'abc', 'abc', 'glad', '10.0.0.2', 'a.c', '00000000-0000-0000-0000-000000000000', false,
              2, 2, 2.5, 2, '2027-01-01T00:00Z', '2027-01-01T00:00', '2027-01-01', '13:00', 'P2D',
              '[1, 2, 3]', '[1]', '\\x02', '{b}', '{}', '{}', '{glad,ok}');
            insert into t (id) values (3);
            """;

    private static TestingDatabase testing;

    @BeforeAll
    static void open() {
        testing = new TestingDatabase(TABLE, 2);
    }

    @AfterAll
    static void close() {
        testing.close();
    }

    private static Column column(String name, ColumnType type, String sqlType, String collation, boolean array) {
        SqlType sql = new SqlType(sqlType, null, null, null, collation, null, array, false, false, false);
        return new Column("t", name, type, sql, true);
    }

    private static Column column(String name, ColumnType type, String sqlType) {
        return column(name, type, sqlType, null, false);
    }

    private static final Column PLAIN = column("plain", ColumnType.TEXT, "text");
    private static final Column FOLDED = column("folded", ColumnType.TEXT, "citext");
    private static final Column LOOSE = column("loose", ColumnType.TEXT, "text", "insensitive", false);
    private static final Column PADDED = column("padded", ColumnType.TEXT, "character");
    private static final Column SHORT = column("short", ColumnType.TEXT, "character varying");
    private static final Column DOC = column("doc", ColumnType.JSON, "jsonb");
    private static final Column OLD = column("old", ColumnType.JSON, "json");
    private static final Column TAGS = column("tags", ColumnType.TEXT, "text", null, true);

    /** The rows that match, after the same statement ran often enough to be prepared in every way. */
    private static List<Long> matching(SqlExpr condition, Object... values) {
        TestSqlWriter writer = new TestSqlWriter();
        writer.text("select id from t where ").node(condition).text(" order by id");
        Object[] bound = writer.slots.stream().map(slot -> values[slot]).toArray();
        var statement = TestingDatabase.statement(writer.toString(), writer.binds, ColumnType.INT);
        List<Long> first = ids(statement, bound);
        for (int i = 0; i < 6; i++) {
            assertThat(ids(statement, bound)).as(writer.toString()).isEqualTo(first);
        }
        return first;
    }

    private static List<Long> ids(io.fraiseql.spi.database.SqlStatement statement, Object[] bound) {
        return testing.rows(statement, bound).stream()
                .map(row -> (Long) row.get(0))
                .toList();
    }

    private static Comparison compare(Column column, Comparison.Operator operator) {
        Bind bind = new Bind(0, column.type(), false, column.sql());
        return new Comparison(operator, column, bind, column.type(), column.sql(), false);
    }

    private static List<Long> equal(Column column, Object value) {
        return matching(compare(column, Comparison.Operator.EQUAL), value);
    }

    private static InList in(Column column, boolean negated) {
        Bind bind = new Bind(0, column.type(), true, column.sql());
        return new InList(column, bind, negated, column.type(), column.sql());
    }

    @Test
    void equalityOfTextIsByCodePointOnEveryTextType() {
        for (Column column : List.of(PLAIN, FOLDED, LOOSE, PADDED, SHORT)) {
            assertThat(equal(column, "Abc")).as(column.name()).containsExactly(1L);
            assertThat(equal(column, "ABC")).as(column.name()).isEmpty();
            assertThat(equal(column, "Abc ")).as(column.name()).isEmpty();
            assertThat(matching(compare(column, Comparison.Operator.NOT_EQUAL), "Abc"))
                    .as(column.name())
                    .containsExactly(2L);
            assertThat(matching(in(column, false), List.of("Abc", "x"))).containsExactly(1L);
            assertThat(matching(in(column, true), List.of("Abc", "ABC"))).containsExactly(2L);
        }
    }

    @Test
    void emptyListsAndNulls() {
        assertThat(matching(in(PLAIN, false), List.of())).isEmpty();
        assertThat(matching(in(PLAIN, true), List.of())).containsExactly(1L, 2L);
        assertThat(matching(in(FOLDED, true), List.of())).containsExactly(1L, 2L);
        assertThat(matching(new Not(in(PLAIN, false)), List.of("Abc"))).containsExactly(2L);
        assertThat(matching(new Not(in(PLAIN, false)), List.of())).containsExactly(1L, 2L);
        assertThat(matching(new Not(in(PLAIN, true)), List.of("x"))).isEmpty();
        assertThat(matching(new Not(compare(PLAIN, Comparison.Operator.EQUAL)), "Abc"))
                .containsExactly(2L);
    }

    @Test
    void everyTypeEqualsAndIsInAList() {
        both(column("feeling", ColumnType.TEXT, "mood"), "sad");
        both(column("address", ColumnType.TEXT, "inet"), "10.0.0.1");
        both(column("tree", ColumnType.TEXT, "ltree"), "a.b");
        both(column("key", ColumnType.UUID, "uuid"), UUID.fromString("f81d4fae-7dec-11d0-a765-00a0c91e6bf6"));
        both(column("flag", ColumnType.BOOLEAN, "boolean"), true);
        both(column("small", ColumnType.FLOAT32, "real"), 0.1);
        both(column("big", ColumnType.FLOAT, "double precision"), 0.1);
        both(column("amount", ColumnType.DECIMAL, "numeric"), new BigDecimal("1.1"));
        both(column("long", ColumnType.BIGINT, "bigint"), 9007199254740993L);
        both(column("id", ColumnType.INT, "integer"), 1L);
        both(
                column("at", ColumnType.DATETIME, "timestamp with time zone"),
                OffsetDateTime.parse("2026-01-01T01:00+01:00"));
        both(
                column("local", ColumnType.LOCAL_DATETIME, "timestamp without time zone"),
                LocalDateTime.parse("2026-01-01T00:00"));
        both(column("day", ColumnType.DATE, "date"), LocalDate.parse("2026-01-01"));
        both(column("clock", ColumnType.TIME, "time without time zone"), LocalTime.parse("12:00"));
        both(column("span", ColumnType.DURATION, "interval"), "P1D");
        both(column("raw", ColumnType.BYTES, "bytea"), new byte[] {1});
    }

    private static void both(Column column, Object value) {
        assertThat(equal(column, value)).as(column.name()).containsExactly(1L);
        assertThat(matching(in(column, false), List.of(value)))
                .as(column.name())
                .containsExactly(1L);
        assertThat(equal(column, null)).as(column.name()).isEmpty();
    }

    @Test
    void rangesFollowTheType() {
        Column amount = column("amount", ColumnType.DECIMAL, "numeric");
        assertThat(matching(compare(amount, Comparison.Operator.GREATER), new BigDecimal("1.10")))
                .containsExactly(2L);
        Column feeling = column("feeling", ColumnType.TEXT, "mood");
        assertThat(matching(compare(feeling, Comparison.Operator.LESS_OR_EQUAL), "ok"))
                .containsExactly(1L);
    }

    private static List<Long> match(
            Column column, TextMatch.Operator operator, boolean ignoreCase, boolean negated, String pattern) {
        Bind bind = new Bind(0, ColumnType.TEXT, false, column.sql());
        return matching(new TextMatch(operator, ignoreCase, negated, column, bind), pattern);
    }

    @Test
    void everyMatchOnEveryTextType() {
        for (Column column : List.of(PLAIN, FOLDED, LOOSE, PADDED, SHORT)) {
            matches(column, TextMatch.Operator.CONTAINS, "Ab");
            matches(column, TextMatch.Operator.STARTS_WITH, "A");
            matches(column, TextMatch.Operator.ENDS_WITH, "Abc");
            matches(column, TextMatch.Operator.LIKE, "A_%");
            matches(column, TextMatch.Operator.REGEX, "^A.c$");
        }
    }

    private static void matches(Column column, TextMatch.Operator operator, String pattern) {
        String name = column.name() + " " + operator;
        assertThat(match(column, operator, false, false, pattern)).as(name).containsExactly(1L);
        assertThat(match(column, operator, true, false, pattern)).as(name).containsExactly(1L, 2L);
        assertThat(match(column, operator, false, true, pattern)).as(name).containsExactly(2L);
        assertThat(match(column, operator, true, true, pattern)).as(name).isEmpty();
    }

    @Test
    void wildcardsArePlainCharactersOutsideLike() {
        for (String pattern : List.of("%", "_bc", "\\")) {
            assertThat(match(PLAIN, TextMatch.Operator.CONTAINS, true, false, pattern))
                    .isEmpty();
            assertThat(match(PLAIN, TextMatch.Operator.STARTS_WITH, false, false, pattern))
                    .isEmpty();
            assertThat(match(PLAIN, TextMatch.Operator.ENDS_WITH, false, false, pattern))
                    .isEmpty();
        }
        assertThat(match(PLAIN, TextMatch.Operator.ENDS_WITH, false, false, "")).containsExactly(1L, 2L);
        assertThat(match(PLAIN, TextMatch.Operator.LIKE, false, false, "A\\%")).isEmpty();
    }

    @Test
    void aWrongPatternIsTheClientsError() {
        refuses("regular expression", () -> match(PLAIN, TextMatch.Operator.REGEX, false, false, "("));
        refuses("like pattern", () -> match(PLAIN, TextMatch.Operator.LIKE, false, false, "a\\"));
        refuses("value", () -> equal(column("address", ColumnType.TEXT, "inet"), "nowhere"));
        refuses("NUL", () -> equal(PLAIN, "a\0"));
        refuses("search text", () -> search(SearchTest.Operator.MATCHES, "a b"));
    }

    private static void refuses(String part, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        FraiseqlException.class, e -> assertThat(e.code()).isEqualTo(DatabaseErrorCode.BAD_USER_INPUT))
                .hasMessageContaining(part);
    }

    private static List<Long> search(SearchTest.Operator operator, String query) {
        return matching(new SearchTest(operator, PLAIN, new Bind(0, ColumnType.TEXT, false, null)), query);
    }

    @Test
    void search() {
        assertThat(search(SearchTest.Operator.MATCHES, "abc & !xyz")).containsExactly(1L, 2L);
        assertThat(search(SearchTest.Operator.PLAIN, "abc xyz")).isEmpty();
        assertThat(search(SearchTest.Operator.PHRASE, "abc")).containsExactly(1L, 2L);
        assertThat(search(SearchTest.Operator.WEB, "abc or xyz")).containsExactly(1L, 2L);
    }

    private static List<Long> test(Column column, JsonTest.Operator operator, ColumnType type, Object value) {
        boolean array = column.sql().array();
        boolean list = value instanceof List;
        return matching(new JsonTest(operator, column, array, new Bind(0, type, list, column.sql())), value);
    }

    @Test
    void jsonTests() {
        assertThat(test(DOC, JsonTest.Operator.CONTAINS, ColumnType.JSON, "{\"a\": 1}"))
                .containsExactly(1L);
        assertThat(test(OLD, JsonTest.Operator.CONTAINS, ColumnType.JSON, "[1]"))
                .containsExactly(2L);
        assertThat(test(DOC, JsonTest.Operator.CONTAINED_BY, ColumnType.JSON, "[3, 2, 1]"))
                .containsExactly(2L);
        assertThat(test(DOC, JsonTest.Operator.OVERLAPS, ColumnType.JSON, "[3, 9]"))
                .containsExactly(2L);
        assertThat(test(DOC, JsonTest.Operator.OVERLAPS, ColumnType.JSON, "3")).containsExactly(2L);
        assertThat(test(DOC, JsonTest.Operator.OVERLAPS, ColumnType.JSON, "{\"a\": 1, \"z\": 0}"))
                .containsExactly(1L);
        assertThat(test(DOC, JsonTest.Operator.HAS_KEY, ColumnType.TEXT, "b")).containsExactly(1L);
        assertThat(test(DOC, JsonTest.Operator.LENGTH_EQUAL, ColumnType.INT, 3L))
                .containsExactly(2L);
        assertThat(test(DOC, JsonTest.Operator.LENGTH_GREATER, ColumnType.INT, 3L))
                .isEmpty();
        assertThat(test(OLD, JsonTest.Operator.LENGTH_LESS, ColumnType.INT, 3L)).containsExactly(2L);
    }

    @Test
    void aNegatedJsonTestLeavesNullsOut() {
        Bind bind = new Bind(0, ColumnType.JSON, false, null);
        assertThat(matching(new Not(new JsonTest(JsonTest.Operator.OVERLAPS, DOC, false, bind)), "7"))
                .containsExactly(1L, 2L);
    }

    @Test
    void jsonComparesByStructure() {
        assertThat(equal(OLD, "{\"b\":{\"c\":\"x\"},\"a\":1}")).containsExactly(1L);
        assertThat(equal(DOC, "[1.0,2,3]")).containsExactly(2L);
        assertThat(matching(compare(OLD, Comparison.Operator.NOT_EQUAL), "[1]")).containsExactly(1L);
    }

    @Test
    void arrayTests() {
        assertThat(test(TAGS, JsonTest.Operator.CONTAINS, ColumnType.TEXT, List.of("a", "b")))
                .containsExactly(1L);
        assertThat(test(TAGS, JsonTest.Operator.CONTAINED_BY, ColumnType.TEXT, List.of("b", "c")))
                .containsExactly(2L);
        assertThat(test(TAGS, JsonTest.Operator.OVERLAPS, ColumnType.TEXT, List.of("b", "x")))
                .containsExactly(1L, 2L);
        assertThat(test(TAGS, JsonTest.Operator.LENGTH_GREATER, ColumnType.INT, 1L))
                .containsExactly(1L);
        Column codes = column("codes", ColumnType.TEXT, "character varying", null, true);
        assertThat(test(codes, JsonTest.Operator.CONTAINS, ColumnType.TEXT, List.of("a")))
                .containsExactly(1L);
        Column numbers = column("numbers", ColumnType.INT, "integer", null, true);
        assertThat(test(numbers, JsonTest.Operator.OVERLAPS, ColumnType.INT, List.of(2L, 3L)))
                .containsExactly(1L);
        Column moods = column("moods", ColumnType.TEXT, "mood", null, true);
        assertThat(test(moods, JsonTest.Operator.CONTAINS, ColumnType.TEXT, List.of("ok")))
                .containsExactly(2L);
    }

    private static List<Long> path(Column document, ColumnType type, Object value, String... path) {
        JsonValue left = new JsonValue(document, Arrays.asList(path), type);
        Bind bind = new Bind(0, type, false, null);
        return matching(new Comparison(Comparison.Operator.EQUAL, left, bind, type, null, false), value);
    }

    @Test
    void jsonPaths() {
        for (Column document : List.of(DOC, OLD)) {
            assertThat(path(document, ColumnType.DECIMAL, BigDecimal.ONE, "a")).containsExactly(1L);
            assertThat(path(document, ColumnType.FLOAT, 1.0, "a")).containsExactly(1L);
            assertThat(path(document, ColumnType.TEXT, "x", "b", "c")).containsExactly(1L);
            assertThat(path(document, ColumnType.JSON, "{\"c\": \"x\"}", "b")).containsExactly(1L);
            assertThat(path(document, ColumnType.TEXT, "x", "it's", "\\")).isEmpty();
        }
        assertThat(path(DOC, ColumnType.JSON, "null", "none")).isEmpty();
        assertThat(path(DOC, ColumnType.TEXT, "2", "1")).isEmpty();
    }
}
