package io.fraiseql.plugin.postgresql;

import static io.fraiseql.plugin.postgresql.TestingDatabase.rows;
import static io.fraiseql.plugin.postgresql.TestingDatabase.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.ConstraintViolation;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.database.WriteOptions;
import io.fraiseql.spi.database.WriteSession;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a transaction runs with its commit. */
class LateUpdateTest {

    private static final SqlStatement INSERT =
            statement("insert into t values (?)", List.of(new SqlStatement.BindType(ColumnType.INT, false)));
    private static final SqlStatement ALL = statement("select a from t order by a", List.of(), ColumnType.INT);
    /** More often than the driver needs to have statements prepared by the server. */
    private static final int OFTEN = 20;

    private TestingDatabase testing;

    @BeforeEach
    void open() {
        testing = new TestingDatabase(
                "create table t (a int primary key);" + " create table u (a int unique deferrable initially deferred)",
                1);
    }

    @AfterEach
    void close() {
        testing.close();
    }

    private WriteSession session() {
        return testing.database.openWrite(new WriteOptions(TimeUnit.SECONDS.toNanos(5)));
    }

    private List<Object> kept() {
        return testing.rows(ALL).stream().map(row -> row.get(0)).toList();
    }

    /** The one connection is left as it was: what is written next without a commit is not kept. */
    @Test
    void isThereAfterTheCommit() {
        for (int i = 0; i < OFTEN; i++) {
            try (WriteSession session = session()) {
                session.update(INSERT, new Object[] {(long) 2 * i});
                session.updateLater(INSERT, new Object[] {(long) 2 * i + 1});
                session.commit();
            }
            try (WriteSession session = session()) {
                session.update(INSERT, new Object[] {1000L});
            }
        }
        assertThat(kept()).hasSize(2 * OFTEN).doesNotContain(1000L);
    }

    @Test
    void mayBeTheOnlyStatement() {
        try (WriteSession session = session()) {
            session.updateLater(INSERT, new Object[] {1L});
            session.commit();
        }
        assertThat(kept()).containsExactly(1L);
    }

    @Test
    void isSeenByTheNextStatement() {
        try (WriteSession session = session()) {
            session.updateLater(INSERT, new Object[] {1L});
            assertThat(rows(session, ALL)).containsExactly(List.of(1L));
            session.updateLater(INSERT, new Object[] {2L});
            session.updateLater(INSERT, new Object[] {3L});
            session.update(INSERT, new Object[] {4L});
            assertThat(rows(session, ALL)).hasSize(4);
        }
        assertThat(kept()).isEmpty();
    }

    @Test
    void takesAllBackWhenItFails() {
        try (WriteSession session = session()) {
            session.update(INSERT, new Object[] {1L});
            session.updateLater(INSERT, new Object[] {1L});
            assertThatThrownBy(session::commit).isInstanceOf(ConstraintViolation.class);
        }
        assertThat(kept()).isEmpty();
        isThereAfterTheCommit();
    }

    @Test
    void tellsWhatTheCommitFinds() {
        SqlStatement twice = statement("insert into u values (1), (1)", List.of());
        try (WriteSession session = session()) {
            session.update(INSERT, new Object[] {1L});
            session.updateLater(twice, new Object[0]);
            assertThatThrownBy(session::commit).isInstanceOf(ConstraintViolation.class);
        }
        assertThat(kept()).isEmpty();
        isThereAfterTheCommit();
    }
}
