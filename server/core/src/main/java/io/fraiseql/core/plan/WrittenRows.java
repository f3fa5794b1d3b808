package io.fraiseql.core.plan;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlRelation;
import io.fraiseql.spi.sql.SqlRelation.Join;
import io.fraiseql.spi.sql.SqlRelation.OrderTerm;
import io.fraiseql.spi.sql.SqlRelation.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The selects that read the images of just written rows by their keys, for databases whose writes do not give them. */
final class WrittenRows {

    /** As many as the statement wrote. */
    static final int ALL = 0;

    private final WriteTarget target;

    WrittenRows(WriteTarget target) {
        this.target = target;
    }

    /** The row whose key has these slots. */
    Select ofKey(int firstSlot) {
        return select(RowConditions.equal(target.key(), firstSlot), List.of(), List.of());
    }

    /** The rows of bound keys, in their order. */
    Select ofKeys(int firstSlot) {
        SqlRelation.BoundRows rows = RowConditions.rows(target.key(), firstSlot);
        Join join = new Join(Join.Type.INNER, rows, RowConditions.inRow(target.key(), rows));
        SqlExpr ordinal =
                new SqlExpr.Column(rows.alias(), SqlRelation.BoundRows.ORDINAL, ColumnType.BIGINT, null, false);
        return select(null, List.of(join), List.of(ascending(ordinal)));
    }

    /** The new row of these columns, whose slots are their places. */
    Select inserted(List<WriteColumn> given) {
        return inserted(given, 1);
    }

    /** The new rows of these columns, by what the database made of their keys. */
    Select inserted(List<WriteColumn> given, int rows) {
        List<SqlExpr> conditions = new ArrayList<>();
        List<OrderTerm> order = new ArrayList<>();
        for (WriteColumn column : target.key()) {
            if (!given.contains(column)) {
                SqlExpr key = RowConditions.column(column);
                conditions.add(new SqlExpr.GeneratedKeys(requireTold(column, key), rows));
                order.add(ascending(key));
            } else if (rows == 1) {
                conditions.add(RowConditions.equal(column, given.indexOf(column)));
            }
        }
        return select(new SqlExpr.Logic(true, conditions), List.of(), rows == 1 ? List.of() : order);
    }

    private SqlExpr requireTold(WriteColumn column, SqlExpr key) {
        if (!column.isIdentity()) {
            throw new FraiseqlException(
                    CoreErrorCode.BAD_USER_INPUT,
                    "a new " + target.type().name() + " needs a value for '" + column.field()
                            + "': the database does not tell which one its default gives");
        }
        return key;
    }

    private static OrderTerm ascending(SqlExpr value) {
        return new OrderTerm(value, false, false, false, false);
    }

    private Select select(@Nullable SqlExpr where, List<Join> joins, List<OrderTerm> order) {
        return new Select(
                target.image().items(RowConditions.ALIAS),
                new SqlRelation.Table(target.table(), RowConditions.ALIAS, Map.of()),
                joins,
                where,
                order,
                null);
    }
}
