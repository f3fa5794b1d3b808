package io.fraiseql.distribution.fuzz;

import io.fraiseql.distribution.fuzz.TableDraft.ColumnDraft;
import io.fraiseql.distribution.fuzz.TableDraft.ForeignKey;
import io.fraiseql.distribution.oracle.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws tables with keys of one and two columns, foreign keys to earlier tables and to themselves, links, and rows. */
final class RandomTables {

    private static final List<Scalar> KEYS = List.of(Scalar.INT, Scalar.INT, Scalar.BIGINT, Scalar.STRING, Scalar.UUID);

    private final Dice dice;
    private final Names names;
    private final int mostRows;
    private final List<Scalar> scalars;
    private final List<TableDraft> tables = new ArrayList<>();

    RandomTables(Dice dice, Names names, int mostRows) {
        this(dice, names, mostRows, Scalar.EVERYWHERE);
    }

    RandomTables(Dice dice, Names names, int mostRows, List<Scalar> scalars) {
        this.scalars = scalars;
        this.dice = dice;
        this.names = names;
        this.mostRows = mostRows;
    }

    List<TableDraft> draw() {
        int count = dice.between(2, 4);
        for (String name : names.tables.subList(0, count)) {
            tables.add(table(name));
        }
        if (dice.percent(60)) {
            tables.add(link(names.tables.get(count), dice.of(tables), dice.of(tables)));
        }
        return tables;
    }

    private TableDraft table(String name) {
        List<ColumnDraft> columns = new ArrayList<>();
        List<String> free = new ArrayList<>(names.columns);
        int keys = dice.percent(30) ? 2 : 1;
        List<String> key = new ArrayList<>();
        for (int i = 0; i < keys; i++) {
            key.add(i == 0 ? "id" : "part");
            columns.add(new ColumnDraft(key.get(i), dice.of(KEYS), false));
        }
        int others = dice.between(2, 6);
        for (int i = 0; i < others; i++) {
            columns.add(new ColumnDraft(free.remove(0), dice.of(scalars), dice.percent(60)));
        }
        TableDraft draft = new TableDraft(name, columns, key, new ArrayList<>(), new ArrayList<>());
        for (TableDraft target : dice.some(tables, 2)) {
            refer(draft, target, "r" + tables.indexOf(target) + "x", dice.percent(60));
        }
        if (dice.percent(40)) {
            refer(draft, draft, "up", true);
        }
        if (!tables.isEmpty() && dice.percent(25)) {
            refer(draft, tables.get(0), "again", true);
        }
        fill(draft);
        return draft;
    }

    private static void refer(TableDraft draft, TableDraft target, String prefix, boolean nullable) {
        List<String> columns = new ArrayList<>();
        for (String column : target.key()) {
            String name = prefix + column;
            columns.add(name);
            draft.columns().add(new ColumnDraft(name, target.column(column).scalar(), nullable));
        }
        draft.foreignKeys().add(new ForeignKey(columns, target.name(), target.key()));
    }

    private TableDraft link(String name, TableDraft left, TableDraft right) {
        TableDraft draft =
                new TableDraft(name, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        refer(draft, left, "left", false);
        refer(draft, right, "right", false);
        draft.columns().forEach(column -> draft.key().add(column.name()));
        for (Map<String, Object> a : left.rows()) {
            for (Map<String, Object> b : right.rows()) {
                if (dice.percent(40)) {
                    Map<String, Object> row = new LinkedHashMap<>();
                    copy(row, draft.foreignKeys().get(0), a);
                    copy(row, draft.foreignKeys().get(1), b);
                    draft.rows().add(row);
                }
            }
        }
        return draft;
    }

    private void fill(TableDraft draft) {
        int count = dice.percent(8) ? 0 : dice.between(1, mostRows);
        List<List<Object>> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Object> row = row(draft);
            List<Object> key = draft.key().stream().map(row::get).toList();
            if (row.values().stream().noneMatch(value -> value == MISSING) && !taken.contains(key)) {
                taken.add(key);
                draft.rows().add(row);
            }
        }
    }

    private static final Object MISSING = new Object();

    private Map<String, Object> row(TableDraft draft) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (ColumnDraft column : draft.columns()) {
            boolean absent = column.nullable() && dice.percent(30);
            row.put(column.name(), absent ? null : dice.of(Pool.of(column.scalar())));
        }
        for (ForeignKey key : draft.foreignKeys()) {
            List<Map<String, Object>> targets = table(key, draft).rows();
            boolean nullable = draft.column(key.columns().get(0)).nullable();
            if (targets.isEmpty() || (nullable && dice.percent(25))) {
                key.columns().forEach(column -> row.put(column, nullable ? null : MISSING));
            } else {
                copy(row, key, dice.of(targets));
            }
        }
        return row;
    }

    private TableDraft table(ForeignKey key, TableDraft itself) {
        return tables.stream()
                .filter(table -> table.name().equals(key.target()))
                .findFirst()
                .orElse(itself);
    }

    private static void copy(Map<String, Object> row, ForeignKey key, Map<String, Object> target) {
        for (int i = 0; i < key.columns().size(); i++) {
            row.put(key.columns().get(i), target.get(key.targetColumns().get(i)));
        }
    }
}
