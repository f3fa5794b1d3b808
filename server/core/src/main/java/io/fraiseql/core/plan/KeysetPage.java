package io.fraiseql.core.plan;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.Comparison;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Cuts a page out of a root list: the first rows in the order of its key, or the first after a key. */
final class KeysetPage {

    private static final Set<ColumnType> ORDERED = EnumSet.of(
            ColumnType.INT,
            ColumnType.BIGINT,
            ColumnType.TEXT,
            ColumnType.UUID,
            ColumnType.DECIMAL,
            ColumnType.DATE,
            ColumnType.TIME,
            ColumnType.DATETIME,
            ColumnType.LOCAL_DATETIME);

    private final PlanContext context;
    private final boolean after;
    private final List<Integer> columns = new ArrayList<>();
    private final List<ColumnType> types = new ArrayList<>();

    KeysetPage(PlanContext context, boolean after) {
        this.context = context;
        this.after = after;
    }

    /** Restricts the level, which has its order and conditions, and lets its rows carry the key. */
    void apply(Level level, TargetRow row) {
        if (row.key().isEmpty() || row.scope() instanceof UnionScope) {
            throw refused("a list of rows with one key");
        }
        List<SqlExpr> values = new ArrayList<>();
        List<SqlExpr> bounds = new ArrayList<>();
        for (Field key : row.key()) {
            SqlExpr value = row.scope().value(key);
            ValueType type = row.scope().valueType(key);
            if (key.type().kind() == TypeRef.Kind.ENUM || !ORDERED.contains(type.type())) {
                throw refused("a key of integers, decimals, texts, UUIDs or times");
            }
            columns.add(level.column(value, type));
            types.add(type.type());
            values.add(value);
            if (after) {
                BindSource source = new BindSource.Variable(PagedPlan.PAGE, List.of(types.size()));
                bounds.add(context.slots.bind(source, type.type(), false, type.sql()));
            }
        }
        if (after) {
            SqlExpr beyond = beyond(row, values, bounds, 0);
            level.where = Conditions.all(level.where == null ? List.of(beyond) : List.of(level.where, beyond));
        }
        BindSource limit = new BindSource.Variable(PagedPlan.PAGE, List.of(0));
        level.page = new PageArguments(context.slots.bind(limit, ColumnType.BIGINT, false, null), null, null);
    }

    /** Where the parts of the key stand in the statement. */
    List<PagedPlan.KeyColumn> key(int[] slots) {
        List<PagedPlan.KeyColumn> key = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            key.add(new PagedPlan.KeyColumn(slots[columns.get(i)], types.get(i)));
        }
        return key;
    }

    /** {@code a > x} for the last part; {@code a >= x AND (a > x OR rest)} before it, so that an index on the key can begin at x. */
    private SqlExpr beyond(TargetRow row, List<SqlExpr> values, List<SqlExpr> bounds, int part) {
        SqlExpr greater = compare(Comparison.Operator.GREATER, row, values, bounds, part);
        if (part == values.size() - 1) {
            return greater;
        }
        SqlExpr rest = beyond(row, values, bounds, part + 1);
        return new SqlExpr.Logic(
                true,
                List.of(
                        compare(Comparison.Operator.GREATER_OR_EQUAL, row, values, bounds, part),
                        new SqlExpr.Logic(false, List.of(greater, rest))));
    }

    private SqlExpr compare(
            Comparison.Operator operator, TargetRow row, List<SqlExpr> values, List<SqlExpr> bounds, int part) {
        ValueType type = row.scope().valueType(row.key().get(part));
        boolean codepoint = type.type() == ColumnType.TEXT && context.options.codepointOrder();
        return new Comparison(operator, values.get(part), bounds.get(part), type.type(), type.sql(), codepoint);
    }

    private static FraiseqlException refused(String needed) {
        return new FraiseqlException(
                CoreErrorCode.BAD_USER_INPUT,
                "a streamed list with lists below it needs " + needed + "; select no lists, or give it a 'limit'");
    }
}
