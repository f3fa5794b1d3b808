package io.fraiseql.core.plan;

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
        String dialect = context.dialect.name();
        TargetRow target = TargetRow.of(context, field.type(), null);
        List<String> from = relation.from().get(dialect);
        List<String> to = relation.to().get(dialect);
        List<SqlExpr> nearKeys = new ArrayList<>();
        List<SqlExpr> farKeys = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            ValueType type =
                    keyType(near.columnType(from.get(i)), target.scope().columnType(to.get(i)));
            nearKeys.add(placed.apply(near.column(from.get(i), type)));
            farKeys.add(target.scope().column(to.get(i), type));
        }
        Relation.Through through = relation.through();
        if (through == null) {
            return new Joined(target, null, null, pairs(farKeys, nearKeys));
        }
        Table link = new Table(through.table().get(dialect), context.nextAlias(), Map.of());
        List<SqlExpr> linkFar = columns(link, through.to().get(dialect));
        List<SqlExpr> linkNear = columns(link, through.from().get(dialect));
        return new Joined(target, link, Conditions.all(pairs(linkFar, farKeys)), pairs(linkNear, nearKeys));
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
