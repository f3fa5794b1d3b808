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
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlExpr.Bind;
import io.fraiseql.spi.sql.SqlRelation;
import io.fraiseql.spi.sql.SqlRelation.Select;
import io.fraiseql.spi.sql.SqlRelation.SelectItem;
import io.fraiseql.spi.sql.SqlWrite;
import io.fraiseql.spi.sql.SqlWrite.Assignment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A table that a type's rows are written to, on one dialect, with the statements that write it. Statements are made for the columns that a
 * request has and kept; their slots are described at each. Thread-safe.
 */
public final class WriteTarget {

    private static final String ALIAS = RowConditions.ALIAS;

    private final ObjectType type;
    private final List<String> table;
    private final WriteStatements statements;
    private final Map<String, WriteColumn> columns;
    private final List<WriteColumn> key;
    private final List<WriteColumn> keysMadeHere;
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
        this.keysMadeHere = statements.returning()
                ? List.of()
                : key.stream()
                        .filter(column -> column.type() == ColumnType.UUID && column.hasDefault())
                        .toList();
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
        return written(
                "insert",
                given,
                image -> {
                    List<Assignment> values = new ArrayList<>();
                    for (int i = 0; i < given.size(); i++) {
                        values.add(new Assignment(given.get(i).name(), stored(given.get(i), i)));
                    }
                    return new SqlWrite.Insert(table, values, null, image);
                },
                () -> new WrittenRows(this).inserted(given));
    }

    /** Whether the keys of new rows can only be learned from the database, and not from the statement that inserts them all at once. */
    public boolean mustAskForKeys(List<WriteColumn> given) {
        return !statements.returning() && !statements.readsBack() && !given.containsAll(key);
    }

    /** What of the key gets a random UUID when it is left out, because the database does not tell which one its default gives. */
    public List<WriteColumn> keysMadeHere() {
        return keysMadeHere;
    }

    /** Inserts several rows of the same columns; slots as {@link RowConditions#rows} has them, from 0, and then those of the rows' keys. */
    public WriteStatement insertRows(List<WriteColumn> given) {
        return written(
                "insert rows",
                given,
                image -> {
                    List<Assignment> values = new ArrayList<>();
                    for (int i = 0; i < given.size(); i++) {
                        values.add(new Assignment(given.get(i).name(), RowConditions.rowColumn(given, i, true)));
                    }
                    return new SqlWrite.Insert(table, values, RowConditions.rows(given, 0), image);
                },
                () -> given.containsAll(key)
                        ? new WrittenRows(this).ofKeys(1 + given.size())
                        : new WrittenRows(this).inserted(given, WrittenRows.ALL));
    }

    /** Inserts as many rows, whose keys the database makes; the slots are the values of each row after those of the one before. */
    public WriteStatement insertValues(List<WriteColumn> given, int rows) {
        return statements.get(
                new Shape(this, "insert " + rows, given),
                image.shape(),
                () -> {
                    List<List<SqlExpr>> values = new ArrayList<>();
                    for (int row = 0; row < rows; row++) {
                        List<SqlExpr> cells = new ArrayList<>();
                        for (WriteColumn column : given) {
                            cells.add(stored(column, row * given.size() + cells.size()));
                        }
                        values.add(cells);
                    }
                    return new SqlWrite.InsertValues(
                            table, given.stream().map(WriteColumn::name).toList(), values);
                },
                () -> new WrittenRows(this).inserted(given, rows));
    }

    /** Changes the row of a key; the slots are the values, then the key. */
    public WriteStatement update(List<WriteColumn> given) {
        int keySlot = given.size();
        return written(
                "update",
                given,
                image -> new SqlWrite.Update(table, ALIAS, changes(given), RowConditions.equal(key, keySlot), image),
                () -> new WrittenRows(this).ofKey(keySlot));
    }

    /** Changes the rows of several keys alike; the slots are the values, then {@link RowConditions#rows} of the keys. */
    public WriteStatement updateRows(List<WriteColumn> given) {
        int keySlot = given.size();
        return written(
                "update rows",
                given,
                image -> new SqlWrite.Update(table, ALIAS, changes(given), keyIn(keySlot), image),
                () -> new WrittenRows(this).ofKeys(keySlot));
    }

    private WriteStatement written(
            String action,
            List<WriteColumn> given,
            Function<List<SelectItem>, SqlWrite> write,
            Supplier<Select> readBack) {
        Shape shape = new Shape(this, action, given);
        if (statements.returning()) {
            return statements.get(shape, image.shape(), () -> write.apply(image.items("")));
        }
        return statements.readsBack()
                ? statements.get(
                        shape, image.shape(), () -> new SqlWrite.WriteAndRead(write.apply(List.of()), readBack.get()))
                : statements.get(shape, image.shape(), () -> write.apply(List.of()), readBack::get);
    }

    /** Deletes the row of a key; the slots are the key. */
    public WriteStatement delete() {
        return statements.get(
                new Shape(this, "delete", List.of()),
                WriteStatements.NOTHING,
                () -> new SqlWrite.Delete(table, ALIAS, RowConditions.equal(key, 0)));
    }

    /** Deletes the rows of several keys; the slots are {@link RowConditions#rows} of the keys. */
    public WriteStatement deleteRows() {
        return statements.get(
                new Shape(this, "delete rows", List.of()),
                WriteStatements.NOTHING,
                () -> new SqlWrite.Delete(table, ALIAS, keyIn(0)));
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
                        RowConditions.equal(by, 0),
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

    private List<Assignment> changes(List<WriteColumn> given) {
        List<Assignment> changes = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            changes.add(new Assignment(given.get(i).name(), stored(given.get(i), i)));
        }
        if (version != null) {
            changes.add(new Assignment(version.name(), new SqlExpr.Incremented(RowConditions.column(version))));
        }
        return changes;
    }

    private SqlExpr keyIn(int firstSlot) {
        List<SqlExpr> values = key.stream().map(RowConditions::column).toList();
        return new SqlExpr.InRows(values, RowConditions.rows(key, firstSlot));
    }

    private static SqlExpr stored(WriteColumn column, int slot) {
        ValueType type = column.valueType();
        return new SqlExpr.Stored(new Bind(slot, type.type(), false, type.sql()), type.type(), type.sql());
    }
}
