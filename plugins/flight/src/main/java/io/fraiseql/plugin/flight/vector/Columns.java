package io.fraiseql.plugin.flight.vector;

import io.fraiseql.spi.query.RowField;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.vector.BaseVariableWidthVector;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.FixedSizeBinaryVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.TimeMicroVector;
import org.apache.arrow.vector.TimeStampVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.complex.StructVector;

/** Chooses the {@link Column} of each member by the vector that {@link ArrowFields} gave it. */
final class Columns {

    private Columns() {}

    /** The columns of a whole row. */
    static ObjectColumn of(List<RowField> fields, List<FieldVector> vectors) {
        return new ObjectColumn(null, -1, members(fields, vectors));
    }

    private static List<Column> members(List<RowField> fields, List<FieldVector> vectors) {
        List<Column> members = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            members.add(of(fields.get(i), vectors.get(i)));
        }
        return members;
    }

    private static Column of(RowField field, FieldVector vector) {
        return switch (field.kind()) {
            case OBJECT -> object(field, vector, field.column());
            case SINGLE -> new SingleColumn(field.column(), object(field, vector, -1));
            case LIST -> {
                ListVector list = (ListVector) vector;
                yield new ListColumn(list, field.column(), object(field, list.getDataVector(), -1));
            }
            case ENUM -> new NumberColumns.Ints(field, (IntVector) vector);
            case VALUE -> value(field, vector);
        };
    }

    private static ObjectColumn object(RowField field, FieldVector vector, int presence) {
        StructVector struct = (StructVector) vector;
        return new ObjectColumn(struct, presence, members(field.fields(), struct.getChildrenFromFields()));
    }

    private static Column value(RowField field, FieldVector vector) {
        return switch (field.type()) {
            case BOOLEAN -> new NumberColumns.Bits(field, (BitVector) vector);
            case INT -> new NumberColumns.Ints(field, (IntVector) vector);
            case BIGINT -> new NumberColumns.Longs(field, (BigIntVector) vector);
            case FLOAT32 -> new NumberColumns.Floats(field, (Float4Vector) vector);
            case FLOAT -> new NumberColumns.Doubles(field, (Float8Vector) vector);
            case DECIMAL ->
                vector instanceof DecimalVector decimals ? new DecimalColumn(field, decimals) : bytes(field, vector);
            case UUID ->
                vector instanceof FixedSizeBinaryVector binary
                        ? new UuidColumn(field, binary)
                        : new UuidTextColumn(field, (BaseVariableWidthVector) vector);
            case DATETIME, LOCAL_DATETIME -> new NumberColumns.Instants(field, (TimeStampVector) vector);
            case DATE -> new NumberColumns.Days(field, (DateDayVector) vector);
            case TIME -> new NumberColumns.Times(field, (TimeMicroVector) vector);
            case TEXT, DURATION, JSON, BYTES -> bytes(field, vector);
        };
    }

    private static Column bytes(RowField field, FieldVector vector) {
        return new VariableColumn((BaseVariableWidthVector) vector, field.column(), field.nullable());
    }
}
