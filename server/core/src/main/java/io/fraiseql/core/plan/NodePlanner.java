package io.fraiseql.core.plan;

import io.fraiseql.core.cursor.NodeId;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.Comparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Plans {@code node} and {@code nodes}. The statement depends on the types that the ids name, so that these are part of a plan's shape, see
 * {@link #shape}.
 */
final class NodePlanner {

    private final PlanContext context;
    private final SelectionPlanner selections;

    NodePlanner(PlanContext context, SelectionPlanner selections) {
        this.context = context;
        this.selections = selections;
    }

    /** What a plan depends on of an id or a list of ids. */
    static String shape(@Nullable Object value) {
        StringBuilder shape = new StringBuilder();
        types(value instanceof List<?> list ? list : value == null ? List.of() : List.of(value))
                .forEach((type, ids) -> shape.append(type)
                        .append(ids.get(0).key().size() > 1 ? "*" + ids.size() : "")
                        .append(','));
        return shape.toString();
    }

    /** The ids by type, in order of appearance; those that are none by an empty name. */
    private static Map<String, List<NodeId>> types(List<?> values) {
        Map<String, List<NodeId>> types = new LinkedHashMap<>();
        for (Object value : values) {
            NodeId id = NodeId.read(value);
            NodeId known = id == null ? new NodeId("", List.of()) : id;
            types.computeIfAbsent(known.type(), type -> new ArrayList<>()).add(known);
        }
        return types;
    }

    /** Opens the level of one object. False when the operation is compiled ahead of its values, so that no id is there yet. */
    boolean one(Argument.Leaf id, SelectedField selected) {
        if (!(id.current() instanceof String)) {
            return false;
        }
        BindSource ids = new BindSource.Elements(List.of(id.source()));
        NodeId first = NodeKeys.read(id.current());
        Level level = level(first.type(), ids, 1, selected);
        level.form = new BranchForm.Single(null);
        level.single = true;
        return true;
    }

    /** Opens a level for each type. False when there is no id. */
    boolean several(Argument.Leaf ids, SelectedField selected) {
        List<?> current = ids.current() instanceof List<?> list ? list : List.of();
        BindSource.PageBound.check("ids", (long) current.size(), context.options.maxPageSize());
        current.forEach(NodeKeys::read);
        Map<String, List<NodeId>> types = types(current);
        types.forEach((type, found) -> {
            boolean composite = found.get(0).key().size() > 1;
            Level level = level(type, ids.source(), composite ? found.size() : null, selected);
            level.program.separator();
            ObjectType object = context.type(type);
            level.program.packed(SelectionPlanner.globalId(level, object, rowOf(level)));
            level.program.separator();
        });
        selections.levels().stream()
                .filter(level -> level.parent == null)
                .forEach(level -> level.form = new BranchForm.Nodes(ids.source()));
        return !types.isEmpty();
    }

    private static RowScope rowOf(Level level) {
        if (level.scope == null) {
            throw new IllegalStateException("level " + level.id + " has no rows");
        }
        return level.scope;
    }

    /** The rows with some keys; {@code count} of them, or null for as many as there are. */
    private Level level(String typeName, BindSource ids, @Nullable Integer count, SelectedField selected) {
        ObjectType type = context.model.type(typeName);
        if (type == null || !type.offers().relay()) {
            throw NodeKeys.refusal();
        }
        TargetRow row = TargetRow.of(context, new TypeRef(TypeRef.Kind.OBJECT, typeName, true, false, false), null);
        NodeKeys keys = new NodeKeys(ids, typeName, type.key().size());
        Level level = selections.newLevel(null);
        level.scope = row.scope();
        level.where = count == null ? among(row, keys) : oneOf(row, keys, count);
        selections.rows(level, new ToOneJoins(context, level), row, selected.selections());
        return level;
    }

    private SqlExpr among(TargetRow row, NodeKeys keys) {
        Field key = row.key().get(0);
        ValueType type = row.scope().valueType(key);
        SqlExpr.Bind all = context.slots.bind(new NodeKeys.All(keys, type.type()), type.type(), true, type.sql());
        return new SqlExpr.InList(row.scope().value(key), all, false, type.type(), type.sql());
    }

    private SqlExpr oneOf(TargetRow row, NodeKeys keys, int count) {
        List<SqlExpr> any = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<SqlExpr> all = new ArrayList<>();
            for (int part = 0; part < row.key().size(); part++) {
                all.add(equal(row, part, keys, i));
            }
            any.add(new SqlExpr.Logic(true, all));
        }
        return new SqlExpr.Logic(false, any);
    }

    private SqlExpr equal(TargetRow row, int part, NodeKeys keys, int index) {
        Field key = row.key().get(part);
        ValueType type = row.scope().valueType(key);
        SqlExpr.Bind value =
                context.slots.bind(new NodeKeys.One(keys, index, part, type.type()), type.type(), false, type.sql());
        return new Comparison(Comparison.Operator.EQUAL, row.scope().value(key), value, type.type(), type.sql(), false);
    }
}
