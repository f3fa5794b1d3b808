package io.fraiseql.core.plan;

import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.RootField;
import io.fraiseql.core.plan.ListOpening.Opened;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.sql.SqlExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Plans the rows of a root field. */
final class RootPlanner {

    private final PlanContext context;
    private final SelectionPlanner selections;
    private final ListPlanner lists;

    RootPlanner(PlanContext context, SelectionPlanner selections) {
        this.context = context;
        this.selections = selections;
        this.lists = new ListPlanner(context);
    }

    /** A connection over the rows of a query. */
    void connection(RootField root, Map<String, Argument> arguments, SelectedField selected) {
        ListOpening opening = () -> {
            Opened opened = open(root);
            Map<String, Field> fields = context.fields(root.type());
            opened.level().where = lists.where(arguments.get("where"), fields, opened.row());
            addArguments(root, arguments, opened.level(), opened.row(), fields);
            return opened;
        };
        selections.connections().plan(opening, "Query." + root.name(), root.type(), arguments, selected);
    }

    /** Aggregates over the rows of a query. */
    void aggregate(RootField root, Map<String, Argument> arguments, SelectedField selected) {
        Level level = selections.newLevel(null);
        Opened rows = open(root, new Level(level.id, null));
        Map<String, Field> fields = context.fields(root.type());
        rows.level().where = lists.where(arguments.get("where"), fields, rows.row());
        addArguments(root, arguments, rows.level(), rows.row(), fields);
        selections.aggregates().groups(rows, level, root, arguments, selected);
    }

    private Opened open(RootField root) {
        return open(root, selections.newLevel(null));
    }

    private Opened open(RootField root, Level level) {
        String dialect = context.dialect.name();
        TargetRow row = TargetRow.of(
                context,
                root.type(),
                root.relation() == null ? null : root.relation().get(dialect));
        level.scope = row.scope();
        return new Opened(level, new ToOneJoins(context, level), row);
    }

    /**
     * The rows of a query, or its one row.
     *
     * @param page cuts a page out of a list; null for all of it
     */
    void rows(RootField root, Map<String, Argument> arguments, SelectedField selected, @Nullable KeysetPage page) {
        Opened opened = open(root);
        Level level = opened.level();
        TargetRow row = opened.row();
        Map<String, Field> fields = context.fields(root.type());
        boolean byKey = !root.type().list() && coversKey(root, row);
        if (byKey) {
            level.single = true;
        } else {
            lists.apply(level, opened.joins(), row, fields, ListArguments.of(arguments));
        }
        addArguments(root, arguments, level, row, fields);
        if (!root.type().list()) {
            level.form = new BranchForm.Single(null);
        }
        if (!root.type().list() && !byKey) {
            level.page = new PageArguments(new SqlExpr.Literal(1L, ColumnType.BIGINT), level.page.offset(), null);
        }
        if (page != null) {
            page.apply(level, row);
        }
        selections.rows(level, opened.joins(), row, selected.selections());
    }

    private static boolean coversKey(RootField root, TargetRow row) {
        List<String> names =
                root.arguments().stream().map(RootField.Argument::name).toList();
        return !row.key().isEmpty()
                && row.key().stream().allMatch(key -> names.contains(key.name()))
                && root.arguments().stream()
                        .noneMatch(argument -> argument.type().nullable())
                && !root.where();
    }

    private void addArguments(
            RootField root, Map<String, Argument> arguments, Level level, TargetRow row, Map<String, Field> fields) {
        OperatorPlanner operators = new OperatorPlanner(context);
        List<SqlExpr> conditions = new ArrayList<>();
        for (RootField.Argument declared : root.arguments()) {
            Field field = fields.get(declared.name());
            if (field != null && arguments.get(declared.name()) instanceof Argument.Leaf leaf) {
                conditions.add(operators.condition("eq", leaf, field, row.scope()));
            }
        }
        if (level.where != null) {
            conditions.add(level.where);
        }
        level.where = Conditions.all(conditions);
    }
}
