package io.fraiseql.plugin.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.DatabaseErrorCode;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.SqlExpr.TextMatch;
import io.fraiseql.spi.sql.SqlExpr.TextMatch.Operator;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextMatchTest {

    @TempDir
    Path folder;

    private TestDatabase database;
    private Conditions t;

    @BeforeEach
    void open() throws SQLException {
        database = new TestDatabase(
                folder,
                "CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT COLLATE NOCASE)",
                "INSERT INTO t VALUES (1, 'Älgen 100% x_y'), (2, 'älgen'), (3, 'back\\slash'), (4, ''), (5, NULL),"
                        + " (6, 'ΣΊΣΥΦΟΣ'), (7, 'a😀b')");
        t = new Conditions(database, ColumnType.TEXT, SqlType.named("TEXT"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void wildcardsArePlainInContainsStartsAndEnds() {
        assertThat(t.match(Operator.CONTAINS, false, "0% x_")).containsExactly(1L);
        assertThat(t.match(Operator.CONTAINS, false, "%")).containsExactly(1L);
        assertThat(t.match(Operator.STARTS_WITH, false, "Älg")).containsExactly(1L);
        assertThat(t.match(Operator.STARTS_WITH, false, "lg")).isEmpty();
        assertThat(t.match(Operator.ENDS_WITH, false, "_y")).containsExactly(1L);
        assertThat(t.match(Operator.ENDS_WITH, false, "\\slash")).containsExactly(3L);
        assertThat(t.match(Operator.ENDS_WITH, false, "longer than älgen")).isEmpty();
    }

    @Test
    void caseCountsUnlessIgnored() {
        assertThat(t.match(Operator.CONTAINS, false, "LGEN")).isEmpty();
        assertThat(t.match(Operator.CONTAINS, true, "ÄLGEN")).containsExactly(1L, 2L);
        assertThat(t.match(Operator.STARTS_WITH, true, "äLG")).containsExactly(1L, 2L);
        assertThat(t.match(Operator.ENDS_WITH, true, "X_Y")).containsExactly(1L);
        assertThat(t.match(Operator.ENDS_WITH, true, "υφοσ")).containsExactly(6L);
    }

    @Test
    void theEmptyTextIsInEveryTextButNotInNull() {
        for (Operator operator : new Operator[] {Operator.CONTAINS, Operator.STARTS_WITH, Operator.ENDS_WITH}) {
            assertThat(t.match(operator, false, "")).as(operator.name()).containsExactly(1L, 2L, 3L, 4L, 6L, 7L);
            assertThat(t.match(operator, true, "")).as(operator.name()).containsExactly(1L, 2L, 3L, 4L, 6L, 7L);
        }
    }

    @Test
    void likeHasWildcardsAnEscapeAndCase() {
        assertThat(t.match(Operator.LIKE, false, "Ä%100\\%%x\\_y")).containsExactly(1L);
        assertThat(t.match(Operator.LIKE, false, "_lgen")).containsExactly(2L);
        assertThat(t.match(Operator.LIKE, false, "ÄLGEN")).isEmpty();
        assertThat(t.match(Operator.LIKE, true, "ÄLGEN")).containsExactly(2L);
        assertThat(t.match(Operator.LIKE, false, "back\\\\slash")).containsExactly(3L);
        assertThat(t.match(Operator.LIKE, false, "a_b")).containsExactly(7L);
        assertThat(t.match(Operator.LIKE, false, "")).containsExactly(4L);
        assertThat(t.match(Operator.LIKE, false, "%")).containsExactly(1L, 2L, 3L, 4L, 6L, 7L);
        assertThat(t.match(Operator.LIKE, false, "%l%e%")).containsExactly(1L, 2L);
    }

    @Test
    void aNegatedLikeLeavesNullOut() {
        TextMatch match = new TextMatch(Operator.LIKE, true, true, t.column(), t.bind());
        assertThat(t.ids(match, "älg%")).containsExactly(3L, 4L, 6L, 7L);
    }

    @Test
    void aPatternThatEndsWithTheEscapeIsTheClientsMistake() {
        assertRefused(() -> t.match(Operator.LIKE, false, "Älgen%\\"), "escape character");
    }

    @Test
    void regularExpressionsAreFoundAnywhere() {
        assertThat(t.match(Operator.REGEX, false, "l.en")).containsExactly(1L, 2L);
        assertThat(t.match(Operator.REGEX, false, "^älgen$")).containsExactly(2L);
        assertThat(t.match(Operator.REGEX, true, "^ÄLGEN$")).containsExactly(2L);
    }

    @Test
    void anInvalidExpressionIsTheClientsMistake() {
        assertRefused(() -> t.match(Operator.REGEX, false, "("), "the regular expression is invalid");
    }

    @Test
    void anExpressionThatWouldRunForeverIsStopped() throws SQLException {
        database.write("INSERT INTO t VALUES (20, '" + "a".repeat(60) + "!')");
        assertRefused(() -> t.match(Operator.REGEX, false, "^(a+)(a+)(a+)(a+)(a+)(a+)(a+)(a+)b$"), "too many steps");
    }

    private static void assertRefused(Runnable query, String message) {
        assertThatThrownBy(query::run)
                .hasMessageContaining(message)
                .isInstanceOfSatisfying(
                        FraiseqlException.class, e -> assertThat(e.code()).isEqualTo(DatabaseErrorCode.BAD_USER_INPUT));
    }
}
