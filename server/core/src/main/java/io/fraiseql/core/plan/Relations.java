package io.fraiseql.core.plan;

import io.fraiseql.core.model.ByDialect;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.Relation;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlRelation.Join;
import io.fraiseql.spi.sql.SqlRelation.Source;
import io.fraiseql.spi.sql.SqlRelation.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** How the rows at the other end of a relation are reached. */
final class Relations {

    private final PlanContext context;

    Relations(PlanContext context) {
        this.context = context;
    }

    /**
     * The far rows of a relation, for a subquery that sees the near row.
     *
     * @param link the link table to start from; null for a direct relation
     * @param onTarget joins the far rows to the link; null for a direct relation
     * @param conditions tie them to the near row
     */
    record Joined(
            TargetRow target,
            @Nullable Table link,
            @Nullable SqlExpr onTarget,
            List<SqlExpr> conditions) {

        RowScope scope() {
            return target.scope();
        }

        Source from() {
            return link == null ? scope().source() : link;
        }

        List<Join> joins() {
            return link == null || onTarget == null
                    ? List.of()
                    : List.of(new Join(Join.Type.INNER, scope().source(), onTarget));
        }
    }

    /** Reaches the far rows from a near row of the same statement. */
    Joined correlate(Field field, RowScope near) {
        return reach(field, near, key -> key);
    }

    /**
     * Reaches the far rows of a relation.
     *
     * @param placed gives each value of the near row's key the form in which the far rows' select sees it
     */
    Joined reach(Field field, RowScope near, UnaryOperator<SqlExpr> placed) {
        Relation relation = relation(field);
        TargetRow target = TargetRow.of(context, field.type(), null);
        Relation.Through through = relation.through();
        return through == null
                ? direct(relation, near, target, placed)
                : linked(relation, through, near, target, placed);
    }

    private Joined direct(Relation relation, RowScope near, TargetRow target, UnaryOperator<SqlExpr> placed) {
        List<String> from = names(relation.from());
        List<String> to = names(relation.to());
        List<SqlExpr> nearKeys = new ArrayList<>();
        List<SqlExpr> farKeys = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            ValueType type =
                    keyType(near.columnType(from.get(i)), target.scope().columnType(to.get(i)));
            nearKeys.add(placed.apply(near.column(from.get(i), type)));
            farKeys.add(target.scope().column(to.get(i), type));
        }
        return new Joined(target, null, null, pairs(farKeys, nearKeys));
    }

    /** The two ends of a link may have keys of different lengths. */
    private Joined linked(
            Relation relation,
            Relation.Through through,
            RowScope near,
            TargetRow target,
            UnaryOperator<SqlExpr> placed) {
        List<SqlExpr> nearKeys =
                keys(near, names(relation.from())).stream().map(placed).toList();
        List<SqlExpr> farKeys = keys(target.scope(), names(relation.to()));
        Table link = context.table(names(through.table()), context.nextAlias(), Map.of());
        List<SqlExpr> linkFar = columns(link, names(through.to()));
        List<SqlExpr> linkNear = columns(link, names(through.from()));
        return new Joined(target, link, Conditions.all(pairs(linkFar, farKeys)), pairs(linkNear, nearKeys));
    }

    private List<String> names(ByDialect<List<String>> names) {
        return names.get(context.dialect.name());
    }

    private static List<SqlExpr> keys(RowScope row, List<String> columns) {
        return columns.stream()
                .map(column -> row.column(column, keyType(row.columnType(column), null)))
                .toList();
    }

    /** The type of a key by either end of the relation; text when the schema has a field at neither. */
    private static ValueType keyType(@Nullable ValueType near, @Nullable ValueType far) {
        if (near != null) {
            return near;
        }
        return far != null ? new ValueType(far.type(), null) : new ValueType(ColumnType.TEXT, null);
    }

    static Relation relation(Field field) {
        if (field.relation() == null) {
            throw new IllegalStateException(field.name() + " is no relation");
        }
        return field.relation();
    }

    private static List<SqlExpr> columns(Table table, List<String> names) {
        return names.stream()
                .map(name -> (SqlExpr) new SqlExpr.Column(table.alias(), name, ColumnType.TEXT, null, false))
                .toList();
    }

    private static List<SqlExpr> pairs(List<SqlExpr> left, List<SqlExpr> right) {
        List<SqlExpr> pairs = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            pairs.add(Conditions.sameKey(left.get(i), right.get(i)));
        }
        return pairs;
    }
}
