package io.fraiseql.plugin.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.RowShape;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.Comparison.Operator;
import io.fraiseql.spi.sql.SqlRelation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {

    @TempDir
    Path folder;

    private TestDatabase database;
    private Conditions t;

    @BeforeEach
    void open() throws SQLException {
        database = new TestDatabase(folder, "CREATE TABLE t (id INTEGER PRIMARY KEY, v JSON)");
        t = new Conditions(database, ColumnType.JSON, SqlType.named("JSON"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void insert(String... documents) throws SQLException {
        for (String document : documents) {
            database.write("INSERT INTO t (v) VALUES (" + document + ")");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "INT | 7 | 7",
                "BIGINT | 9223372036854775807 | 9223372036854775807",
                "BIGINT | \"9007199254740993\" | 9007199254740993",
                "BOOLEAN | true | 1",
                "BOOLEAN | false | 0",
                "FLOAT | 1.5 | 1.5",
                "FLOAT | 2 | 2.0",
                "DECIMAL | 1.10 | 1.10",
                "DECIMAL | 12345678901234567890.123456789 | 12345678901234567890.123456789",
                "DECIMAL | 1.5e3 | 1500",
                "DECIMAL | \"1.10\" | 1.10",
                "TEXT | \"a\\u00e9\\\"b\" | aé\"b",
                "TEXT | 1.10 | 1.10",
                "TEXT | true | true",
                "TEXT | {\"a\":1} | {\"a\":1}",
                "JSON | {\"a\": [1, null]} | {\"a\":[1,null]}",
                "JSON | \"null\" | \"null\"",
                "UUID | \"a0eebc99\" | a0eebc99",
                "DATETIME | \"2024-01-31T12:00:00Z\" | 2024-01-31T12:00:00Z",
                "BYTES | \"YWI=\" | ab",
                "INT | null | -",
                "TEXT | null | -",
                "JSON | null | -",
                "BOOLEAN | null | -",
                "FLOAT | null | -",
                "DECIMAL | null | -",
                "DATE | null | -",
                "BYTES | null | -",
            })
    void scalarsOfADocument(ColumnType type, String json, String expected) throws SQLException {
        insert("'{\"k\": " + json + "}'");
        assertThat(texts(new SqlExpr.JsonValue(t.column(), List.of("k"), type))).containsExactly(expected);
        assertThat(texts(new SqlExpr.JsonValue(t.column(), List.of("absent"), type)))
                .containsExactly((String) null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"INT | 1.5", "INT | \"x\"", "BOOLEAN | 1", "FLOAT | true", "DECIMAL | {}", "BYTES | \"z-\""})
    void anotherScalarIsRefused(ColumnType type, String json) throws SQLException {
        insert("'{\"k\": " + json + "}'");
        assertThatThrownBy(() -> texts(new SqlExpr.JsonValue(t.column(), List.of("k"), type)))
                .hasMessageStartingWith("found another")
                .isInstanceOfSatisfying(FraiseqlException.class, e -> assertThat(e.code())
                        .isEqualTo(DatabaseErrorCode.VALUE_NOT_READABLE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "a.b",
                "it's",
                "a\"b",
                "a\\b",
                "$",
                "[0]",
                "é😀",
                " ",
                "a]b[\"",
                "tab\tkey",
                "#-1",
                "--",
                "; DROP TABLE t"
            })
    void keysMayBeAnything(String key) throws SQLException {
        String quoted = key.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\t", "\\t")
                .replace("'", "''");
        insert("'{\"x\": 1, \"" + quoted + "\": {\"" + quoted + "\": 42}}'");
        assertThat(texts(new SqlExpr.JsonValue(t.column(), List.of(key, key), ColumnType.INT)))
                .containsExactly("42");
    }

    @Test
    void escapedKeysAreTheSameKeys() throws SQLException {
        insert("'{\"\\u00e9\": 42}'");
        assertThat(texts(new SqlExpr.JsonValue(t.column(), List.of("é"), ColumnType.INT)))
                .containsExactly("42");
    }

    @Test
    void valuesOfDocumentsCompareByType() throws SQLException {
        insert("'{\"k\": \"10\"}'", "'{\"k\": 9}'", "'{\"k\": null}'", "'{}'", "NULL");
        SqlExpr value = new SqlExpr.JsonValue(t.column(), List.of("k"), ColumnType.INT);
        SqlExpr.Bind bind = new SqlExpr.Bind(0, ColumnType.INT, false, null);
        assertThat(t.ids(new SqlExpr.Comparison(Operator.GREATER, value, bind, ColumnType.INT, null, false), 9L))
                .containsExactly(1L);
        assertThat(t.ids(new SqlExpr.Comparison(Operator.NOT_EQUAL, value, bind, ColumnType.INT, null, false), 9L))
                .containsExactly(1L);
        assertThat(t.ids(new SqlExpr.NullTest(value, false), "")).containsExactly(3L, 4L, 5L);
    }

    @Test
    void documentsCompareByStructure() throws SQLException {
        insert("'{\"a\": 1.0, \"b\": [true, null]}'", "'[1, 2]'", "NULL", "jsonb('{\"b\":[true,null],\"a\":1}')");
        Conditions binary = new Conditions(database, ColumnType.JSON, SqlType.named("JSONB"));
        assertThat(binary.eq("{\"b\":[true,null],\"a\":1}")).containsExactly(1L, 4L);
        assertThat(binary.neq("{\"b\":[true,null],\"a\":1}")).containsExactly(2L);
    }

    @Test
    void containmentIsPostgresqls() throws SQLException {
        insert("'{\"a\": {\"b\": 1, \"c\": 2}, \"d\": [1, [2], {\"e\": 3}]}'", "'[1, \"x\", [\"y\"]]'", "NULL", "5");
        assertThat(test(SqlExpr.JsonTest.Operator.CONTAINS, "{\"a\": {\"b\": 1.00}}"))
                .containsExactly(1L);
        assertThat(test(SqlExpr.JsonTest.Operator.CONTAINS, "{\"d\": [{\"e\": 3}, 1, 1]}"))
                .containsExactly(1L);
        assertThat(test(SqlExpr.JsonTest.Operator.CONTAINS, "{\"d\": [2]}")).isEmpty();
        assertThat(test(SqlExpr.JsonTest.Operator.CONTAINS, "\"x\"")).containsExactly(2L);
        assertThat(test(SqlExpr.JsonTest.Operator.CONTAINS, "\"y\"")).isEmpty();
        assertThat(test(SqlExpr.JsonTest.Operator.CONTAINS, "[]")).containsExactly(2L);
        assertThat(test(SqlExpr.JsonTest.Operator.CONTAINED_BY, "[\"x\", 1, [\"y\", 0], 7]"))
                .containsExactly(2L);
        assertThat(test(SqlExpr.JsonTest.Operator.CONTAINED_BY, "[5, 6]")).containsExactly(4L);
        assertThat(test(SqlExpr.JsonTest.Operator.OVERLAPS, "[9, \"x\"]")).containsExactly(2L);
        assertThat(test(SqlExpr.JsonTest.Operator.OVERLAPS, "{\"a\": {\"c\": 2, \"b\": 1}}"))
                .containsExactly(1L);
    }

    @Test
    void keysAndLengths() throws SQLException {
        insert("'{\"a\": 1}'", "'[\"a\", \"b\"]'", "NULL", "'[]'");
        assertThat(test(SqlExpr.JsonTest.Operator.HAS_KEY, ColumnType.TEXT, "a"))
                .containsExactly(1L);
        assertThat(test(SqlExpr.JsonTest.Operator.LENGTH_EQUAL, ColumnType.INT, 0L))
                .containsExactly(4L);
        assertThat(test(SqlExpr.JsonTest.Operator.LENGTH_GREATER, ColumnType.INT, 1L))
                .containsExactly(2L);
        assertThat(test(SqlExpr.JsonTest.Operator.LENGTH_LESS, ColumnType.INT, 2L))
                .containsExactly(4L);
    }

    @Test
    void arraysCompareElementsByType() throws SQLException {
        insert("'[1.10, \"2\"]'", "'[null, 3]'", "NULL");
        assertThat(array(SqlExpr.JsonTest.Operator.CONTAINS, "1.1", "2.00")).containsExactly(1L);
        assertThat(array(SqlExpr.JsonTest.Operator.CONTAINED_BY, "1.1", "2.00", "7"))
                .containsExactly(1L);
        assertThat(array(SqlExpr.JsonTest.Operator.OVERLAPS, "3", "4")).containsExactly(2L);
        assertThat(array(SqlExpr.JsonTest.Operator.CONTAINS)).containsExactly(1L, 2L);
    }

    @Test
    void unnestGivesTheElementsInOrder() throws SQLException {
        insert("'[{\"a\": 1}, \"x\", 1.10, true, null, [2]]'", "'{\"no\": \"array\"}'", "NULL", "'[9]'");
        SqlRelation.Unnest unnest = new SqlRelation.Unnest(t.column(), "e");
        String join = TestWriter.write(new SqlRelation.Join(SqlRelation.Join.Type.CROSS, unnest, null));
        assertThat(strings("SELECT t.id || ' ' || e.ordinal || ' ' || e.value FROM t" + join
                        + " ORDER BY t.id, e.ordinal"))
                .containsExactly("1 0 {\"a\":1}", "1 1 \"x\"", "1 2 1.10", "1 3 true", "1 4 null", "1 5 [2]", "4 0 9");
        String source = TestWriter.write(unnest);
        assertThat(strings("SELECT CAST(id AS TEXT) FROM t WHERE EXISTS (SELECT 1 FROM " + source
                        + " WHERE e.value = '9')"))
                .containsExactly("4");
    }

    @Test
    void unnestWorksInAWindowOverAMaterializedParent() throws SQLException {
        insert("'[3, 1, 2]'", "'[5, 4]'");
        SqlRelation.Unnest unnest =
                new SqlRelation.Unnest(new SqlExpr.Column("p", "v", ColumnType.JSON, null, true), "e");
        String join = TestWriter.write(new SqlRelation.Join(SqlRelation.Join.Type.INNER, unnest, null));
        assertThat(strings(
                        "WITH p AS MATERIALIZED (SELECT id, v FROM t) SELECT x FROM (SELECT p.id || ':' || e.value AS x,"
                                + " ROW_NUMBER() OVER (PARTITION BY p.id ORDER BY e.value) AS n FROM p" + join
                                + ") WHERE n <= 2 ORDER BY x"))
                .containsExactly("1:1", "1:2", "2:4", "2:5");
    }

    private List<Long> test(SqlExpr.JsonTest.Operator operator, String json) {
        return test(operator, ColumnType.JSON, json);
    }

    private List<Long> test(SqlExpr.JsonTest.Operator operator, ColumnType type, Object argument) {
        return t.ids(
                new SqlExpr.JsonTest(operator, t.column(), false, new SqlExpr.Bind(0, type, false, null)), argument);
    }

    private List<Long> array(SqlExpr.JsonTest.Operator operator, String... elements) {
        SqlExpr.Bind list = new SqlExpr.Bind(0, ColumnType.DECIMAL, true, null);
        return t.ids(
                new SqlExpr.JsonTest(operator, t.column(), true, list),
                List.of(elements).stream().map(java.math.BigDecimal::new).toList());
    }

    private List<String> texts(SqlExpr value) {
        return strings("SELECT CAST(" + TestWriter.write(value) + " AS TEXT) FROM t");
    }

    private List<String> strings(String sql) {
        return database.column(sql, new RowShape.Column(ColumnType.TEXT, null), JsonTest::text);
    }

    private static String text(RowCursor row) {
        if (row.isNull(0)) {
            return null;
        }
        StringBuilder out = new StringBuilder();
        row.getBytes(
                0, (bytes, offset, length) -> out.append(new String(bytes, offset, length, StandardCharsets.UTF_8)));
        return out.toString();
    }
}
