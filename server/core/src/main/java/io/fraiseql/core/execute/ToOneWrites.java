package io.fraiseql.core.execute;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.plan.NestedTarget;
import io.fraiseql.core.plan.WriteColumn;
import io.fraiseql.core.plan.WriteTarget;
import io.fraiseql.core.surface.SurfaceNames;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes the one row that a row refers to, and tells the values by which it refers to it. */
final class ToOneWrites {

    private final RowTree tree;
    private final WriteConnection connection;
    private final NestedTarget relation;
    private final WriteTarget target;

    ToOneWrites(RowTree tree, WriteConnection connection, NestedTarget relation) {
        this.tree = tree;
        this.connection = connection;
        this.relation = relation;
        this.target = relation.target();
    }

    /** For a row that is not there yet. */
    Map<WriteColumn, Object> forNewRow(Map<?, ?> action) {
        String said = RowTree.only(action, target.type().name());
        return refer(said, (Map<?, ?>) Objects.requireNonNull(action.get(said)));
    }

    /**
     * For a row that is there.
     *
     * @param afterwards takes what can only be done once the row no longer refers to the other
     */
    Map<WriteColumn, Object> forRow(StoredRow row, Map<?, ?> action, List<Runnable> afterwards) {
        String said = RowTree.only(action, target.type().name());
        switch (said) {
            case SurfaceNames.DISCONNECT:
                return values(null);
            case SurfaceNames.DELETE:
                StoredRow gone = referred(row, said);
                afterwards.add(() -> tree.delete(relation.entity(), gone));
                return values(null);
            case SurfaceNames.UPDATE:
                Map<?, ?> set = (Map<?, ?>) Objects.requireNonNull(action.get(said));
                tree.update(relation.entity(), referred(row, said), set, Map.of());
                return Map.of();
            default:
                return refer(said, (Map<?, ?>) Objects.requireNonNull(action.get(said)));
        }
    }

    private Map<WriteColumn, Object> refer(String said, Map<?, ?> argument) {
        return switch (said) {
            case SurfaceNames.CONNECT -> connected(argument);
            case SurfaceNames.CREATE ->
                values(Objects.requireNonNull(tree.insert(target, relation.entity(), argument, Map.of())));
            case SurfaceNames.UPSERT -> values(upserted(argument));
            default -> throw new IllegalStateException("no action " + said);
        };
    }

    private Map<WriteColumn, Object> connected(Map<?, ?> key) {
        Map<WriteColumn, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < relation.far().size(); i++) {
            WriteColumn far = relation.far().get(i);
            values.put(relation.own().get(i), far.bound(key.get(far.field())));
        }
        return values;
    }

    private StoredRow upserted(Map<?, ?> argument) {
        Upsert upsert = new Upsert(connection, target, relation.entity(), Map.of());
        List<Written> written =
                upsert.run((Map<?, ?>) Objects.requireNonNull(argument.get(SurfaceNames.INPUT)), (Map<?, ?>)
                        argument.get(SurfaceNames.ON_CONFLICT));
        Written only = written.get(0);
        if (only.before() != only.after()) {
            tree.note(only);
        }
        return only.row();
    }

    private Map<WriteColumn, Object> values(@Nullable StoredRow row) {
        Map<WriteColumn, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < relation.own().size(); i++) {
            values.put(
                    relation.own().get(i),
                    row == null ? null : row.value(relation.far().get(i)));
        }
        return values;
    }

    /** Locks the row that a row refers to now. */
    private StoredRow referred(StoredRow row, String said) {
        List<Object> key = new ArrayList<>();
        for (WriteColumn column : target.key()) {
            key.add(row.value(relation.own().get(relation.far().indexOf(column))));
        }
        if (key.contains(null)) {
            throw new FraiseqlException(
                    CoreErrorCode.NOT_FOUND,
                    "there is no related " + target.type().name() + " to " + said);
        }
        return tree.locked(target, key, said);
    }
}
