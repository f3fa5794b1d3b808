package io.fraiseql.core.plan;

import io.fraiseql.core.model.AggregateFunction;
import io.fraiseql.core.model.AggregateWindow;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.GroupValue;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.core.plan.GroupPlanner.Key;
import io.fraiseql.core.plan.RowProgram.Kind;
import io.fraiseql.core.surface.SurfaceNames;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.SqlAggregation;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlRelation.OrderTerm;
import java.util.ArrayList;
import java.util.List;

/** Turns the windows of an aggregate query into columns of its groups. */
final class WindowPlanner {

    private static final ValueType NUMBER = new ValueType(ColumnType.BIGINT, null);

    private final PlanContext context;
    private final Aggregates aggregates;
    private final List<Key> keys;
    private final Level level;
    private final OrderPlanner orders;

    WindowPlanner(PlanContext context, Aggregates aggregates, List<Key> keys, Level level) {
        this.context = context;
        this.aggregates = aggregates;
        this.keys = keys;
        this.level = level;
        this.orders = new OrderPlanner(context, new ToOneJoins(context, level));
    }

    /** What a group has of a value: the field that it looks like, its type and how it is written. */
    private record Value(Field field, ValueType type, Kind kind) {}

    /** Writes the value of a window. */
    void write(AggregateWindow window, ProgramBuilder program) {
        Value of = window.of() == null ? null : value(window.of(), window.name());
        SqlAggregation.Over over = over(window);
        switch (window.function()) {
            case ROW_NUMBER, RANK, DENSE_RANK, COUNT ->
                program.value(Kind.COUNT, column(window, of, 0, over, NUMBER), true, window.name());
            case SUM -> computed(window, AggregateFunction.SUM, of, over, program);
            case AVG -> computed(window, AggregateFunction.AVG, of, over, program);
            case MIN, MAX, LAG, LEAD, FIRST_VALUE, LAST_VALUE -> taken(window, of, over, program);
        }
    }

    private void computed(
            AggregateWindow window,
            AggregateFunction function,
            @Nullable Value of,
            SqlAggregation.Over over,
            ProgramBuilder program) {
        ValueType type = required(of, window).type();
        int digits = AggregateValue.digits(type);
        ValueType result = AggregateValue.result(function, type, digits);
        int number = function == AggregateFunction.AVG && result.type() == ColumnType.DECIMAL ? digits : 0;
        program.value(
                AggregateValue.kind(function, result), column(window, of, number, over, result), true, window.name());
    }

    private void taken(AggregateWindow window, @Nullable Value of, SqlAggregation.Over over, ProgramBuilder program) {
        Value value = required(of, window);
        int column = column(window, value, window.offset(), over, value.type());
        TypeRef type = value.field().type();
        if (type.kind() == TypeRef.Kind.ENUM) {
            program.enumeration(column, true, window.name(), SelectionPlanner.choices(context.enumType(type.name())));
        } else {
            program.value(value.kind(), column, true, window.name());
        }
    }

    private static Value required(@Nullable Value of, AggregateWindow window) {
        if (of == null) {
            throw new IllegalStateException("the window " + window.name() + " is of nothing");
        }
        return of;
    }

    private int column(
            AggregateWindow window, @Nullable Value of, int number, SqlAggregation.Over over, ValueType result) {
        ValueType type = of == null ? NUMBER : of.type();
        boolean codepoint = type.type() == ColumnType.TEXT && context.options.codepointOrder();
        SqlExpr value = of == null ? null : aggregates.groups().value(of.field());
        return level.column(
                new SqlAggregation.Window(window.function(), value, type.type(), type.sql(), number, codepoint, over),
                result);
    }

    /** Where the place among peers shows, the keys decide it. */
    private SqlAggregation.Over over(AggregateWindow window) {
        List<SqlExpr> partition = new ArrayList<>();
        for (GroupValue key : window.partitionBy()) {
            partition.add(aggregates.groups().value(value(key, window.name()).field()));
        }
        List<OrderTerm> order = new ArrayList<>();
        for (AggregateWindow.Order term : window.orderBy()) {
            add(order, orders.term(value(term.by(), window.name()).field(), aggregates.groups(), term.direction()));
        }
        if (window.seesPeers()) {
            keys.forEach(key -> add(order, orders.ascending(key.field(), aggregates.groups())));
        }
        return new SqlAggregation.Over(partition, order, window.frame());
    }

    private static void add(List<OrderTerm> order, OrderTerm term) {
        if (order.stream().noneMatch(other -> other.value().equals(term.value()))) {
            order.add(term);
        }
    }

    private Value value(GroupValue value, String window) {
        GroupedScope groups = aggregates.groups();
        if (value.isKey()) {
            Field key = GroupPlanner.key(keys, value.key(), SurfaceNames.WINDOWS + "." + window)
                    .field();
            ValueType type = groups.valueType(key);
            return new Value(key, type, Kind.valueOf(type.type().name()));
        }
        AggregateFunction function = value.function();
        AggregateValue aggregate = function == null ? AggregateValue.count() : aggregates.of(function, value.field());
        groups.value(aggregate);
        return new Value(aggregate.field(), aggregate.type(), aggregate.kind());
    }
}
