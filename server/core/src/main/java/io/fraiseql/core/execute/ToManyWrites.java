package io.fraiseql.core.execute;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.plan.NestedTarget;
import io.fraiseql.core.plan.WriteColumn;
import io.fraiseql.core.plan.WriteTarget;
import io.fraiseql.core.surface.SurfaceNames;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes the rows that refer to a row. */
final class ToManyWrites {

    private static final List<String> ORDER = List.of(
            SurfaceNames.DISCONNECT,
            SurfaceNames.DELETE,
            SurfaceNames.CONNECT,
            SurfaceNames.UPDATE,
            SurfaceNames.UPSERT,
            SurfaceNames.CREATE);

    private final RowTree tree;
    private final WriteConnection connection;
    private final NestedTarget relation;
    private final WriteTarget target;
    private final Map<WriteColumn, Object> reference = new LinkedHashMap<>();

    ToManyWrites(RowTree tree, WriteConnection connection, NestedTarget relation, StoredRow row) {
        this.tree = tree;
        this.connection = connection;
        this.relation = relation;
        this.target = relation.target();
        for (int i = 0; i < relation.far().size(); i++) {
            reference.put(relation.far().get(i), row.value(relation.own().get(i)));
        }
    }

    void run(Map<?, ?> action) {
        for (String said : ORDER) {
            if (action.get(said) instanceof List<?> items) {
                if (said.equals(SurfaceNames.CREATE)) {
                    create(items);
                } else {
                    items.forEach(item -> one(said, (Map<?, ?>) item));
                }
            }
        }
    }

    private void one(String said, Map<?, ?> item) {
        switch (said) {
            case SurfaceNames.CONNECT -> connect(item);
            case SurfaceNames.DISCONNECT -> tree.update(relation.entity(), own(item, said), Map.of(), nothing());
            case SurfaceNames.DELETE -> tree.delete(relation.entity(), own(item, said));
            case SurfaceNames.UPDATE -> update(item);
            default -> upsert(item);
        }
    }

    private void create(List<?> items) {
        boolean plain = items.stream().noneMatch(item -> RowTree.isNested(target, (Map<?, ?>) item));
        if (!plain) {
            items.forEach(item -> tree.insert(target, relation.entity(), (Map<?, ?>) item, reference));
            return;
        }
        List<InputRow> rows = new ArrayList<>();
        items.forEach(item -> rows.add(InputRow.inserted(target, (Map<?, ?>) item, reference)));
        new RowInserts(connection, target)
                .all(rows)
                .forEach(row -> tree.note(new Written(target, relation.entity(), null, row)));
    }

    private void connect(Map<?, ?> key) {
        StoredRow row = tree.locked(target, RowTree.key(target, key), SurfaceNames.CONNECT);
        if (!refersHere(row)) {
            tree.update(relation.entity(), row, Map.of(), reference);
        }
    }

    private void update(Map<?, ?> item) {
        Map<?, ?> key = (Map<?, ?>) Objects.requireNonNull(item.get("key"));
        Map<?, ?> set = (Map<?, ?>) Objects.requireNonNull(item.get(SurfaceNames.SET));
        tree.update(relation.entity(), own(key, SurfaceNames.UPDATE), set, Map.of());
    }

    private void upsert(Map<?, ?> item) {
        Upsert upsert = new Upsert(connection, target, relation.entity(), reference);
        upsert
                .run((Map<?, ?>) Objects.requireNonNull(item.get(SurfaceNames.INPUT)), (Map<?, ?>)
                        item.get(SurfaceNames.ON_CONFLICT))
                .stream()
                .filter(written -> written.before() != written.after())
                .forEach(tree::note);
    }

    private Map<WriteColumn, Object> nothing() {
        Map<WriteColumn, Object> nothing = new LinkedHashMap<>();
        reference.keySet().forEach(column -> nothing.put(column, null));
        return nothing;
    }

    /** Locks a row that must refer to the row. */
    private StoredRow own(Map<?, ?> key, String said) {
        StoredRow row = tree.locked(target, RowTree.key(target, key), said);
        if (!refersHere(row)) {
            throw new FraiseqlException(
                    CoreErrorCode.NOT_FOUND,
                    "the " + target.type().name() + " of that key for '" + said + "' belongs to another row");
        }
        return row;
    }

    private boolean refersHere(StoredRow row) {
        return reference.entrySet().stream()
                .allMatch(entry -> Objects.equals(row.value(entry.getKey()), entry.getValue()));
    }
}
