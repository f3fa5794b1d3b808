package io.fraiseql.core.execute;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.plan.BindSource;
import io.fraiseql.core.plan.RootPlan;
import io.fraiseql.core.plan.WriteAnswer;
import io.fraiseql.core.plan.WriteColumn;
import io.fraiseql.core.plan.WriteTarget;
import io.fraiseql.core.surface.SurfaceNames;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One root field of a mutation inside its transaction: rows are written, read back as the caller selects them, and their events
 * appended. One thread.
 */
final class WriteRun {

    private final RootPlan.Write plan;
    private final WriteTarget target;
    private final Map<String, Object> variables;
    private final WriteConnection connection;
    private final int maxRows;

    WriteRun(RootPlan.Write plan, Map<String, Object> variables, WriteConnection connection, int maxRows) {
        this.plan = plan;
        this.target = plan.target();
        this.variables = new HashMap<>(variables);
        this.connection = connection;
        this.maxRows = maxRows;
    }

    /** Writes, answers and returns what was written. */
    List<Written> run(WriteAnswerer answerer) {
        return switch (plan.mutation().operation()) {
            case INSERT -> insert(answerer);
            case UPDATE -> update(answerer);
            case UPSERT -> upsert(answerer);
            case DELETE -> delete(answerer);
            case CUSTOM -> throw new IllegalStateException("a call writes no table");
        };
    }

    private List<Written> insert(WriteAnswerer answerer) {
        List<Map<?, ?>> inputs = inputs();
        requireFew(inputs.size());
        RowTree tree = new RowTree(connection, maxRows);
        List<StoredRow> rows = new ArrayList<>();
        boolean plain = inputs.stream().noneMatch(input -> RowTree.isNested(target, input));
        if (plain && inputs.size() > 1) {
            List<InputRow> given = inputs.stream()
                    .map(input -> InputRow.inserted(target, input, Map.of()))
                    .toList();
            rows.addAll(new RowInserts(connection, target).all(given));
            rows.forEach(row -> tree.note(new Written(target, entity(), null, row)));
        } else {
            for (Map<?, ?> input : inputs) {
                StoredRow row = tree.insert(target, entity(), input, Map.of());
                if (row != null) {
                    rows.add(row);
                }
            }
        }
        answerer.answer(plan, rows, plain);
        return tree.writes();
    }

    private List<Map<?, ?>> inputs() {
        if (!plan.mutation().many()) {
            return List.of(row(SurfaceNames.INPUT));
        }
        List<Map<?, ?>> inputs = new ArrayList<>();
        ((List<?>) Objects.requireNonNull(value(SurfaceNames.INPUTS))).forEach(input -> inputs.add((Map<?, ?>) input));
        return inputs;
    }

    /** A row that was there and has nothing to change is answered, but was not written. */
    private List<Written> upsert(WriteAnswerer answerer) {
        List<Written> rows = new Upsert(connection, target, entity(), Map.of())
                .run(row(SurfaceNames.INPUT), (Map<?, ?>) value(SurfaceNames.ON_CONFLICT));
        answerer.answer(plan, rows.stream().map(Written::row).toList(), true);
        return rows.stream().filter(row -> row.before() != row.after()).toList();
    }

    private List<Written> update(WriteAnswerer answerer) {
        Map<?, ?> set = row(SurfaceNames.SET);
        if (set.isEmpty()) {
            throw refused("'set' is empty; name at least one field to change");
        }
        List<StoredRow> before = find();
        requireVersion(before);
        return plan.mutation().many() ? updateAll(set, before, answerer) : updateOne(set, before, answerer);
    }

    private List<Written> updateOne(Map<?, ?> set, List<StoredRow> found, WriteAnswerer answerer) {
        RowTree tree = new RowTree(connection, maxRows);
        List<StoredRow> rows = new ArrayList<>();
        found.forEach(row -> rows.add(tree.update(entity(), row, set, Map.of())));
        answerer.answer(plan, rows, !RowTree.isNested(target, set));
        return tree.writes();
    }

    private List<Written> updateAll(Map<?, ?> set, List<StoredRow> before, WriteAnswerer answerer) {
        if (RowTree.isNested(target, set)) {
            throw refused("related rows can be written with one row only; change the rows by their keys");
        }
        InputRow changes = InputRow.of(target, set, Map.of());
        int values = changes.values().size();
        BoundRowValues keys = keys(before);
        List<StoredRow> after = before.isEmpty()
                ? List.of()
                : connection.rows(
                        target,
                        target.updateRows(changes.columns()),
                        slot -> slot < values ? changes.values().get(slot) : keys.slot(slot - values));
        List<Written> writes = pairs(before, after);
        answerer.answer(plan, writes.stream().map(Written::row).toList(), true);
        return writes;
    }

    /** Rows come back from an update in any order. */
    private List<Written> pairs(List<StoredRow> before, List<StoredRow> after) {
        Map<List<Object>, StoredRow> byKey = new HashMap<>();
        after.forEach(row -> byKey.put(row.key(), row));
        List<Written> writes = new ArrayList<>();
        for (StoredRow row : before) {
            StoredRow now = byKey.get(row.key());
            if (now != null) {
                writes.add(new Written(target, entity(), row, now));
            }
        }
        if (writes.size() != before.size()) {
            throw new FraiseqlException(
                    CoreErrorCode.INTERNAL, "the database kept rows that were to be changed; nothing was changed");
        }
        return writes;
    }

    /** What is deleted is read before it is gone. */
    private List<Written> delete(WriteAnswerer answerer) {
        List<StoredRow> rows = find();
        requireVersion(rows);
        answerer.answer(plan, rows, true);
        if (rows.isEmpty()) {
            return List.of();
        }
        int deleted = plan.mutation().many()
                ? connection.write(target, target.deleteRows(), keys(rows)::slot)
                : connection.write(target, target.delete(), rows.get(0).key()::get);
        if (deleted != rows.size()) {
            throw new FraiseqlException(
                    CoreErrorCode.INTERNAL, "the database kept rows that were to be deleted; nothing was changed");
        }
        return rows.stream()
                .map(row -> new Written(target, entity(), row, null))
                .toList();
    }

    private String entity() {
        return plan.mutation().entity();
    }

    private static BoundRowValues keys(List<StoredRow> rows) {
        return new BoundRowValues(rows.stream().map(StoredRow::key).toList());
    }

    private List<StoredRow> find() {
        variables.put(WriteAnswer.MOST, (long) maxRows + 1);
        List<StoredRow> rows = connection.located(target, Objects.requireNonNull(plan.found()), variables);
        requireFew(rows.size());
        return rows;
    }

    private void requireFew(int rows) {
        if (rows > maxRows) {
            throw tooMany(maxRows);
        }
    }

    static FraiseqlException tooMany(int maxRows) {
        return refused("one mutation may write " + maxRows + " rows (mutation.maxRows); write fewer at a time");
    }

    private void requireVersion(List<StoredRow> rows) {
        WriteColumn version = target.version();
        Object expected = version == null ? null : value(version.field());
        if (version == null || expected == null || rows.isEmpty()) {
            return;
        }
        Object found = rows.get(0).value(version);
        if (!expected.equals(found)) {
            throw new FraiseqlException(
                    CoreErrorCode.CONFLICT,
                    "the row was changed meanwhile: its " + version.field() + " is " + found + ", not " + expected
                            + "; read it again and repeat the change");
        }
    }

    private Map<?, ?> row(String argument) {
        return (Map<?, ?>) Objects.requireNonNull(value(argument));
    }

    private @Nullable Object value(String argument) {
        BindSource source = plan.inputs().get(argument);
        return source == null ? null : source.value(variables);
    }

    private static FraiseqlException refused(String message) {
        return new FraiseqlException(CoreErrorCode.BAD_USER_INPUT, message);
    }
}
