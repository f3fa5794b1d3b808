package io.fraiseql.core.plan;

import io.fraiseql.core.error.CoreErrorCode;
import io.fraiseql.core.error.Nearest;
import io.fraiseql.core.model.EnumType;
import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.Mutation;
import io.fraiseql.core.model.WritableFields;
import io.fraiseql.core.surface.SurfaceNames;
import io.fraiseql.spi.Nullable;
import io.fraiseql.spi.database.ColumnType;
import io.fraiseql.spi.database.SqlType;
import io.fraiseql.spi.error.FraiseqlException;
import io.fraiseql.spi.query.RowField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The tables that mutations create many rows of, as targets of uploads. Immutable. */
public final class UploadTables {

    private final Model model;
    private final WriteTargets targets;
    private final Map<String, Mutation> byTable = new LinkedHashMap<>();

    /**
     * A table to upload into.
     *
     * @param document of a mutation whose variable {@code inputs} has the rows
     * @param columns what a row may have; nullable when it may be left out
     */
    public record Upload(String document, List<RowField> columns) {}

    UploadTables(Model model, WriteTargets targets, String dialect) {
        this.model = model;
        this.targets = targets;
        for (Mutation mutation : model.mutations().values()) {
            if (mutation.operation() == Mutation.Operation.INSERT && mutation.many()) {
                byTable.putIfAbsent(String.join(".", mutation.source().get(dialect)), mutation);
            }
        }
    }

    /**
     * The upload into a table.
     *
     * @throws FraiseqlException {@code NOT_FOUND} when no mutation creates many rows of it
     */
    public Upload of(String table) {
        Mutation mutation = byTable.get(table);
        if (mutation == null) {
            String near = Nearest.to(table, byTable.keySet());
            throw new FraiseqlException(
                    CoreErrorCode.NOT_FOUND,
                    "no mutation of the schema creates many rows of this table (operation CREATE with returns_list)"
                            + (near == null ? "" : "; did you mean '" + near + "'?"));
        }
        String document = "mutation ($inputs: [" + SurfaceNames.createInput(mutation.type()) + "!]!) { "
                + mutation.name() + "(inputs: $inputs) { " + SurfaceNames.AFFECTED_ROWS + " } }";
        return new Upload(document, columns(targets.of(mutation)));
    }

    private List<RowField> columns(WriteTarget target) {
        List<RowField> columns = new ArrayList<>();
        for (Field field : WritableFields.ofInsert(
                target.type(), targets.statements().dialect().name())) {
            if (!field.type().list()) {
                columns.add(column(target.column(field.name()), columns.size()));
            }
        }
        return columns;
    }

    private RowField column(WriteColumn column, int place) {
        String type = column.definition().type().name();
        SqlType sql = column.type() == ColumnType.DECIMAL ? column.valueType().sql() : null;
        Integer precision = sql == null ? null : sql.precision();
        Integer scale = sql == null ? null : sql.scale();
        boolean declared = precision != null && scale != null;
        return new RowField(
                column.field(),
                column.isEnum() ? RowField.Kind.ENUM : RowField.Kind.VALUE,
                type.equals("ID") ? ColumnType.TEXT : column.type(),
                !column.isRequired(),
                place,
                declared ? precision : null,
                declared ? scale : null,
                column.isEnum() ? names(model.enums().get(type)) : List.of(),
                List.of());
    }

    private static List<String> names(@Nullable EnumType type) {
        return List.copyOf(Objects.requireNonNull(type).values().keySet());
    }
}
