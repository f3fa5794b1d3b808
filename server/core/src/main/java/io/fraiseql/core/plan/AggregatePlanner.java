package io.fraiseql.core.plan;

import graphql.language.SelectionSet;
import io.fraiseql.core.model.AggregateFunction;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.core.plan.GroupPlanner.Key;
import io.fraiseql.core.plan.ListOpening.Opened;
import io.fraiseql.core.surface.SurfaceNames;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlRelation.OrderTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Plans aggregates: groups of the rows of a list, or one group of the rows that belong to each parent. */
final class AggregatePlanner {

    private final PlanContext context;
    private final FieldCollector collector;
    private final FieldArguments arguments;
    private final ListPlanner lists;

    AggregatePlanner(PlanContext context, FieldCollector collector, FieldArguments arguments) {
        this.context = context;
        this.collector = collector;
        this.arguments = arguments;
        this.lists = new ListPlanner(context);
    }

    /** Groups of the rows of a list. */
    void groups(Opened rows, Level level, TypeRef type, Map<String, Argument> given, SelectedField selected) {
        GroupedScope groups = new GroupedScope(rows.level(), context.nextAlias());
        level.scope = groups;
        Map<String, Field> fields = context.fields(type);
        RowScope row = rows.row().scope();
        List<Key> keys = new GroupPlanner(context, rows.joins(), groups).keys(given.get("groupBy"), fields, row);
        Aggregates aggregates = new Aggregates(fields, row, groups);
        Argument having = given.get("having");
        level.where = having == null ? null : Conditions.all(List.of(aggregates.having(having)));
        order(level, aggregates, keys, given.get("orderBy"));
        ListArguments page = ListArguments.of(given);
        level.page = lists.page(page.limit(), page.offset());
        Writer writer = new Writer(level.program, type.name(), aggregates, keys, level);
        writer.aggregate(selected.selections());
    }

    /** The aggregates over the rows of each parent. */
    void ofEachParent(Opened rows, TypeRef type, SelectedField selected) {
        Level level = rows.level();
        level.grouped = true;
        Aggregates aggregates = new Aggregates(context.fields(type), rows.row().scope(), null);
        Writer writer = new Writer(level.program, type.name(), aggregates, List.of(), level);
        writer.aggregate(selected.selections());
        level.form = new BranchForm.Single(RootPlan.utf8(writer.empty.toString()));
    }

    private void order(Level level, Aggregates aggregates, List<Key> keys, @Nullable Argument orderBy) {
        OrderPlanner orders = new OrderPlanner(context, new ToOneJoins(context, level));
        List<OrderTerm> terms = new ArrayList<>();
        if (orderBy instanceof Argument.Items items) {
            items.items().forEach(item -> terms.add(aggregates.term(item, keys, orders)));
        }
        for (Key key : keys) {
            OrderTerm term = orders.ascending(key.field(), aggregates.groups());
            if (terms.stream().noneMatch(other -> other.value().equals(term.value()))) {
                terms.add(term);
            }
        }
        level.order.addAll(terms);
    }

    /** The aggregates over rows, as columns of groups or as they are. */
    private final class Aggregates {

        private final Map<String, Field> fields;
        private final RowScope row;
        private final @Nullable GroupedScope groups;

        Aggregates(Map<String, Field> fields, RowScope row, @Nullable GroupedScope groups) {
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
            Map.Entry<String, Argument> only =
                    OrderPlanner.only(item, "orderBy", "[{count: DESC}, {sum: {price: ASC}}]");
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
                    ? orders.term(key(keys, name, "orderBy").field(), groups(), direction)
                    : keyTerm(only.getValue(), keys, orders, name + ".");
        }
    }

    private static AggregateFunction function(String name) {
        AggregateFunction function = AggregateFunction.of(name);
        if (function == null) {
            throw new IllegalStateException("no function " + name);
        }
        return function;
    }

    private static Key key(List<Key> keys, String path, String where) {
        return keys.stream()
                .filter(key -> key.field().name().equals(path))
                .findFirst()
                .orElseThrow(() -> GroupPlanner.refusal(
                        "'" + path + "' in '" + where + "' is not grouped by; add it to 'groupBy'"));
    }

    /** Writes the program of a group, and what stands for a group without rows. */
    private final class Writer {

        private final ProgramBuilder program;
        private final String type;
        private final Aggregates aggregates;
        private final List<Key> keys;
        private final Level level;
        private final StringBuilder empty = new StringBuilder();

        Writer(ProgramBuilder program, String type, Aggregates aggregates, List<Key> keys, Level level) {
            this.program = program;
            this.type = type;
            this.aggregates = aggregates;
            this.keys = keys;
            this.level = level;
        }

        void aggregate(List<SelectionSet> sets) {
            String owner = SurfaceNames.aggregate(type);
            object(owner, sets, field -> {
                if (field.name().equals(SurfaceNames.COUNT)) {
                    value(AggregateValue.count(), "0");
                } else if (field.name().equals(SurfaceNames.KEYS)) {
                    keys(SurfaceNames.keys(type), context.fields(typeRef()), field.selections(), "");
                } else {
                    results(function(field.name()), field.selections());
                }
            });
        }

        private TypeRef typeRef() {
            return new TypeRef(TypeRef.Kind.OBJECT, type, true, false, false);
        }

        private void results(AggregateFunction function, List<SelectionSet> sets) {
            String absent = function == AggregateFunction.COUNT_DISTINCT ? "0" : "null";
            object(
                    type + function.fields().ending(),
                    sets,
                    field -> value(aggregates.of(function, field.name()), absent));
        }

        private void value(AggregateValue aggregate, String absent) {
            int column = level.column(aggregates.value(aggregate), aggregate.type());
            program.value(
                    aggregate.kind(),
                    column,
                    true,
                    type + "." + aggregate.field().name());
            empty.append(absent);
        }

        private void keys(String owner, Map<String, Field> fields, List<SelectionSet> sets, String path) {
            if (keys.isEmpty()) {
                throw GroupPlanner.refusal("'keys' are what groups have in common; add 'groupBy', or leave them out");
            }
            object(owner, sets, selected -> {
                Field field = fields.get(selected.name());
                if (field == null) {
                    throw new IllegalStateException("no field " + selected.name());
                }
                String name = path + field.name();
                if (field.relation() == null) {
                    key(owner, selected, key(keys, name));
                } else {
                    String target = field.type().name();
                    keys(SurfaceNames.keys(target), context.fields(field.type()), selected.selections(), name + ".");
                }
            });
        }

        private Key key(List<Key> all, String name) {
            return AggregatePlanner.key(all, name, SurfaceNames.KEYS);
        }

        private void key(String owner, SelectedField selected, Key key) {
            Argument bucket = selected.first().getArguments().isEmpty()
                    ? null
                    : arguments.all(owner, selected.first()).get(SurfaceNames.BUCKET);
            boolean same = !(bucket instanceof Argument.Leaf leaf)
                    || leaf.current() == null
                    || leaf.current().equals(key.bucket());
            if (!same) {
                throw GroupPlanner.refusal("'" + key.field().name() + "' is grouped by " + key.bucket()
                        + "; ask for that bucket, or change 'groupBy'");
            }
            ValueType valueType = aggregates.groups().valueType(key.field());
            int column = level.column(aggregates.groups().value(key.field()), valueType);
            TypeRef of = key.field().type();
            String name = type + "." + key.field().name();
            if (of.kind() == TypeRef.Kind.ENUM) {
                program.enumeration(column, true, name, SelectionPlanner.choices(context.enumType(of.name())));
            } else {
                program.value(RowProgram.Kind.valueOf(valueType.type().name()), column, true, name);
            }
        }

        private void object(String owner, List<SelectionSet> sets, Consumer<SelectedField> member) {
            String separator = "{";
            for (SelectedField field : collector.collect(owner, sets)) {
                text(separator + "\"" + field.key() + "\":");
                separator = ",";
                if (field.name().equals("__typename")) {
                    text("\"" + owner + "\"");
                } else {
                    member.accept(field);
                }
            }
            text(separator.equals("{") ? "{}" : "}");
        }

        private void text(String json) {
            program.text(json);
            empty.append(json);
        }
    }
}
