package io.fraiseql.core.execute;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.plan.WriteColumn;
import io.fraiseql.core.plan.WriteTarget;
import io.fraiseql.spi.error.FraiseqlException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Inserts rows: one by its own statement, many by one statement for each set of columns that they come with. */
final class RowInserts {

    /** The rows and the values of one statement whose keys the database makes; 65,535 values are the most that databases take. */
    private static final int MOST_ROWS = 256;

    private static final int MOST_VALUES = 32_768;

    private final WriteConnection connection;
    private final WriteTarget target;

    RowInserts(WriteConnection connection, WriteTarget target) {
        this.connection = connection;
        this.target = target;
    }

    /** Inserts a row; none comes back when a trigger of the database turned it away. */
    List<StoredRow> one(InputRow row) {
        return connection.rows(target, target.insert(row.columns()), row.values()::get);
    }

    /** Inserts rows and gives them in the same order. */
    List<StoredRow> all(List<InputRow> rows) {
        Map<List<WriteColumn>, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            groups.computeIfAbsent(rows.get(i).columns(), columns -> new ArrayList<>())
                    .add(i);
        }
        StoredRow[] stored = new StoredRow[rows.size()];
        groups.forEach((columns, places) -> {
            List<StoredRow> written = columns.isEmpty() ? defaults(places.size()) : group(columns, places, rows);
            if (written.size() != places.size()) {
                throw new FraiseqlException(
                        CoreErrorCode.INTERNAL, "the database turned rows away; insert them one by one to see which");
            }
            for (int i = 0; i < places.size(); i++) {
                stored[places.get(i)] = written.get(i);
            }
        });
        return List.of(stored);
    }

    private List<StoredRow> defaults(int count) {
        List<StoredRow> written = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            written.addAll(one(new InputRow(List.of(), List.of())));
        }
        return written;
    }

    private List<StoredRow> group(List<WriteColumn> columns, List<Integer> places, List<InputRow> rows) {
        BoundRowValues values = new BoundRowValues(
                places.stream().map(place -> rows.get(place).values()).toList());
        if (target.mustAskForKeys(columns)) {
            return parts(columns, values.rows());
        }
        List<Integer> key = target.key().stream().map(columns::indexOf).toList();
        int slots = 1 + columns.size();
        return connection.rows(
                target,
                target.insertRows(columns),
                slot -> slot < slots ? values.slot(slot) : values.only(key).slot(slot - slots));
    }

    /** In parts of a few sizes, so that few statements serve any number of rows. */
    private List<StoredRow> parts(List<WriteColumn> columns, List<List<Object>> rows) {
        int width = columns.size();
        int most = Math.min(MOST_ROWS, Integer.highestOneBit(Math.max(1, MOST_VALUES / width)));
        List<StoredRow> written = new ArrayList<>(rows.size());
        while (written.size() < rows.size()) {
            int first = written.size();
            int part = Math.min(most, Integer.highestOneBit(rows.size() - first));
            List<StoredRow> now =
                    connection.rows(target, target.insertValues(columns, part), slot -> rows.get(first + slot / width)
                            .get(slot % width));
            written.addAll(now);
        }
        return written;
    }
}
