package io.fraiseql.core.plan;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.Relation;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlRelation.OrderTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns {@code orderBy} into terms, completed by the key. */
final class OrderPlanner {

    private final PlanContext context;
    private final ToOneJoins joins;

    OrderPlanner(PlanContext context, ToOneJoins joins) {
        this.context = context;
        this.joins = joins;
    }

    List<OrderTerm> order(@Nullable Argument orderBy, Map<String, Field> fields, TargetRow row) {
        List<OrderTerm> terms = new ArrayList<>();
        if (orderBy instanceof Argument.Items items) {
            items.items().forEach(item -> terms.add(term(item, fields, row.scope(), false)));
        }
        for (Field key : row.key()) {
            OrderTerm term = term(key, row.scope(), Direction.ASC, false);
            if (terms.stream().noneMatch(other -> other.value().equals(term.value()))) {
                terms.add(term);
            }
        }
        SqlExpr typeName = row.typeName();
        if (typeName != null && row.scope() instanceof UnionScope) {
            terms.add(new OrderTerm(typeName, false, false, false, true));
        }
        return terms;
    }

    private OrderTerm term(Argument item, Map<String, Field> fields, RowScope scope, boolean optional) {
        if (!(item instanceof Argument.Members members) || members.members().size() != 1) {
            throw new FraiseqlException(
                    CoreErrorCode.BAD_USER_INPUT,
                    "each element of 'orderBy' names exactly one field, for example [{name: ASC}, {id: DESC}]");
        }
        Map.Entry<String, Argument> entry =
                members.members().entrySet().iterator().next();
        Field field = fields.get(entry.getKey());
        if (field == null) {
            throw new IllegalStateException("no field " + entry.getKey());
        }
        Relation relation = field.relation();
        if (relation != null) {
            return term(
                    entry.getValue(),
                    context.fields(field.type()),
                    joins.join(field, scope).scope(),
                    true);
        }
        if (!(entry.getValue() instanceof Argument.Leaf leaf)) {
            RowScope object = new DocumentScope(context, scope.value(field));
            return term(entry.getValue(), context.fields(field.type()), object, true);
        }
        if (leaf.current() == null) {
            throw new FraiseqlException(
                    CoreErrorCode.BAD_USER_INPUT, "the direction of '" + field.name() + "' in 'orderBy' is null");
        }
        return term(field, scope, Direction.valueOf((String) leaf.current()), optional);
    }

    private OrderTerm term(Field field, RowScope scope, Direction direction, boolean optional) {
        SqlExpr value = scope.value(field);
        boolean text = scope.valueType(field).type() == ColumnType.TEXT;
        boolean nullable = optional || field.type().nullable() || !(value instanceof SqlExpr.Column);
        return new OrderTerm(
                value, direction.descending, direction.nullsFirst, nullable, text && context.options.codepointOrder());
    }

    /** {@code OrderDirection} of the surface. */
    private enum Direction {
        ASC(false, false),
        DESC(true, true),
        ASC_NULLS_FIRST(false, true),
        ASC_NULLS_LAST(false, false),
        DESC_NULLS_FIRST(true, true),
        DESC_NULLS_LAST(true, false);

        private final boolean descending;
        private final boolean nullsFirst;

        Direction(boolean descending, boolean nullsFirst) {
            this.descending = descending;
            this.nullsFirst = nullsFirst;
        }
    }
}
