package io.fraiseql.core.plan;

import graphql.language.SelectionSet;
import io.fraiseql.core.model.AggregateFunction;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.RootField;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.core.plan.GroupPlanner.Key;
import io.fraiseql.core.surface.SurfaceNames;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Writes the program of a group, and what stands for a group without rows. */
final class AggregateWriter {

    private final PlanContext context;
    private final FieldCollector collector;
    private final FieldArguments arguments;
    private final ProgramBuilder program;
    private final String type;
    private final Aggregates aggregates;
    private final List<Key> keys;
    private final Level level;
    private final StringBuilder empty = new StringBuilder();

    AggregateWriter(
            PlanContext context,
            FieldCollector collector,
            FieldArguments arguments,
            String type,
            Aggregates aggregates,
            List<Key> keys,
            Level level) {
        this.context = context;
        this.collector = collector;
        this.arguments = arguments;
        this.program = level.program;
        this.type = type;
        this.aggregates = aggregates;
        this.keys = keys;
        this.level = level;
    }

    /** Writes what is selected of a group. */
    void aggregate(List<SelectionSet> sets) {
        group(SurfaceNames.aggregate(type), sets, field -> {
            throw new IllegalStateException("no field " + field.name());
        });
    }

    /** Writes what is selected of a group of a query with windows. */
    void windowed(RootField query, List<SelectionSet> sets) {
        WindowPlanner windows = new WindowPlanner(context, aggregates, keys, level);
        group(
                SurfaceNames.windowed(query.name()),
                sets,
                field -> object(
                        SurfaceNames.windows(query.name()),
                        field.selections(),
                        selected -> "",
                        selected -> query.windows().stream()
                                .filter(window -> window.name().equals(selected.name()))
                                .forEach(window -> windows.write(window, program))));
    }

    private void group(String owner, List<SelectionSet> sets, Consumer<SelectedField> windows) {
        object(owner, sets, field -> "", field -> {
            if (field.name().equals(SurfaceNames.COUNT)) {
                value(AggregateValue.count(), "0");
            } else if (field.name().equals(SurfaceNames.KEYS)) {
                keys(SurfaceNames.keys(type), context.fields(typeRef()), field.selections(), "");
            } else if (field.name().equals(SurfaceNames.WINDOWS)) {
                windows.accept(field);
            } else {
                results(Aggregates.function(field.name()), field.selections());
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
                field -> aggregates.of(function, field.name()).field().type().name(),
                field -> value(aggregates.of(function, field.name()), absent));
    }

    private void value(AggregateValue aggregate, String absent) {
        int column = level.column(aggregates.value(aggregate), aggregate.type());
        program.value(
                aggregate.kind(),
                column,
                aggregate.kind() != RowProgram.Kind.COUNT,
                type + "." + aggregate.field().name());
        empty.append(absent);
    }

    private void keys(String owner, Map<String, Field> fields, List<SelectionSet> sets, String path) {
        if (keys.isEmpty()) {
            throw GroupPlanner.refusal("'keys' are what groups have in common; add 'groupBy', or leave them out");
        }
        object(owner, sets, selected -> keyType(fields, selected), selected -> {
            Field field = fields.get(selected.name());
            if (field == null) {
                throw new IllegalStateException("no field " + selected.name());
            }
            String name = path + field.name();
            if (field.relation() == null) {
                key(owner, selected, GroupPlanner.key(keys, name, SurfaceNames.KEYS));
            } else {
                String target = field.type().name();
                keys(SurfaceNames.keys(target), context.fields(field.type()), selected.selections(), name + ".");
            }
        });
    }

    private static String keyType(Map<String, Field> fields, SelectedField selected) {
        Field field = fields.get(selected.name());
        return field == null ? "" : field.type().name();
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

    /** @param type the GraphQL type of a member's value */
    private void object(
            String owner,
            List<SelectionSet> sets,
            Function<SelectedField, String> type,
            Consumer<SelectedField> member) {
        program.beginObject();
        String separator = "{";
        for (SelectedField field : collector.collect(owner, sets)) {
            boolean named = field.name().equals("__typename");
            program.member(field.key(), named ? "" : type.apply(field));
            empty.append(separator).append('"').append(field.key()).append("\":");
            separator = ",";
            if (named) {
                program.constant(owner);
                empty.append('"').append(owner).append('"');
            } else {
                member.accept(field);
            }
        }
        program.endObject();
        empty.append(separator.equals("{") ? "{}" : "}");
    }

    /** The JSON of a group without rows. */
    String empty() {
        return empty.toString();
    }
}
