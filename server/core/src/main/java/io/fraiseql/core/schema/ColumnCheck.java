package io.fraiseql.core.schema;

import io.fraiseql.core.model.ByDialect;
import io.fraiseql.core.model.ScalarType;
import io.fraiseql.core.model.Source;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlType;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Checks that a field's type and what is known of its column can be the same thing. */
final class ColumnCheck {

    private static final Set<ColumnType> TIMES =
            EnumSet.of(ColumnType.DATETIME, ColumnType.LOCAL_DATETIME, ColumnType.DATE, ColumnType.TIME);
    private static final Map<String, Set<ColumnType>> STORAGE = Map.of(
            "iso", TIMES,
            "epoch_s", TIMES,
            "epoch_ms", TIMES,
            "julian", TIMES,
            "text", EnumSet.of(ColumnType.UUID, ColumnType.DECIMAL),
            "binary", EnumSet.of(ColumnType.UUID));

    private final Scope scope;

    ColumnCheck(Scope scope) {
        this.scope = scope;
    }

    void check(FieldDefinition field, TypeRef type, @Nullable ByDialect<SqlType> sql, Source.Kind source) {
        ScalarType scalar = scope.scalars().get(type.name());
        if (field.computed() != null && !type.leaf()) {
            scope.problems()
                    .add(
                            Pointer.to(field.at(), "computed"),
                            "a computed field is a scalar or an enum, and `" + type.name() + "` is neither");
        }
        if (sql == null) {
            return;
        }
        for (SqlType column : Set.copyOf(sql.values().values())) {
            if (source == Source.Kind.COLUMNS && field.computed() == null) {
                array(field, type, column);
            }
            ColumnType kind = type.leaf() ? scalar == null ? ColumnType.TEXT : scalar.type() : ColumnType.JSON;
            storage(field, type, column, kind);
            known(field, type, column, kind);
        }
    }

    /** A value inside of a column is one scalar, typed by the field alone. */
    void checkPath(FieldDefinition field, TypeRef type, Source.Kind source) {
        if (field.path().isEmpty()) {
            return;
        }
        String pointer = Pointer.to(field.at(), "path");
        boolean alone = field.sql() == null && field.computed() == null && field.relation() == null;
        if (source != Source.Kind.COLUMNS || field.column() == null || !alone) {
            scope.problems()
                    .add(
                            pointer,
                            "`path` leads into the JSON of a `column`, and nothing else places the field",
                            "give the field a `column` of a type whose fields are columns, without `sql`, `computed` and `relation`");
        } else if (!type.leaf() || type.list()) {
            scope.problems().add(pointer, "a `path` leads to one scalar or enum", "change the type of the field");
        }
    }

    private void array(FieldDefinition field, TypeRef type, SqlType column) {
        boolean json = SqlTypeFamily.of(column.type()) == SqlTypeFamily.JSON;
        if (column.array() && !type.list()) {
            scope.problems()
                    .add(
                            Pointer.to(field.at(), "type"),
                            "the column is an array and the field is no list",
                            "write `[" + type.name() + "!]`");
        } else if (type.list() && type.leaf() && !column.array() && !json) {
            scope.problems()
                    .add(
                            Pointer.to(field.at(), "type"),
                            "the field is a list and the column is no array",
                            "write `" + type.name() + "`, or `\"array\": true` in `sql`");
        }
    }

    private void storage(FieldDefinition field, TypeRef type, SqlType column, ColumnType kind) {
        Set<ColumnType> fitting = column.storage() == null ? null : STORAGE.get(column.storage());
        if (fitting != null && !fitting.contains(kind)) {
            scope.problems()
                    .add(
                            Pointer.to(field.at(), "sql"),
                            "the storage `" + column.storage() + "` does not fit `" + type.name() + "`",
                            "remove `storage` or change the type");
        }
    }

    private void known(FieldDefinition field, TypeRef type, SqlType column, ColumnType kind) {
        SqlTypeFamily family = SqlTypeFamily.of(column.type());
        boolean jsonList = family == SqlTypeFamily.JSON && type.list();
        if (family == null || column.storage() != null || jsonList || family.holds(kind)) {
            return;
        }
        scope.problems()
                .add(
                        Pointer.to(field.at(), "type"),
                        "a column of type `" + column.type() + "` cannot hold `" + type.name() + "`",
                        "change the type, or `sql` if the column is another");
    }
}
