package io.fraiseql.core.plan;

import io.fraiseql.core.sql.RenderedSql;
import io.fraiseql.core.sql.SqlRenderer;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.RowShape;
import io.fraiseql.spi.database.SqlStatement;
import io.fraiseql.spi.sql.Dialect;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.Bind;
import io.fraiseql.spi.sql.SqlRelation.BoundRows;
import io.fraiseql.spi.sql.SqlWrite;
import io.fraiseql.spi.sql.SqlWrite.Assignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The outbox: the table {@code fraiseql_event} and the statements that append to it. Usable from any thread. */
public final class EventTable {

    private static final List<String> TABLE = List.of("fraiseql_event");
    private static final String ROWS = "w";
    private static final RowShape NOTHING = new RowShape(List.of(), List.of());

    private final Dialect dialect;
    private volatile @Nullable WriteStatement one;
    private volatile @Nullable WriteStatement several;

    /** The columns that the server fills, in the order of the slots. */
    public enum Column {
        ID(ColumnType.UUID),
        ENTITY_TYPE(ColumnType.TEXT),
        ENTITY_ID(ColumnType.TEXT),
        EVENT_TYPE(ColumnType.TEXT),
        DATA(ColumnType.JSON),
        BEFORE(ColumnType.JSON),
        CHANGED_FIELDS(ColumnType.JSON),
        USER_ID(ColumnType.TEXT),
        ORG_ID(ColumnType.TEXT),
        TRACE_CONTEXT(ColumnType.TEXT),
        CREATED_AT(ColumnType.DATETIME);

        private final ColumnType type;

        Column(ColumnType type) {
            this.type = type;
        }

        private String sqlName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Renders at the first use: a dialect that does not write has no form for the statements. */
    EventTable(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Appends one event; the slots are the columns. */
    public WriteStatement one() {
        WriteStatement known = one;
        if (known == null) {
            known = statement(dialect, null, oneRow());
            one = known;
        }
        return known;
    }

    /** Appends several; the first slot is the list of rows, each next one the list of a column's values. */
    public WriteStatement several() {
        WriteStatement known = several;
        if (known == null) {
            known = statement(dialect, rows(), rowColumns());
            several = known;
        }
        return known;
    }

    private static WriteStatement statement(Dialect dialect, @Nullable BoundRows rows, List<Assignment> values) {
        RenderedSql sql = SqlRenderer.render(new SqlWrite.Insert(TABLE, values, rows, List.of()), dialect);
        return new WriteStatement(new SqlStatement(sql.sql(), sql.binds(), NOTHING), sql.slots());
    }

    private static List<Assignment> oneRow() {
        List<Assignment> values = new ArrayList<>();
        for (Column column : Column.values()) {
            Bind bind = new Bind(column.ordinal(), column.type, false, null);
            values.add(new Assignment(column.sqlName(), new SqlExpr.Stored(bind, column.type, null)));
        }
        return values;
    }

    private static List<Assignment> rowColumns() {
        List<Assignment> values = new ArrayList<>();
        for (Column column : Column.values()) {
            SqlExpr value = new SqlExpr.Column(ROWS, BoundRows.column(column.ordinal()), column.type, null, true);
            values.add(new Assignment(column.sqlName(), value));
        }
        return values;
    }

    private static BoundRows rows() {
        List<ColumnType> types = new ArrayList<>();
        List<Bind> lists = new ArrayList<>();
        for (Column column : Column.values()) {
            types.add(column.type);
            lists.add(new Bind(column.ordinal() + 1, column.type, true, null));
        }
        return new BoundRows(new Bind(0, ColumnType.JSON, false, null, types), lists, ROWS);
    }
}
