package io.fraiseql.plugin.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlRelation;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresDialectTest {

    private static final SqlExpr.Column NAME =
            new SqlExpr.Column("t", "Na\"me", ColumnType.TEXT, SqlType.named("text"), true);
    private static final SqlExpr.Column FOLDED =
            new SqlExpr.Column("t", "c", ColumnType.TEXT, SqlType.named("citext"), true);

    @Test
    void aColumnIsQuoted() {
        assertThat(TestSqlWriter.write(NAME)).isEqualTo("\"t\".\"Na\"\"me\"");
    }

    @Test
    void indexedEqualityStaysPlain() {
        SqlExpr.Bind bind = new SqlExpr.Bind(0, ColumnType.TEXT, false, NAME.sql());
        assertThat(TestSqlWriter.write(new SqlExpr.Comparison(
                        SqlExpr.Comparison.Operator.EQUAL, NAME, bind, ColumnType.TEXT, NAME.sql())))
                .isEqualTo("\"t\".\"Na\"\"me\" = ?::text");
    }

    @Test
    void looseEqualityIsCheckedTwice() {
        SqlExpr.Bind bind = new SqlExpr.Bind(0, ColumnType.TEXT, false, FOLDED.sql());
        assertThat(TestSqlWriter.write(new SqlExpr.Comparison(
                        SqlExpr.Comparison.Operator.EQUAL, FOLDED, bind, ColumnType.TEXT, FOLDED.sql())))
                .isEqualTo("(\"t\".\"c\" = ?::citext AND \"t\".\"c\"::text COLLATE \"C\" = ?::text)");
    }

    @Test
    void readsNormaliseTextJsonAndArrays() {
        assertThat(read(ColumnType.TEXT, SqlType.named("text"))).isEqualTo("\"t\".\"Na\"\"me\"");
        assertThat(read(ColumnType.TEXT, SqlType.named("mood"))).isEqualTo("\"t\".\"Na\"\"me\"::text");
        assertThat(read(ColumnType.JSON, SqlType.named("jsonb"))).isEqualTo("\"t\".\"Na\"\"me\"::text");
        SqlType array = new SqlType("integer", null, null, null, null, null, true, false, false, false);
        assertThat(read(ColumnType.JSON, array)).isEqualTo("array_to_json(\"t\".\"Na\"\"me\")::text");
        assertThat(read(ColumnType.INT, SqlType.named("integer"))).isEqualTo("\"t\".\"Na\"\"me\"");
    }

    private static String read(ColumnType type, SqlType sql) {
        return TestSqlWriter.write(new SqlExpr.Read(NAME, type, sql));
    }

    @Test
    void typedNulls() {
        assertThat(TestSqlWriter.write(new SqlExpr.Literal(null, ColumnType.DATETIME)))
                .isEqualTo("NULL::timestamptz");
        assertThat(TestSqlWriter.write(new SqlExpr.Literal(null, ColumnType.JSON)))
                .isEqualTo("NULL::text");
    }

    @Test
    void nullOrderIsWrittenOnlyWhereItDiffers() {
        assertThat(order(false, false, true, false)).isEqualTo("\"t\".\"Na\"\"me\"");
        assertThat(order(false, true, true, false)).isEqualTo("\"t\".\"Na\"\"me\" NULLS FIRST");
        assertThat(order(true, true, true, false)).isEqualTo("\"t\".\"Na\"\"me\" DESC");
        assertThat(order(true, false, true, false)).isEqualTo("\"t\".\"Na\"\"me\" DESC NULLS LAST");
        assertThat(order(true, false, false, false)).isEqualTo("\"t\".\"Na\"\"me\" DESC");
        assertThat(order(false, false, true, true)).isEqualTo("\"t\".\"Na\"\"me\" COLLATE \"C\"");
    }

    private static String order(boolean descending, boolean nullsFirst, boolean nullable, boolean codepoint) {
        return TestSqlWriter.write(new SqlRelation.OrderTerm(NAME, descending, nullsFirst, nullable, codepoint));
    }

    @Test
    void commonRelationsAreComputedOnce() {
        var select = new SqlRelation.Select(
                List.of(new SqlRelation.SelectItem(NAME, "n")),
                new SqlRelation.CteReference("t", "t"),
                List.of(),
                null,
                List.of(),
                null);
        assertThat(TestSqlWriter.write(new SqlRelation.Cte("r", select)))
                .isEqualTo("\"r\" AS MATERIALIZED (SELECT \"t\".\"Na\"\"me\" FROM \"t\")");
    }

    @Test
    void theElementsOfADocumentHaveAnOrdinal() {
        try (TestingDatabase testing = new TestingDatabase(
                "create table t (id int, doc json); insert into t values (1, '[\"a\", null]'), (2, '{}'), (3, null)",
                1)) {
            SqlExpr doc = new SqlExpr.Column("t", "doc", ColumnType.JSON, SqlType.named("json"), true);
            String sql = "select id, e.ordinal, e.value::text from t cross join lateral "
                    + TestSqlWriter.write(new SqlRelation.Unnest(doc, "e"));
            var statement = TestingDatabase.statement(sql, List.of(), ColumnType.INT, ColumnType.INT, ColumnType.TEXT);
            assertThat(testing.rows(statement)).containsExactly(List.of(1L, 1L, "\"a\""), List.of(1L, 2L, "null"));
        }
    }
}
