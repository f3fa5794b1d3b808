package io.fraiseql.core.plan;

import graphql.language.SelectionSet;
import io.fraiseql.core.cursor.PackedColumns;
import io.fraiseql.core.model.EnumType;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.QueryFields;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.core.plan.ListOpening.Opened;
import io.fraiseql.core.plan.RowProgram.Choices;
import io.fraiseql.core.plan.RowProgram.Kind;
import io.fraiseql.core.surface.SurfaceNames;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.Capability;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlRelation.OrderTerm;
import io.fraiseql.spi.sql.SqlRelation.Unnest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Walks the selection below a root field: asks each level for the columns it needs, joins to-one relations, opens a level for each to-many
 * relation, and writes the instructions that make JSON of a row.
 */
final class SelectionPlanner {

    private final PlanContext context;
    private final FieldCollector collector;
    private final FieldArguments arguments;
    private final ProjectionPlanner projections;
    private final Relations relations;
    private final ListPlanner listPlanner;
    private final ConnectionPlanner connections;
    private final AggregatePlanner aggregates;
    private final List<Level> levels = new ArrayList<>();

    SelectionPlanner(PlanContext context, FieldCollector collector, FieldArguments arguments) {
        this.context = context;
        this.collector = collector;
        this.arguments = arguments;
        this.projections = new ProjectionPlanner(context, collector);
        this.relations = new Relations(context);
        this.listPlanner = new ListPlanner(context);
        this.connections = new ConnectionPlanner(context, collector, this);
        this.aggregates = new AggregatePlanner(context, collector, arguments);
    }

    List<Level> levels() {
        return levels;
    }

    AggregatePlanner aggregates() {
        return aggregates;
    }

    ConnectionPlanner connections() {
        return connections;
    }

    Level newLevel(@Nullable Level parent) {
        Level level = new Level(levels.size(), parent);
        levels.add(level);
        return level;
    }

    /** Plans the rows of a level as they are selected. */
    void rows(Level level, ToOneJoins joins, TargetRow row, List<SelectionSet> selections) {
        object(new Position(level, joins, row), selections);
    }

    /** Where the walk is: the level whose row carries the values, its joins, and the (joined) row. */
    private record Position(Level level, ToOneJoins joins, TargetRow row) {}

    private void object(Position at, List<SelectionSet> selections) {
        SqlExpr typeName = at.row().typeName();
        if (typeName == null) {
            members(at, at.row().onlyMember(), at.row().scope(), selections);
            return;
        }
        ProgramBuilder program = at.level().program;
        int choose = program.choose(column(at, typeName, new ValueType(ColumnType.TEXT, null)), "__typename");
        List<byte[]> texts = new ArrayList<>();
        List<Integer> targets = new ArrayList<>();
        List<Integer> jumps = new ArrayList<>();
        at.row().members().forEach((text, member) -> {
            texts.add(text.getBytes(StandardCharsets.UTF_8));
            targets.add(program.here());
            members(at, member, at.row().scope().member(member), selections);
            jumps.add(program.jump());
        });
        jumps.forEach(program::land);
        program.choices(choose, new Choices(texts, targets, List.of()));
    }

    private static int column(Position at, SqlExpr value, ValueType type) {
        return at.level().column(value, type);
    }

    private void members(Position at, String typeName, RowScope scope, List<SelectionSet> selections) {
        ObjectType type = context.type(typeName);
        ProgramBuilder program = at.level().program;
        program.beginObject();
        for (SelectedField selected : collector.collect(typeName, selections)) {
            Field field = type.field(selected.name());
            program.member(selected.key(), field == null ? "" : field.type().name());
            if (selected.name().equals("__typename")) {
                program.constant(typeName);
            } else {
                field(at, type, scope, selected);
            }
        }
        program.endObject();
    }

    private void field(Position at, ObjectType type, RowScope scope, SelectedField selected) {
        Field field = type.field(selected.name());
        if (field == null) {
            made(at, type, scope, selected);
            return;
        }
        if (field.relation() == null) {
            value(at, type.name(), scope, field, selected);
        } else if (field.relation().many()) {
            many(at, scope, field, arguments.list(type.name(), selected.first()), selected);
        } else {
            one(at, scope, field, selected);
        }
    }

    /** A field that the engine makes from another, or from the key. */
    private void made(Position at, ObjectType type, RowScope scope, SelectedField selected) {
        if (selected.name().equals(SurfaceNames.NODE_ID)) {
            at.level().program.packed(globalId(at.level(), type, scope));
            return;
        }
        Field connected = relation(type, QueryFields.connected(selected.name()));
        Field aggregated = relation(type, QueryFields.aggregated(selected.name()));
        if (connected != null) {
            connection(at, scope, type.name(), connected, selected);
        } else if (aggregated != null) {
            aggregate(at, scope, type.name(), aggregated, selected);
        } else {
            throw new IllegalStateException("no field " + selected.name());
        }
    }

    private static @Nullable Field relation(ObjectType type, @Nullable String name) {
        return name == null ? null : type.field(name);
    }

    private void aggregate(Position at, RowScope scope, String typeName, Field relation, SelectedField selected) {
        Map<String, Argument> given = arguments.all(typeName, selected.first());
        Opened opened = filtered(at, scope, relation, given);
        at.level().program.list(opened.level().id);
        aggregates.ofEachParent(opened, relation.type(), selected);
    }

    private Opened filtered(Position at, RowScope scope, Field relation, Map<String, Argument> given) {
        Opened opened = related(at.level(), scope, relation);
        opened.level().where = listPlanner.where(given.get("where"), context.fields(relation.type()), opened.row());
        return opened;
    }

    /** The columns that make the global id of a row. */
    static PackedColumns globalId(Level level, ObjectType type, RowScope scope) {
        List<Integer> columns = new ArrayList<>();
        List<ColumnType> types = new ArrayList<>();
        for (Field key : TargetRow.keyOf(type)) {
            ValueType valueType = scope.valueType(key);
            columns.add(level.column(scope.value(key), valueType));
            types.add(valueType.type());
        }
        return PackedColumns.node(type.name(), columns, types);
    }

    private void connection(Position at, RowScope scope, String typeName, Field relation, SelectedField selected) {
        Map<String, Argument> given = arguments.all(typeName, selected.first());
        ListOpening opening = () -> filtered(at, scope, relation, given);
        Level level = connections.plan(opening, typeName + "." + relation.name(), relation.type(), given, selected);
        at.level().program.list(level.id);
    }

    private void value(Position at, String typeName, RowScope scope, Field field, SelectedField selected) {
        TypeRef type = field.type();
        ListArguments list = arguments.list(typeName, selected.first());
        if (list.present()) {
            unnested(at, scope, field, list, selected);
            return;
        }
        ValueType valueType = scope.valueType(field);
        int column = column(at, scope.value(field), valueType);
        ProgramBuilder program = at.level().program;
        String name = typeName + "." + field.name();
        if (type.list() || !type.leaf()) {
            program.projection(column, type.nullable(), name, projections.projection(type, selected.selections()));
        } else if (type.kind() == TypeRef.Kind.ENUM) {
            program.enumeration(column, type.nullable(), name, choices(context.enumType(type.name())));
        } else {
            program.value(Kind.valueOf(valueType.type().name()), column, type.nullable(), name);
        }
    }

    static Choices choices(EnumType type) {
        List<byte[]> texts = new ArrayList<>();
        List<byte[]> results = new ArrayList<>();
        type.values().forEach((name, value) -> {
            texts.add(value.stored().getBytes(StandardCharsets.UTF_8));
            results.add(("\"" + name + "\"").getBytes(StandardCharsets.UTF_8));
        });
        return new Choices(texts, List.of(), results);
    }

    private void one(Position at, RowScope scope, Field field, SelectedField selected) {
        TargetRow target = at.joins().join(field, scope);
        Position there = new Position(at.level(), at.joins(), target);
        ProgramBuilder program = at.level().program;
        int unless = presence(at.level(), field, target, selected);
        object(there, selected.selections());
        program.land(unless);
    }

    /** Tells whether the related row is there: by a selected value that is never null, else by its key. */
    private int presence(Level level, Field field, TargetRow target, SelectedField selected) {
        RowScope scope = target.scope();
        if (target.typeName() != null) {
            int column = level.column(target.typeName(), new ValueType(ColumnType.TEXT, null));
            return level.program.unless(Kind.UNLESS_NULL, column);
        }
        ObjectType type = context.type(field.type().name());
        for (SelectedField inner : collector.collect(type.name(), selected.selections())) {
            Field candidate = type.field(inner.name());
            if (candidate != null
                    && candidate.type().leaf()
                    && !candidate.type().nullable()) {
                SqlExpr value = scope.value(candidate);
                if (value instanceof SqlExpr.Column) {
                    return level.program.unless(Kind.UNLESS_NULL, level.column(value, scope.valueType(candidate)));
                }
            }
        }
        String key = Relations.relation(field).to().get(context.dialect.name()).get(0);
        SqlExpr present = new SqlExpr.NullTest(scope.column(key, new ValueType(ColumnType.TEXT, null)), true);
        return level.program.unless(Kind.UNLESS_FALSE, level.column(present, new ValueType(ColumnType.BOOLEAN, null)));
    }

    private void many(Position at, RowScope scope, Field field, ListArguments list, SelectedField selected) {
        Opened opened = related(at.level(), scope, field);
        at.level().program.list(opened.level().id);
        listPlanner.apply(opened.level(), opened.joins(), opened.row(), context.fields(field.type()), list);
        rows(opened.level(), opened.joins(), opened.row(), selected.selections());
    }

    /** The rows at the other end of a to-many relation. */
    private Opened related(Level level, RowScope scope, Field field) {
        Relations.Joined joined = relations.reach(field, scope, key -> parentKey(level, key));
        Level child = newLevel(level);
        child.reached = new ChildSource(joined.conditions(), joined.link(), joined.onTarget(), null);
        child.scope = joined.scope();
        return new Opened(child, new ToOneJoins(context, child), joined.target());
    }

    private static SqlExpr parentKey(Level level, SqlExpr value) {
        String name = StatementBuilder.key(level.key(value));
        if (value instanceof SqlExpr.Column column) {
            return new SqlExpr.Column(level.name(), name, column.type(), column.sql(), column.nullable());
        }
        return new SqlExpr.Column(level.name(), name, ColumnType.JSON, null, true);
    }

    /** An embedded list with arguments: its elements become rows, each written by projecting the element. */
    private void unnested(Position at, RowScope scope, Field field, ListArguments list, SelectedField selected) {
        context.require(Capability.DOCUMENT_UNNEST, "an argument of '" + field.name() + "'");
        Level level = at.level();
        String alias = context.nextAlias();
        Level child = newLevel(level);
        SqlExpr array = parentKey(level, scope.value(field));
        child.reached = new ChildSource(List.of(), null, null, new Unnest(array, alias));
        SqlExpr element = new SqlExpr.Column(alias, "value", ColumnType.JSON, null, true);
        SqlExpr ordinal = new SqlExpr.Column(alias, "ordinal", ColumnType.BIGINT, null, false);
        TargetRow row = new TargetRow(
                new DocumentScope(context, element),
                null,
                Map.of("", field.type().name()),
                List.of());
        level.program.list(child.id);
        listPlanner.apply(child, new ToOneJoins(context, child), row, context.fields(field.type()), list);
        child.order.add(new OrderTerm(ordinal, false, false, false, false));
        TypeRef elementType = new TypeRef(
                field.type().kind(), field.type().name(), field.type().elementNullable(), false, false);
        child.program.projection(
                child.column(element, new ValueType(ColumnType.JSON, null)),
                elementType.nullable(),
                field.name(),
                projections.projection(elementType, selected.selections()));
    }
}
