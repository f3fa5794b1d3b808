package io.fraiseql.core.plan;

import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.Bind;
import io.fraiseql.spi.sql.SqlExpr.Comparison;
import io.fraiseql.spi.sql.SqlRelation.BoundRows;
import java.util.ArrayList;
import java.util.List;

/** Conditions that name rows of a written table by bound values. */
final class RowConditions {

    /** The written table's name in statements. */
    static final String ALIAS = "t0";

    /** The name of rows that a client sent. */
    static final String ROWS = "w";

    private RowConditions() {}

    /** A column of the written table. */
    static SqlExpr column(WriteColumn column) {
        return column(ALIAS, column);
    }

    static SqlExpr column(String alias, WriteColumn column) {
        ValueType type = column.valueType();
        return new SqlExpr.Column(
                alias,
                column.name(),
                type.type(),
                type.sql(),
                column.definition().type().nullable());
    }

    /** Whether columns have the values of slots. */
    static SqlExpr equal(List<WriteColumn> by, int firstSlot) {
        List<SqlExpr> conditions = new ArrayList<>();
        for (int i = 0; i < by.size(); i++) {
            conditions.add(equal(by.get(i), firstSlot + i));
        }
        return new SqlExpr.Logic(true, conditions);
    }

    static SqlExpr equal(WriteColumn column, int slot) {
        ValueType type = column.valueType();
        return equal(column, new Bind(slot, type.type(), false, type.sql()));
    }

    private static SqlExpr equal(WriteColumn column, SqlExpr value) {
        ValueType type = column.valueType();
        return new Comparison(Comparison.Operator.EQUAL, column(column), value, type.type(), type.sql(), false);
    }

    /** Whether columns are those of a bound row. */
    static SqlExpr inRow(List<WriteColumn> columns, BoundRows rows) {
        List<SqlExpr> conditions = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            conditions.add(equal(columns.get(i), rowColumn(columns, i, false)));
        }
        return new SqlExpr.Logic(true, conditions);
    }

    /** A column of the bound rows. */
    static SqlExpr rowColumn(List<WriteColumn> given, int index, boolean nullable) {
        ValueType type = given.get(index).valueType();
        return new SqlExpr.Column(ROWS, BoundRows.column(index), type.type(), type.sql(), nullable);
    }

    /** Rows of some columns: the first slot is the list of rows, each next one the list of a column's values. */
    static BoundRows rows(List<WriteColumn> given, int firstSlot) {
        Bind rows = new Bind(
                firstSlot,
                ColumnType.JSON,
                false,
                null,
                given.stream().map(WriteColumn::type).toList());
        List<Bind> lists = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            ValueType type = given.get(i).valueType();
            lists.add(new Bind(firstSlot + 1 + i, type.type(), true, type.sql()));
        }
        return new BoundRows(rows, lists, ROWS);
    }
}
