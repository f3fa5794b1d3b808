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

/**
 * Writes a row together with its related rows: first those that it refers to, then the row, then those that refer to it. Collects what
 * happened to each row in that order. One thread, one root field.
 */
final class RowTree {

    private final WriteConnection connection;
    private final int maxRows;
    private final List<Written> writes = new ArrayList<>();

    RowTree(WriteConnection connection, int maxRows) {
        this.connection = connection;
        this.maxRows = maxRows;
    }

    /** What was written, in order. */
    List<Written> writes() {
        return writes;
    }

    void note(Written write) {
        writes.add(write);
        if (writes.size() > maxRows) {
            throw WriteRun.tooMany(maxRows);
        }
    }

    /** Whether an input has related rows. */
    static boolean isNested(WriteTarget target, Map<?, ?> input) {
        return target.nested().keySet().stream().anyMatch(input::containsKey);
    }

    /**
     * Inserts a row and what its input relates to it.
     *
     * @param given values that the relation to another row fills, as they are bound
     * @return null when the database turned the row away
     */
    @Nullable
    StoredRow insert(WriteTarget target, String entity, Map<?, ?> input, Map<WriteColumn, Object> given) {
        Map<WriteColumn, Object> values = new LinkedHashMap<>(given);
        eachRelation(
                target,
                input,
                false,
                (relation, action) -> fill(values, new ToOneWrites(this, connection, relation).forNewRow(action)));
        List<StoredRow> rows = new RowInserts(connection, target).one(InputRow.inserted(target, input, values));
        if (rows.isEmpty()) {
            return null;
        }
        StoredRow row = rows.get(0);
        note(new Written(target, entity, null, row));
        eachRelation(target, input, true, (relation, action) -> new ToManyWrites(this, connection, relation, row)
                .run(action));
        return row;
    }

    /** Changes a locked row and what its input relates to it, and gives its image after. */
    StoredRow update(String entity, StoredRow before, Map<?, ?> set, Map<WriteColumn, Object> given) {
        WriteTarget target = before.target();
        Map<WriteColumn, Object> values = new LinkedHashMap<>(given);
        List<Runnable> afterwards = new ArrayList<>();
        eachRelation(
                target,
                set,
                false,
                (relation, action) ->
                        fill(values, new ToOneWrites(this, connection, relation).forRow(before, action, afterwards)));
        InputRow changes = InputRow.of(target, set, values);
        StoredRow after = changes.columns().isEmpty() ? before : change(entity, before, changes);
        eachRelation(target, set, true, (relation, action) -> new ToManyWrites(this, connection, relation, after)
                .run(action));
        afterwards.forEach(Runnable::run);
        return after;
    }

    private static void fill(Map<WriteColumn, Object> values, Map<WriteColumn, Object> more) {
        more.forEach((column, value) -> {
            if (values.containsKey(column) && !Objects.equals(values.get(column), value)) {
                throw new FraiseqlException(
                        CoreErrorCode.BAD_USER_INPUT,
                        "'" + column.field()
                                + "' is filled by two relations that lead to different rows; leave one out");
            }
            values.put(column, value);
        });
    }

    private StoredRow change(String entity, StoredRow before, InputRow changes) {
        List<Object> slots = new ArrayList<>(changes.values());
        slots.addAll(before.key());
        WriteTarget target = before.target();
        List<StoredRow> rows = connection.rows(target, target.update(changes.columns()), slots::get);
        if (rows.size() != 1) {
            throw new FraiseqlException(
                    CoreErrorCode.INTERNAL, "the database kept a row that was to be changed; nothing was changed");
        }
        note(new Written(target, entity, before, rows.get(0)));
        return rows.get(0);
    }

    /** Deletes a locked row. */
    void delete(String entity, StoredRow row) {
        if (connection.write(row.target(), row.target().delete(), row.key()::get) != 1) {
            throw new FraiseqlException(
                    CoreErrorCode.INTERNAL, "the database kept a row that was to be deleted; nothing was changed");
        }
        note(new Written(row.target(), entity, row, null));
    }

    /** Locks the row of a key. */
    StoredRow locked(WriteTarget target, List<Object> key, String relation) {
        List<StoredRow> rows = connection.rows(target, target.lock(target.key()), key::get);
        if (rows.isEmpty()) {
            throw new FraiseqlException(
                    CoreErrorCode.NOT_FOUND,
                    "there is no " + target.type().name() + " of that key for '" + relation + "'");
        }
        return rows.get(0);
    }

    /** The values of a key that a client gave. */
    static List<Object> key(WriteTarget target, Map<?, ?> key) {
        List<Object> values = new ArrayList<>();
        target.key().forEach(column -> values.add(column.bound(key.get(column.field()))));
        return values;
    }

    private interface RelationWrite {
        void write(NestedTarget relation, Map<?, ?> action);
    }

    private static void eachRelation(WriteTarget target, Map<?, ?> input, boolean many, RelationWrite write) {
        target.nested().forEach((name, relation) -> {
            if (relation.many() == many && input.get(name) instanceof Map<?, ?> action) {
                write.write(relation, action);
            }
        });
    }

    /** The one member of an action that says something. */
    static String only(Map<?, ?> action, String relation) {
        List<String> said = new ArrayList<>();
        action.forEach((name, value) -> {
            if (value != null && !Boolean.FALSE.equals(value)) {
                said.add((String) name);
            }
        });
        if (said.size() != 1) {
            throw new FraiseqlException(
                    CoreErrorCode.BAD_USER_INPUT,
                    "'" + relation + "' says " + (said.isEmpty() ? "nothing" : String.join(" and ", said))
                            + "; give exactly one of its members, such as " + SurfaceNames.CONNECT);
        }
        return said.get(0);
    }
}
