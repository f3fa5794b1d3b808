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
        return keys(orderBy, fields, row).stream().map(SortKey::term).toList();
    }

    /** The terms with what a cursor needs of them. */
    List<SortKey> keys(@Nullable Argument orderBy, Map<String, Field> fields, TargetRow row) {
        List<SortKey> keys = new ArrayList<>();
        if (orderBy instanceof Argument.Items items) {
            items.items().forEach(item -> add(keys, key(item, fields, row.scope(), "")));
        }
        for (Field key : row.key()) {
            add(keys, key(key, row.scope(), Direction.ASC, ""));
        }
        SqlExpr typeName = row.typeName();
        if (typeName != null && row.scope() instanceof UnionScope) {
            OrderTerm term = new OrderTerm(typeName, false, false, false, true);
            keys.add(new SortKey("__typename", term, new ValueType(ColumnType.TEXT, null)));
            if (row.key().isEmpty()) {
                memberKeys(keys, row);
            }
        }
        return keys;
    }

    /** The keys of members whose keys are not of one kind; each is null in the rows of the others. */
    private void memberKeys(List<SortKey> keys, TargetRow row) {
        for (String member : row.members().values()) {
            for (Field key : TargetRow.keyOf(context.type(member))) {
                keys.add(key(key, row.scope().member(member), Direction.ASC, member + "."));
            }
        }
    }

    /** A value that is already ordered by decides nothing more. */
    private static void add(List<SortKey> keys, SortKey key) {
        if (keys.stream()
                .noneMatch(other -> other.term().value().equals(key.term().value()))) {
            keys.add(key);
        }
    }

    private SortKey key(Argument item, Map<String, Field> fields, RowScope scope, String path) {
        Map.Entry<String, Argument> entry = only(item, "orderBy", "[{name: ASC}, {id: DESC}]");
        Field field = fields.get(entry.getKey());
        if (field == null) {
            throw new IllegalStateException("no field " + entry.getKey());
        }
        Relation relation = field.relation();
        if (relation != null) {
            RowScope related = joins.join(field, scope).scope();
            return key(entry.getValue(), context.fields(field.type()), related, path + field.name() + ".");
        }
        if (!(entry.getValue() instanceof Argument.Leaf leaf)) {
            RowScope object = new DocumentScope(context, scope.value(field));
            return key(entry.getValue(), context.fields(field.type()), object, path + field.name() + ".");
        }
        return key(field, scope, direction(field, leaf), path);
    }

    /** The term of a value without a path to it. */
    OrderTerm term(Field field, RowScope scope, Argument.Leaf direction) {
        return key(field, scope, direction(field, direction), "").term();
    }

    /** The same with a direction as the surface names it. */
    OrderTerm term(Field field, RowScope scope, String direction) {
        return key(field, scope, Direction.valueOf(direction), "").term();
    }

    /** The ascending term that completes an order. */
    OrderTerm ascending(Field field, RowScope scope) {
        return key(field, scope, Direction.ASC, "").term();
    }

    private static Direction direction(Field field, Argument.Leaf leaf) {
        if (leaf.current() == null) {
            throw new FraiseqlException(
                    CoreErrorCode.BAD_USER_INPUT, "the direction of '" + field.name() + "' in 'orderBy' is null");
        }
        return Direction.valueOf((String) leaf.current());
    }

    /** The one member of an element. */
    static Map.Entry<String, Argument> only(Argument item, String argument, String example) {
        if (!(item instanceof Argument.Members members) || members.members().size() != 1) {
            throw new FraiseqlException(
                    CoreErrorCode.BAD_USER_INPUT,
                    "each element of '" + argument + "' names exactly one field, for example " + example);
        }
        return members.members().entrySet().iterator().next();
    }

    private SortKey key(Field field, RowScope scope, Direction direction, String path) {
        SqlExpr value = scope.value(field);
        ValueType type = scope.valueType(field);
        boolean codepoint = type.type() == ColumnType.TEXT && context.options.codepointOrder();
        boolean nullable = !path.isEmpty() || field.type().nullable() || !(value instanceof SqlExpr.Column);
        OrderTerm term = new OrderTerm(value, direction.descending, direction.nullsFirst, nullable, codepoint);
        return new SortKey(path + field.name(), term, type);
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
