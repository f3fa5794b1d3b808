package io.fraiseql.core.event;

import io.fraiseql.core.sql.RenderedSql;
import io.fraiseql.core.sql.SqlRenderer;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.ReadSession;
import io.fraiseql.spi.database.RowCursor;
import io.fraiseql.spi.database.RowShape;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.database.WriteSession;
import io.fraiseql.spi.sql.Dialect;
import io.fraiseql.spi.sql.SqlNode;
import java.util.List;

/**
 * A statement on the server's own tables, ready to be given values.
 *
 * @param slots which of the values each of its binds takes
 */
public record Prepared(SqlStatement statement, List<Integer> slots) {

    /** A statement that gives rows of these columns; none for one that writes. */
    public static Prepared of(SqlNode statement, Dialect dialect, List<ColumnType> columns) {
        RenderedSql sql = SqlRenderer.render(statement, dialect);
        List<RowShape.Column> shape =
                columns.stream().map(type -> new RowShape.Column(type, null)).toList();
        return new Prepared(new SqlStatement(sql.sql(), sql.binds(), RowShape.of(shape)), sql.slots());
    }

    /** Runs it with a value for each slot. */
    public RowCursor query(ReadSession session, Object... values) {
        return session.query(statement, binds(values));
    }

    /** Returns how many rows were written. */
    public int update(WriteSession session, Object... values) {
        return session.update(statement, binds(values));
    }

    private Object[] binds(Object[] values) {
        @Nullable Object[] binds = new Object[slots.size()];
        for (int i = 0; i < binds.length; i++) {
            binds[i] = values[slots.get(i)];
        }
        return binds;
    }
}
