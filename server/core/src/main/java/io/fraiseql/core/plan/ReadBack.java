package io.fraiseql.core.plan;

import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.Mutation;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.core.plan.WriteAnswer.Part;
import io.fraiseql.core.surface.SurfaceNames;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.Dialect;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.Bind;
import io.fraiseql.spi.sql.SqlExpr.Comparison;
import io.fraiseql.spi.sql.SqlRelation.BoundRows;
import io.fraiseql.spi.sql.SqlRelation.Join;
import io.fraiseql.spi.sql.SqlRelation.OrderTerm;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Plans how the selection of a mutation is read from the written rows, like that of any query, but by their keys. */
final class ReadBack {

    private static final String ROWS = "w";

    private final Model model;
    private final Dialect dialect;
    private final PlanOptions options;
    private final ArgumentReader reader;
    private final FieldCollector collector;
    private final FieldArguments arguments;

    ReadBack(
            Model model,
            Dialect dialect,
            PlanOptions options,
            ArgumentReader reader,
            FieldCollector collector,
            FieldArguments arguments) {
        this.model = model;
        this.dialect = dialect;
        this.options = options;
        this.reader = reader;
        this.collector = collector;
        this.arguments = arguments;
    }

    WriteAnswer plan(Mutation mutation, WriteTarget target, SelectedField selected) {
        if (!mutation.many()) {
            return new WriteAnswer(row(mutation, target, selected), List.of());
        }
        String typeName = SurfaceNames.writeResult(mutation.type());
        List<Part> parts = new ArrayList<>();
        for (SelectedField field : collector.collect(typeName, selected.selections())) {
            parts.add(part(mutation, target, field, typeName));
        }
        return new WriteAnswer(null, parts);
    }

    private Part part(Mutation mutation, WriteTarget target, SelectedField field, String typeName) {
        byte[] label = RootPlan.label(field.key());
        return switch (field.name()) {
            case SurfaceNames.AFFECTED_ROWS -> new Part(label, null, null);
            case SurfaceNames.RETURNING -> new Part(label, null, row(mutation, target, field));
            default -> new Part(label, ("\"" + typeName + "\"").getBytes(StandardCharsets.UTF_8), null);
        };
    }

    private WriteAnswer.Row row(Mutation mutation, WriteTarget target, SelectedField selected) {
        List<SelectedField> fields = collector.collect(mutation.type(), selected.selections());
        return new WriteAnswer.Row(
                rows(mutation, target.key(), selected), ImageAnswer.of(target, dialect.name(), fields));
    }

    /** The rows of the written keys, or the one of the written key. */
    RootPlan.Rows rows(Mutation mutation, List<WriteColumn> key, SelectedField selected) {
        PlanContext context = new PlanContext(model, dialect, options, reader);
        SelectionPlanner selections = new SelectionPlanner(context, collector, arguments);
        TypeRef type = new TypeRef(TypeRef.Kind.OBJECT, mutation.type(), true, mutation.many(), false);
        TargetRow row = TargetRow.of(context, type, null);
        Level level = selections.newLevel(null);
        level.scope = row.scope();
        if (mutation.many()) {
            byKeys(context, level, row, key);
        } else {
            level.single = true;
            level.form = new BranchForm.Single(null);
            level.where = byKey(context, row, key);
        }
        selections.rows(level, new ToOneJoins(context, level), row, selected.selections());
        return new RootAssembly(context, selections.levels()).rows(selected.key(), true, null);
    }

    private static @Nullable SqlExpr byKey(PlanContext context, TargetRow row, List<WriteColumn> keys) {
        List<SqlExpr> conditions = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            WriteColumn key = keys.get(i);
            BindSource written = new BindSource.Variable(WriteAnswer.key(i), List.of());
            Bind bind = context.slots.bind(
                    written, key.type(), false, key.valueType().sql());
            conditions.add(equal(row, key, bind));
        }
        return Conditions.all(conditions);
    }

    private static SqlExpr equal(TargetRow row, WriteColumn key, SqlExpr value) {
        return new Comparison(
                Comparison.Operator.EQUAL,
                row.scope().value(key.definition()),
                value,
                key.type(),
                key.valueType().sql(),
                false);
    }

    /** The written keys are rows to join, so that the answer has their order. */
    private static void byKeys(PlanContext context, Level level, TargetRow row, List<WriteColumn> key) {
        Bind rows = context.slots.bindRows(
                new BindSource.Variable(WriteAnswer.KEYS, List.of()),
                key.stream().map(WriteColumn::type).toList());
        List<Bind> columns = new ArrayList<>();
        List<SqlExpr> conditions = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            BindSource values = new BindSource.Variable(WriteAnswer.key(i), List.of());
            ValueType type = key.get(i).valueType();
            columns.add(context.slots.bind(values, type.type(), true, type.sql()));
            SqlExpr given = new SqlExpr.Column(ROWS, BoundRows.column(i), type.type(), type.sql(), false);
            conditions.add(equal(row, key.get(i), given));
        }
        BoundRows keys = new BoundRows(rows, columns, ROWS);
        SqlExpr on = new SqlExpr.Logic(true, conditions);
        level.joins.add(new Level.PendingJoin(Join.Type.INNER, () -> keys, on));
        SqlExpr ordinal = new SqlExpr.Column(ROWS, BoundRows.ORDINAL, ColumnType.BIGINT, null, false);
        level.order.add(new OrderTerm(ordinal, false, false, false, false));
        level.integerKey = ordinal;
    }
}
