package io.fraiseql.core.execute;

import java.util.ArrayList;
import java.util.List;

/** Rows as a statement takes them: all of them as one list, or each column as one. */
record BoundRowValues(List<List<Object>> rows) {

    /** Slot 0 is the list of rows, each next one the list of a column's values. */
    Object slot(int slot) {
        return slot == 0 ? rows : column(slot - 1);
    }

    /** The same rows with some of their columns. */
    BoundRowValues only(List<Integer> columns) {
        return new BoundRowValues(rows.stream().map(row -> pick(row, columns)).toList());
    }

    private static List<Object> pick(List<Object> row, List<Integer> columns) {
        List<Object> picked = new ArrayList<>(columns.size());
        columns.forEach(column -> picked.add(row.get(column)));
        return picked;
    }

    /** The values of one column. */
    List<Object> column(int index) {
        List<Object> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(row.get(index)));
        return values;
    }
}
