package io.fraiseql.core.plan;

import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.Mutation;
import io.fraiseql.core.model.NestedRelation;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.WritableFields;
import io.fraiseql.core.plan.WriteStatements.Shape;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.RowShape;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.Bind;
import io.fraiseql.spi.sql.SqlExpr.Comparison;
import io.fraiseql.spi.sql.SqlRelation;
import io.fraiseql.spi.sql.SqlRelation.BoundRows;
import io.fraiseql.spi.sql.SqlRelation.Select;
import io.fraiseql.spi.sql.SqlWrite;
import io.fraiseql.spi.sql.SqlWrite.Assignment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table that a type's rows are written to, on one dialect, with the statements that write it. Statements are made for the columns that a
 * request has and kept; their slots are described at each. Thread-safe.
 */
public final class WriteTarget {

    private static final String ALIAS = "t0";
    private static final String ROWS = "w";

    private final ObjectType type;
    private final List<String> table;
    private final WriteStatements statements;
    private final Map<String, WriteColumn> columns;
    private final List<WriteColumn> key;
    private final @Nullable WriteColumn version;
    private final RowImage image;
    private final List<WriteColumn> kept;
    private final WriteTargets targets;
    private volatile @Nullable Map<String, NestedTarget> nested;

    WriteTarget(ObjectType type, List<String> table, WriteTargets targets) {
        Model model = targets.model();
        this.type = type;
        this.table = table;
        this.targets = targets;
        this.statements = targets.statements();
        String dialect = statements.dialect().name();
        Map<String, WriteColumn> found = new LinkedHashMap<>();
        type.fields().values().stream()
                .filter(WritableFields::isStored)
                .forEach(field -> found.put(field.name(), new WriteColumn(field, model, dialect)));
        this.columns = found;
        this.key = type.key().stream().map(this::column).toList();
        String versionField = type.writing().version();
        this.version = versionField == null ? null : column(versionField);
        this.image = new RowImage(List.copyOf(found.values()), model);
        this.kept = kept(NestedRelation.filled(model, type, dialect));
    }

    /** The type of the rows. */
    public ObjectType type() {
        return type;
    }

    /** The columns that identify a row. */
    public List<WriteColumn> key() {
        return key;
    }

    private List<WriteColumn> kept(Set<String> references) {
        Set<WriteColumn> columns = new LinkedHashSet<>(key);
        if (version != null) {
            columns.add(version);
        }
        references.stream().sorted().map(this::column).forEach(columns::add);
        return List.copyOf(columns);
    }

    /** The columns whose values are kept of each written row: the key first, then the version and what refers to other rows. */
    public List<WriteColumn> kept() {
        return kept;
    }

    /** The related rows that can be written together with a row, by the relation's field. */
    public Map<String, NestedTarget> nested() {
        Map<String, NestedTarget> known = nested;
        if (known == null) {
            known = targets.nested(this);
            nested = known;
        }
        return known;
    }

    /** The column that counts writes; null for none. */
    public @Nullable WriteColumn version() {
        return version;
    }

    /** What each statement gives of a row. */
    public RowImage image() {
        return image;
    }

    /** A stored field's column. */
    public WriteColumn column(String field) {
        WriteColumn column = columns.get(field);
        if (column == null) {
            throw new IllegalStateException(type.name() + " stores no field " + field);
        }
        return column;
    }

    /** All stored fields, in the order of the type. */
    public List<WriteColumn> columns() {
        return image.columns();
    }

    /** Its name in parts. */
    public List<String> table() {
        return table;
    }

    /** Inserts one row and gives its image; the slots are the values. */
    public WriteStatement insert(List<WriteColumn> given) {
        return statements.get(new Shape(this, "insert", given), image.shape(), () -> {
            List<Assignment> values = new ArrayList<>();
            for (int i = 0; i < given.size(); i++) {
                values.add(new Assignment(given.get(i).name(), stored(given.get(i), i)));
            }
            return new SqlWrite.Insert(table, values, null, image.items(""));
        });
    }

    /** Inserts several rows of the same columns; slots as {@link #rows} has them, from 0. */
    public WriteStatement insertRows(List<WriteColumn> given) {
        return statements.get(new Shape(this, "insert rows", given), image.shape(), () -> {
            BoundRows rows = rows(given, 0);
            List<Assignment> values = new ArrayList<>();
            for (int i = 0; i < given.size(); i++) {
                values.add(new Assignment(given.get(i).name(), rowColumn(given, i)));
            }
            return new SqlWrite.Insert(table, values, rows, image.items(""));
        });
    }

    /** Changes the row of a key; the slots are the values, then the key. */
    public WriteStatement update(List<WriteColumn> given) {
        return statements.get(
                new Shape(this, "update", given),
                image.shape(),
                () -> new SqlWrite.Update(table, ALIAS, changes(given), keyIs(given.size()), image.items("")));
    }

    /** Changes the rows of several keys alike; the slots are the values, then {@link #rows} of the keys. */
    public WriteStatement updateRows(List<WriteColumn> given) {
        return statements.get(
                new Shape(this, "update rows", given),
                image.shape(),
                () -> new SqlWrite.Update(table, ALIAS, changes(given), keyIn(given.size()), image.items("")));
    }

    /** Deletes the row of a key; the slots are the key. */
    public WriteStatement delete() {
        return statements.get(
                new Shape(this, "delete", List.of()), none(), () -> new SqlWrite.Delete(table, ALIAS, keyIs(0)));
    }

    /** Deletes the rows of several keys; the slots are {@link #rows} of the keys. */
    public WriteStatement deleteRows() {
        return statements.get(
                new Shape(this, "delete rows", List.of()), none(), () -> new SqlWrite.Delete(table, ALIAS, keyIn(0)));
    }

    /** Locks the row that has these values and gives its image; the slots are the values. */
    public WriteStatement lock(List<WriteColumn> by) {
        return statements.get(
                new Shape(this, "lock", by),
                image.shape(),
                () -> new SqlWrite.Lock(new Select(
                        image.items(ALIAS),
                        new SqlRelation.Table(table, ALIAS, Map.of()),
                        List.of(),
                        equal(by, 0),
                        List.of(),
                        null)));
    }

    /** The statements of a mutation whose input has a value for every field. */
    public List<WriteStatement> samples(Mutation mutation) {
        String dialect = statements.dialect().name();
        List<WriteColumn> inserted = all(WritableFields.ofInsert(type, dialect));
        List<WriteColumn> updated = all(WritableFields.ofUpdate(type, dialect));
        return switch (mutation.operation()) {
            case INSERT -> List.of(mutation.many() ? insertRows(inserted) : insert(inserted));
            case UPDATE -> List.of(mutation.many() ? updateRows(updated) : update(updated));
            case DELETE -> List.of(mutation.many() ? deleteRows() : delete());
            case UPSERT ->
                updated.isEmpty()
                        ? List.of(lock(key), insert(inserted))
                        : List.of(lock(key), insert(inserted), update(updated));
            case CUSTOM -> List.of();
        };
    }

    private List<WriteColumn> all(List<Field> fields) {
        return fields.stream().map(field -> column(field.name())).toList();
    }

    private static RowShape none() {
        return new RowShape(List.of(), List.of());
    }

    private List<Assignment> changes(List<WriteColumn> given) {
        List<Assignment> changes = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            changes.add(new Assignment(given.get(i).name(), stored(given.get(i), i)));
        }
        if (version != null) {
            changes.add(new Assignment(version.name(), new SqlExpr.Incremented(column(ALIAS, version))));
        }
        return changes;
    }

    private SqlExpr keyIs(int firstSlot) {
        return equal(key, firstSlot);
    }

    private static SqlExpr equal(List<WriteColumn> by, int firstSlot) {
        List<SqlExpr> conditions = new ArrayList<>();
        for (int i = 0; i < by.size(); i++) {
            ValueType type = by.get(i).valueType();
            Bind bind = new Bind(firstSlot + i, type.type(), false, type.sql());
            conditions.add(new Comparison(
                    Comparison.Operator.EQUAL, column(ALIAS, by.get(i)), bind, type.type(), type.sql(), false));
        }
        return new SqlExpr.Logic(true, conditions);
    }

    private SqlExpr keyIn(int firstSlot) {
        List<SqlExpr> values = key.stream().map(column -> column(ALIAS, column)).toList();
        return new SqlExpr.InRows(values, rows(key, firstSlot));
    }

    static SqlExpr column(String alias, WriteColumn column) {
        ValueType type = column.valueType();
        return new SqlExpr.Column(
                alias,
                column.name(),
                type.type(),
                type.sql(),
                column.definition().type().nullable());
    }

    private static SqlExpr stored(WriteColumn column, int slot) {
        ValueType type = column.valueType();
        return new SqlExpr.Stored(new Bind(slot, type.type(), false, type.sql()), type.type(), type.sql());
    }

    private static SqlExpr rowColumn(List<WriteColumn> given, int index) {
        ValueType type = given.get(index).valueType();
        return new SqlExpr.Column(ROWS, BoundRows.column(index), type.type(), type.sql(), true);
    }

    /** Rows of some columns: the first slot is the list of rows, each next one the list of a column's values. */
    static BoundRows rows(List<WriteColumn> given, int firstSlot) {
        Bind rows = new Bind(
                firstSlot,
                ColumnType.JSON,
                false,
                null,
                given.stream().map(WriteColumn::type).toList());
        List<Bind> lists = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            ValueType type = given.get(i).valueType();
            lists.add(new Bind(firstSlot + 1 + i, type.type(), true, type.sql()));
        }
        return new BoundRows(rows, lists, ROWS);
    }
}
