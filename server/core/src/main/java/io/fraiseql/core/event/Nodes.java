package io.fraiseql.core.event;

import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.Comparison.Operator;
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
final class Nodes {

    static final String ALIAS = "e";

    private Nodes() {}

    static SqlExpr column(String name, ColumnType type) {
        return new SqlExpr.Column(ALIAS, name, type, null, true);
    }

    static SqlExpr.Bind bind(int slot, ColumnType type) {
        return new SqlExpr.Bind(slot, type, false, null);
    }

    static SqlExpr compare(String name, Operator operator, int slot, ColumnType type) {
        return new SqlExpr.Comparison(operator, column(name, type), bind(slot, type), type, null, false);
    }

    static SqlExpr equal(String name, int slot, ColumnType type) {
        return compare(name, Operator.EQUAL, slot, type);
    }

    static SqlExpr all(SqlExpr... conditions) {
        return new SqlExpr.Logic(true, List.of(conditions));
    }

    static Assignment set(String name, int slot, ColumnType type) {
        return new Assignment(name, new SqlExpr.Stored(bind(slot, type), type, null));
    }

    static OrderTerm ascending(String name, ColumnType type) {
        return new OrderTerm(column(name, type), false, false, false, false);
    }

    static Page first(int slot) {
        return new Page(bind(slot, ColumnType.BIGINT), null);
    }

    static SelectItem item(String name, ColumnType type) {
        return new SelectItem(new SqlExpr.Read(column(name, type), type, null), name);
    }

    static Table table(String name) {
        return new Table(List.of(name), ALIAS, Map.of());
    }

    /** A select of some columns. */
    static Select select(
            Map<String, ColumnType> columns, String table, SqlExpr where, List<OrderTerm> order, @Nullable Page page) {
        List<SelectItem> items = new ArrayList<>();
        columns.forEach((name, type) -> items.add(item(name, type)));
        return new Select(items, table(table), List.of(), where, order, page);
    }
}
