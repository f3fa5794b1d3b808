package io.fraiseql.core.event;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.Comparison.Operator;
import io.fraiseql.spi.sql.SqlRelation.BoundRows;
import io.fraiseql.spi.sql.SqlRelation.OrderTerm;
import io.fraiseql.spi.sql.SqlRelation.Page;
import io.fraiseql.spi.sql.SqlRelation.Select;
import io.fraiseql.spi.sql.SqlRelation.SelectItem;
import io.fraiseql.spi.sql.SqlRelation.Table;
import io.fraiseql.spi.sql.SqlWrite.Assignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The nodes of statements on one table of the server, whose columns are stored as their types say. */
public final class Nodes {

    /** What statements call the table. */
    public static final String ALIAS = "e";

    private static final String ROWS = "w";

    private Nodes() {}

    public static SqlExpr column(String name, ColumnType type) {
        return new SqlExpr.Column(ALIAS, name, type, null, true);
    }

    /** A column that is never null. */
    public static SqlExpr required(String name, ColumnType type) {
        return new SqlExpr.Column(ALIAS, name, type, null, false);
    }

    public static SqlExpr.Bind bind(int slot, ColumnType type) {
        return new SqlExpr.Bind(slot, type, false, null);
    }

    public static SqlExpr compare(String name, Operator operator, int slot, ColumnType type) {
        return new SqlExpr.Comparison(operator, column(name, type), bind(slot, type), type, null, false);
    }

    public static SqlExpr equal(String name, int slot, ColumnType type) {
        return compare(name, Operator.EQUAL, slot, type);
    }

    public static SqlExpr all(SqlExpr... conditions) {
        return new SqlExpr.Logic(true, List.of(conditions));
    }

    public static Assignment set(String name, int slot, ColumnType type) {
        return new Assignment(name, new SqlExpr.Stored(bind(slot, type), type, null));
    }

    public static OrderTerm ascending(String name, ColumnType type) {
        return new OrderTerm(column(name, type), false, false, false, false);
    }

    public static Page first(int slot) {
        return new Page(bind(slot, ColumnType.BIGINT), null);
    }

    public static SelectItem item(String name, ColumnType type) {
        return new SelectItem(new SqlExpr.Read(column(name, type), type, null), name);
    }

    public static Table table(String name) {
        return new Table(List.of(name), ALIAS, Map.of());
    }

    /** A select of some columns. */
    public static Select select(
            Map<String, ColumnType> columns, String table, SqlExpr where, List<OrderTerm> order, @Nullable Page page) {
        List<SelectItem> items = new ArrayList<>();
        columns.forEach((name, type) -> items.add(item(name, type)));
        return new Select(items, table(table), List.of(), where, order, page);
    }

    /** Rows of these columns: the value of slot 0 is all of them, the values behind it are those of each column. */
    public static BoundRows rows(List<ColumnType> types) {
        List<SqlExpr.Bind> lists = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            lists.add(new SqlExpr.Bind(i + 1, types.get(i), true, null));
        }
        return new BoundRows(new SqlExpr.Bind(0, ColumnType.JSON, false, null, types), lists, ROWS);
    }

    /** A column of {@link #rows}. */
    public static SqlExpr given(int index, ColumnType type) {
        return new SqlExpr.Column(ROWS, BoundRows.column(index), type, null, false);
    }

    /** The values of the slots that {@link #rows} takes. */
    public static Object[] values(List<List<Object>> rows) {
        int columns = rows.get(0).size();
        Object[] values = new Object[columns + 1];
        values[0] = rows;
        for (int i = 0; i < columns; i++) {
            int column = i;
            values[i + 1] = rows.stream().map(row -> row.get(column)).toList();
        }
        return values;
    }
}
