package io.fraiseql.core.plan;

import io.fraiseql.core.model.Field;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.TypeRef;
import io.fraiseql.spi.database.RowShape;
import io.fraiseql.spi.sql.SqlExpr;
import io.fraiseql.spi.sql.SqlRelation.SelectItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * All stored fields of a written row: the columns that a statement gives, and how each becomes the JSON that events carry. Made with the
 * plan; immutable.
 */
public final class RowImage {

    private final List<WriteColumn> columns;
    private final List<RowProgram> programs = new ArrayList<>();
    private final RowShape shape;

    RowImage(List<WriteColumn> columns, Model model) {
        this.columns = List.copyOf(columns);
        List<RowShape.Column> shapes = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            WriteColumn column = columns.get(i);
            programs.add(program(column, i, model));
            shapes.add(new RowShape.Column(column.type(), column.valueType().sql()));
        }
        this.shape = RowShape.of(shapes);
    }

    private static RowProgram program(WriteColumn column, int index, Model model) {
        Field field = column.definition();
        TypeRef type = field.type();
        ProgramBuilder program = new ProgramBuilder();
        if (type.list()) {
            program.projection(0, true, field.name(), ProjectionPlanner.leaves(type, model));
        } else if (type.kind() == TypeRef.Kind.ENUM) {
            var values = Objects.requireNonNull(model.enums().get(type.name()));
            program.enumeration(0, true, field.name(), SelectionPlanner.choices(values));
        } else {
            program.value(RowProgram.Kind.valueOf(column.type().name()), 0, true, field.name());
        }
        return program.build(new int[] {index});
    }

    /** The fields, in the order of the result's columns. */
    public List<WriteColumn> columns() {
        return columns;
    }

    /** Writes the value of the field at an index as JSON. */
    public RowProgram program(int index) {
        return programs.get(index);
    }

    /** Of a statement that gives images. */
    public RowShape shape() {
        return shape;
    }

    /** Where a field stands. */
    public int indexOf(WriteColumn column) {
        return columns.indexOf(column);
    }

    /** The columns of a row. */
    List<SelectItem> items(String alias) {
        List<SelectItem> items = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            WriteColumn column = columns.get(i);
            ValueType type = column.valueType();
            SqlExpr value = RowConditions.column(alias, column);
            items.add(new SelectItem(new SqlExpr.Read(value, type.type(), type.sql()), StatementBuilder.column(i)));
        }
        return items;
    }
}
