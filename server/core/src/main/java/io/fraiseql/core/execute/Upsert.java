package io.fraiseql.core.execute;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.plan.WriteColumn;
import io.fraiseql.core.plan.WriteTarget;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ConstraintViolation;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Inserts a row, or changes the one that is there. It looks for the row and locks it first, so that the event says which of the two
 * happened and what was there before, on every database in the same way.
 */
final class Upsert {

    private final WriteConnection connection;
    private final WriteTarget target;
    private final String entity;
    private final Map<WriteColumn, Object> given;

    /** @param given values that a relation fills, as they are bound */
    Upsert(WriteConnection connection, WriteTarget target, String entity, Map<WriteColumn, Object> given) {
        this.connection = connection;
        this.target = target;
        this.entity = entity;
        this.given = given;
    }

    /**
     * Runs it.
     *
     * @param conflict the members {@code fields} and {@code update}, each optional; null for neither
     * @return the same image twice when there was nothing to change; nothing when the database turned the row away
     */
    List<Written> run(Map<?, ?> input, @Nullable Map<?, ?> conflict) {
        requireFlat(input);
        List<WriteColumn> identity = identity(conflict);
        List<Object> values = new ArrayList<>();
        identity.forEach(column ->
                values.add(given.containsKey(column) ? given.get(column) : column.bound(input.get(column.field()))));
        List<StoredRow> there =
                values.contains(null) ? List.of() : connection.rows(target, target.lock(identity), values::get);
        if (there.isEmpty()) {
            return insert(input);
        }
        if (there.size() > 1) {
            throw refused("several rows have these values; 'onConflict.fields' must be a unique key");
        }
        InputRow changes = changes(there.get(0), input, conflict, identity);
        return changes.columns().isEmpty()
                ? List.of(new Written(target, entity, there.get(0), there.get(0)))
                : update(there.get(0), changes);
    }

    private void requireFlat(Map<?, ?> input) {
        for (String relation : target.nested().keySet()) {
            if (input.containsKey(relation)) {
                throw refused("'" + relation + "' cannot be written in an upsert; create or update the row instead");
            }
        }
    }

    private List<Written> insert(Map<?, ?> input) {
        try {
            List<StoredRow> rows = new RowInserts(connection, target).one(InputRow.inserted(target, input, given));
            return rows.stream()
                    .map(row -> new Written(target, entity, null, row))
                    .toList();
        } catch (BrokenConstraint e) {
            if (e.kind() == ConstraintViolation.Kind.UNIQUE) {
                throw new UpsertRace(e);
            }
            throw e;
        }
    }

    private List<Written> update(StoredRow before, InputRow changes) {
        List<Object> slots = new ArrayList<>(changes.values());
        slots.addAll(before.key());
        List<StoredRow> after = connection.rows(target, target.update(changes.columns()), slots::get);
        return after.stream()
                .map(row -> new Written(target, entity, before, row))
                .toList();
    }

    private List<WriteColumn> identity(@Nullable Map<?, ?> conflict) {
        List<?> fields = conflict == null ? null : (List<?>) conflict.get("fields");
        if (fields == null) {
            return target.key();
        }
        if (fields.isEmpty()) {
            throw refused("'onConflict.fields' is empty; name the fields of a unique key, or leave it out");
        }
        return fields.stream().map(field -> target.column((String) field)).toList();
    }

    private InputRow changes(
            StoredRow before, Map<?, ?> input, @Nullable Map<?, ?> conflict, List<WriteColumn> identity) {
        Map<Object, Object> changes = new LinkedHashMap<>(input);
        List<?> wanted = conflict == null ? null : (List<?>) conflict.get("update");
        if (wanted != null) {
            requireGiven(wanted, input);
            changes.keySet().retainAll(wanted);
        }
        Map<WriteColumn, Object> filled = new LinkedHashMap<>(given);
        for (WriteColumn fixed : identity) {
            changes.remove(fixed.field());
            filled.remove(fixed);
        }
        for (WriteColumn column : target.key()) {
            changes.remove(column.field());
            if (filled.containsKey(column) && !Objects.equals(filled.remove(column), before.value(column))) {
                throw refused("the " + target.type().name()
                        + " that 'onConflict' finds belongs to another row by its key, which cannot be changed");
            }
        }
        return InputRow.of(target, changes, filled);
    }

    private void requireGiven(List<?> wanted, Map<?, ?> input) {
        for (Object field : wanted) {
            if (!input.containsKey(field)) {
                throw refused("'onConflict.update' names " + field + ", for which 'input' has no value");
            }
            if (target.key().contains(target.column((String) field))) {
                throw refused("'onConflict.update' names " + field + ", which is of the key and cannot be changed");
            }
        }
    }

    private static FraiseqlException refused(String message) {
        return new FraiseqlException(CoreErrorCode.BAD_USER_INPUT, message);
    }
}
