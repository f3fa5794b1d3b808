package io.fraiseql.core.plan;

import io.fraiseql.core.model.AggregateFunction;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.plan.GroupPlanner.Key;
import io.fraiseql.core.surface.SurfaceNames;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlRelation.OrderTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The aggregates over rows, as columns of groups or as they are. */
final class Aggregates {

    private final PlanContext context;
    private final Map<String, Field> fields;
    private final RowScope row;
    private final @Nullable GroupedScope groups;

    Aggregates(PlanContext context, Map<String, Field> fields, RowScope row, @Nullable GroupedScope groups) {
        this.context = context;
        this.fields = fields;
        this.row = row;
        this.groups = groups;
    }

    GroupedScope groups() {
        if (groups == null) {
            throw new IllegalStateException("no groups");
        }
        return groups;
    }

    AggregateValue of(AggregateFunction function, String name) {
        Field field = fields.get(name);
        if (field == null) {
            throw new IllegalStateException("no field " + name);
        }
        return AggregateValue.of(function, field, row, context);
    }

    SqlExpr value(AggregateValue aggregate) {
        return groups == null ? aggregate.value() : groups.value(aggregate);
    }

    SqlExpr having(Argument filter) {
        List<SqlExpr> conditions = new ArrayList<>();
        FilterPlanner.members(filter, "having").forEach((name, value) -> conditions.add(member(name, value)));
        return new SqlExpr.Logic(true, conditions);
    }

    private SqlExpr member(String name, Argument value) {
        return switch (name) {
            case SurfaceNames.AND -> new SqlExpr.Logic(true, all(value, name));
            case SurfaceNames.OR -> new SqlExpr.Logic(false, all(value, name));
            case SurfaceNames.NOT -> new SqlExpr.Not(having(value));
            case SurfaceNames.COUNT -> conditions(AggregateValue.count(), value, name);
            default -> {
                List<SqlExpr> conditions = new ArrayList<>();
                FilterPlanner.members(value, name)
                        .forEach((field, filter) ->
                                conditions.add(conditions(of(function(name), field), filter, name + "." + field)));
                yield new SqlExpr.Logic(true, conditions);
            }
        };
    }

    private List<SqlExpr> all(Argument value, String name) {
        return FilterPlanner.items(value, name).stream().map(this::having).toList();
    }

    private SqlExpr conditions(AggregateValue aggregate, Argument filter, String name) {
        groups().value(aggregate);
        OperatorPlanner operators = new OperatorPlanner(context);
        List<SqlExpr> conditions = new ArrayList<>();
        FilterPlanner.members(filter, name)
                .forEach((operator, operand) -> conditions.add(
                        operators.condition(operator, (Argument.Leaf) operand, aggregate.field(), groups())));
        return new SqlExpr.Logic(true, conditions);
    }

    OrderTerm term(Argument item, List<Key> keys, OrderPlanner orders) {
        Map.Entry<String, Argument> only = OrderPlanner.only(item, "orderBy", "[{count: DESC}, {sum: {price: ASC}}]");
        if (only.getKey().equals(SurfaceNames.KEYS)) {
            return keyTerm(only.getValue(), keys, orders, "");
        }
        if (only.getValue() instanceof Argument.Leaf direction) {
            AggregateValue count = AggregateValue.count();
            groups().value(count);
            return orders.term(count.field(), groups(), direction);
        }
        Map.Entry<String, Argument> field = OrderPlanner.only(only.getValue(), "orderBy", "[{sum: {price: ASC}}]");
        AggregateValue aggregate = of(function(only.getKey()), field.getKey());
        groups().value(aggregate);
        return orders.term(aggregate.field(), groups(), (Argument.Leaf) field.getValue());
    }

    private OrderTerm keyTerm(Argument item, List<Key> keys, OrderPlanner orders, String path) {
        Map.Entry<String, Argument> only = OrderPlanner.only(item, "orderBy", "[{keys: {genre: ASC}}]");
        String name = path + only.getKey();
        return only.getValue() instanceof Argument.Leaf direction
                ? orders.term(GroupPlanner.key(keys, name, "orderBy").field(), groups(), direction)
                : keyTerm(only.getValue(), keys, orders, name + ".");
    }

    static AggregateFunction function(String name) {
        AggregateFunction function = AggregateFunction.of(name);
        if (function == null) {
            throw new IllegalStateException("no function " + name);
        }
        return function;
    }
}
